import fc from 'fast-check';
import { parseDotenv } from '../../src/compose/dotenv.js';
import type { Mode } from '../../src/compose/project.js';
import { type Range, textOf } from '../../src/source/text.js';

function read(text: string, mode: Mode = 'strict') {
  return parseDotenv({ path: '.env', text }, (name) => (name === 'OUTER' ? { value: 'outer' } : undefined), mode);
}

function values(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(read(text).entries.map(({ name, value }) => [name, value]));
}

test.each([
  ['', {}],
  ['# note\n\nA=1\n', { A: '1' }],
  ['A = 1 \nB: 2\nexport C=3', { A: '1', B: '2', C: '3' }],
  ['A=x # note\nB=x#y\nC=#z\n', { A: 'x', B: 'x#y', C: '#z' }],
  ['A=\'$B\\n\'\nB="a\\tb"\n', { A: '$B\\n', B: 'a\tb' }],
  ['A="one\ntwo"\nB=\'one\ntwo\'\n', { A: 'one\ntwo', B: 'one\ntwo' }],
  ['A=1\nB=$A-${A}-${C:-d}\n', { A: '1', B: '1-1-d' }],
  ['OUTER=mine\nB=$OUTER\n', { OUTER: 'mine', B: 'outer' }],
  ['OUTER\nUNSET\n', { OUTER: 'outer' }],
  ['OUTER', { '': 'OUTER' }],
  ['A="$$x \\$x \\0101"\n', { A: '$x $x A' }],
  ["A='it\\'s'\n", { A: "it's" }],
  ['\ufeffA=1\r\nB="2"\r\n', { A: '1', B: '2' }],
  ['A=1\nA=2\n', { A: '2' }],
  ['__proto__=x\n', Object.fromEntries([['__proto__', 'x']])],
])('%j', (text, expected) => {
  expect(values(text)).toEqual(expected);
});

test.each([
  ['A B=1\n', 'line 1: key cannot contain a space', 'A B'],
  ['A=1\nB!=secret\n', 'line 2: unexpected character "!" in variable name', '!'],
  ['A="secret\n', 'line 2: unterminated quoted value', '"secret'],
  ['A=${secret\n', 'Invalid template', '${secret'],
  ['A=${B:?say so}\n', 'required variable B is missing a value: say so', '${B:?say so}'],
  ['A=1\nexport ', 'zero length string', ''],
])('%j fails: %s', (text, message, place) => {
  const { error } = read(text);
  expect(error?.message).toBe(message);
  expect(error && textOf(error.at)).toBe(place);
});

test('what is before an error is kept', () => {
  expect(read('A=1\nB!=2\n').entries).toMatchObject([{ name: 'A', value: '1' }]);
});

test('names and values know their place', () => {
  const text = 'export A = one two # note\n  B: "x\\ty" # note\nOUTER\n';
  const places = read(text).entries.map(({ at, valueAt }) => [at, valueAt].map((range: Range) => textOf(range)));
  expect(places).toEqual([
    ['A', 'one two'],
    ['B', '"x\\ty"'],
    ['OUTER', 'OUTER'],
  ]);
});

test('a variable that is not set is blank and named, or unknown', () => {
  expect(read('A=x$B\n')).toMatchObject({ entries: [{ value: 'x' }], unset: [{ name: 'B' }] });
  expect(read('A=x$B\nC=$A!\n', 'analysis')).toMatchObject({
    entries: [
      { value: 'x${B}', unknown: [{ name: 'B', start: 1, end: 5 }] },
      { value: 'x${B}!', unknown: [{ name: 'B', start: 1, end: 5 }] },
    ],
    unset: [],
  });
});

test('variables of variables do not grow without bounds', () => {
  const doubling = Array.from({ length: 40 }, (_, index) => `A${index + 1}=$A${index}$A${index}`).join('\n');
  expect(read(`A0=x\n${doubling}\n`).error?.message).toMatch(/longer than|too large/);
});

test.each([
  ['comments', '# x\n'.repeat(100_000)],
  ['spaces', ' '.repeat(300_000)],
  ['quotes', '"'.repeat(100_000)],
  ['backslashes', `A="${'\\'.repeat(300_000)}`],
  ['names', 'A\n'.repeat(100_000)],
])('many %s cost no more than their length', (_name, text) => {
  read(text);
});

const piece = fc.constantFrom(
  'A',
  'B',
  '=',
  ':',
  '\n',
  ' ',
  '\t',
  '#',
  '"',
  "'",
  '\\',
  '$A',
  '${',
  '}',
  'export ',
  '\r\n',
  '!',
  'é',
  '\ufeff',
);

test('arbitrary text: never throws, and every name is where it says', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const { name, at, valueAt } of read(text).entries) {
        expect(textOf(at)).toBe(name);
        expect(valueAt.end).toBeGreaterThanOrEqual(valueAt.start);
        expect(valueAt.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
