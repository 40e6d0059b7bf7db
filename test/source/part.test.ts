import fc from 'fast-check';
import { partOf, valuePartOf, valueToRaw } from '../../src/source/part.js';
import { textOf } from '../../src/source/text.js';
import type { Scalar, Substitution, Tree } from '../../src/source/tree.js';
import { parseYaml } from '../../src/source/yaml.js';

function scalarIn(text: string): Scalar {
  const root = parseYaml({ path: 'a.yaml', text }).documents[0]?.root;
  const tree: Tree | undefined = root?.kind === 'mapping' ? root.entries.get('k')?.value : root;
  if (tree?.kind !== 'scalar') throw new Error(`no scalar in ${text}`);
  return tree;
}

/** Where in the file the first `piece` of the value stands. */
function written(text: string, piece: string): string {
  const scalar = scalarIn(text);
  const start = String(scalar.value).indexOf(piece);
  return textOf(partOf(scalar, start, start + piece.length));
}

test.each([
  ['plain', 'k: 127.0.0.1:8080:80\n', '8080', '8080'],
  ['plain, over lines', 'k: one two\n\n  three\n', 'two\nthree', 'two\n\n  three'],
  ['plain, CRLF', 'k: one\r\n  two\r\n', 'one two', 'one\r\n  two'],
  ['single quotes', "k: '127.0.0.1:80'\n", ':80', ':80'],
  ['single quotes, doubled', "k: 'it''s it'\n", "'s i", "''s i"],
  ['double quotes', 'k: "a b"\n', 'b', 'b'],
  ['escapes before', 'k: "\\t\\x41\\u0042\\U0001F600end"\n', 'end', 'end'],
  ['an escape', 'k: "a\\tb"\n', '\t', '\\t'],
  ['half of an escaped pair', 'k: "\\U0001F600"\n', '\u{1F600}'.charAt(1), '\\U0001F600'],
  ['an escaped line break', 'k: "one \\\n   two"\n', 'e tw', 'e \\\n   tw'],
  ['an escaped space before a line break', 'k: "one\\  \n  two"\n', 'two', 'two'],
  ['folded in quotes', 'k: "one\n\n   two"\n', 'two', 'two'],
  ['literal', 'k: |\n  one\n    two\n\n  three\n', '  two\n\nthree', '  two\n\n  three'],
  ['literal, explicit indentation', 'k: |2-\n    one\n  two\n', '  one', '  one'],
  ['literal, comment behind the indicator', 'k: | # two\n  one\n  two\n', 'two', 'two'],
  ['folded', 'k: >-\n  one\n  two\n\n  three\n    four\n  five\n', 'two\nthree\n  four', 'two\n\n  three\n    four'],
  ['with an anchor', 'k: &a "x\\ty"\n', 'y', 'y'],
])('%s', (_name, text, piece, expected) => {
  expect(written(text, piece)).toBe(expected);
});

test('an empty piece is a place', () => {
  const scalar = scalarIn('k: "a\\tb"\n');
  expect(partOf(scalar, 2, 2)).toMatchObject({ start: 7, end: 7 });
  expect(partOf(scalar, 3, 3)).toMatchObject({ start: 9, end: 9 });
});

test('a value that is no text is one piece', () => {
  expect(textOf(partOf(scalarIn('k: 0x50\n'), 0, 1))).toBe('0x50');
});

describe('behind variables', () => {
  const substitution = (from: Substitution['from'], value: readonly [number, number], raw: readonly [number, number]) =>
    ({ name: 'V', from, start: value[0], end: value[1], rawStart: raw[0], rawEnd: raw[1] }) as const;
  const raw = '${A}:$$${B:-80${C}}/tcp';
  const scalar: Scalar = {
    ...scalarIn(`k: "${raw}"\n`),
    value: '127.0.0.1:$80x/tcp',
    interpolation: {
      raw,
      substitutions: [
        substitution('environment', [0, 9], [0, 4]),
        substitution('default', [11, 14], [7, 19]),
        substitution('environment', [13, 14], [14, 18]),
      ],
    },
  };

  test.each([
    ['a whole variable', [0, 9], '${A}'],
    ['a piece of one', [4, 5], '${A}'],
    ['text between', [9, 11], ':$$'],
    ['the escape', [10, 11], '$$'],
    ['text behind', [14, 18], '/tcp'],
    ['over an edge', [8, 10], '${A}:'],
    ['a default', [11, 13], '${B:-80${C}}'],
    ['the variable in a default', [13, 14], '${C}'],
    ['all', [0, 18], raw],
  ] as const)('%s', (_, [start, end], expected) => {
    expect(textOf(valuePartOf(scalar, start, end))).toBe(expected);
    const piece = valueToRaw(scalar, start, end);
    expect(raw.slice(piece.start, piece.end)).toBe(expected);
  });
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const blanks = fc.constantFrom('\n', '\n\n', '\n \n\n', '\r\n', '\n\n\n');

/** Scalars of all styles, over lines, with all kinds of gaps. */
const scalarText = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 5 }),
    fc.array(blanks, { minLength: 5, maxLength: 5 }),
    fc.constantFrom('', "''", '\\t', '\\u00e9'),
  )
  .chain(([lines, gaps, special]) => {
    const flow = lines.map((text, index) => (index === 0 ? text : `${gaps[index]}    ${text}`)).join('');
    const block = lines
      .map((text, index) => `${index === 0 ? '\n' : gaps[index]}    ${index % 2 === 1 ? ' ' : ''}${text}`)
      .join('');
    return fc.constantFrom(
      flow,
      `'${flow}${special === "''" ? special : ''}'`,
      `"${special === "''" ? '' : special}${flow}"`,
      `|${block}`,
      `>-${block}`,
      `|+${block}`,
    );
  });

test('every word of every scalar is found where it stands', () => {
  fc.assert(
    fc.property(scalarText, (text) => {
      const scalar = scalarIn(`k: ${text}\n`);
      for (const { 0: found, index } of String(scalar.value).matchAll(/[a-z0-9]+/g)) {
        expect(textOf(partOf(scalar, index, index + found.length))).toBe(found);
      }
    }),
  );
});

test('pieces of arbitrary scalars lie inside of them, in order', () => {
  const quoted = fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text));
  fc.assert(
    fc.property(fc.oneof(scalarText, quoted), (text) => {
      const { source, ...parsed } = { source: `k: ${text}\n`, ...parseYaml({ path: 'a', text: `k: ${text}\n` }) };
      if (parsed.problems.length > 0) return;
      const scalar = scalarIn(source);
      const length = typeof scalar.value === 'string' ? scalar.value.length : 1;
      let last = scalar.at.start;
      for (let unit = 0; unit < length; unit++) {
        const { start, end } = partOf(scalar, unit, unit + 1);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(scalar.at.end);
        last = start;
      }
    }),
  );
});
