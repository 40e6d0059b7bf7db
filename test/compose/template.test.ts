import fc from 'fast-check';
import type { Mode } from '../../src/compose/project.js';
import { type Lookup, substitute } from '../../src/compose/template.js';

const VARIABLES = new Map([
  ['SET', 'value'],
  ['EMPTY', ''],
  ['NESTED', '${SET}'],
]);

const lookup: Lookup = (name) => {
  const value = VARIABLES.get(name);
  return value === undefined ? undefined : { value };
};

function outcome(raw: string, mode: Mode): string {
  const result = substitute(raw, lookup, mode);
  return result.ok ? result.value : `! ${result.error}`;
}

test.each([
  ['text', 'text', 'text'],
  ['$SET ${SET}!', 'value value!', 'value value!'],
  ['$UNSET.', '.', '${UNSET}.'],
  ['${UNSET}', '', '${UNSET}'],
  ['${UNSET:-d} ${UNSET-d}', 'd d', 'd d'],
  ['${EMPTY:-d} ${EMPTY-d}', 'd ', 'd '],
  ['${SET:-d} ${SET-d}', 'value value', 'value value'],
  ['${UNSET:+r} ${UNSET+r}', ' ', ' '],
  ['${EMPTY:+r} ${EMPTY+r}', ' r', ' r'],
  ['${SET:+r} ${SET+r}', 'r r', 'r r'],
  ['${EMPTY?m}${SET:?m}', 'value', 'value'],
  ['${UNSET?why}', '! required variable UNSET is missing a value: why', '${UNSET}'],
  ['${EMPTY:?}', '! required variable EMPTY is missing a value', '${EMPTY}'],
  ['${UNSET:?set $SET}', '! required variable UNSET is missing a value: set value', '${UNSET}'],
  ['$$SET $${SET}', '$SET ${SET}', '$SET ${SET}'],
  ['$1 $ $(x) $', '$1 $ $(x) $', '$1 $ $(x) $'],
  ['$NESTED', '${SET}', '${SET}'],
  ['${UNSET:-${UNSET:-$SET}}', 'value', 'value'],
  ['${UNSET:-a}b${UNSET:-c}', 'abc', 'abc'],
  ['${UNSET:-{"a":{}}}', '{"a":{}}', '{"a":{}}'],
  ['${', '! Invalid template: "${"', '! Invalid template: "${"'],
  ['${SET.x}', '! Invalid template: "${SET.x}"', '! Invalid template: "${SET.x}"'],
  ['${UNSET:-a\nb}', '! Invalid template: "${UNSET:-a\\nb}"', '! Invalid template: "${UNSET:-a\\nb}"'],
])('%j is %j, analysed %j', (raw, strict, analysed) => {
  expect(outcome(raw, 'strict')).toBe(strict);
  expect(outcome(raw, 'analysis')).toBe(analysed);
});

test('tells where each variable went', () => {
  const result = substitute('a $SET-${UNSET:-x${SET}}', lookup, 'strict');
  expect(result).toMatchObject({
    value: 'a value-xvalue',
    substitutions: [
      { name: 'SET', from: 'environment', start: 2, end: 7, rawStart: 2, rawEnd: 6 },
      { name: 'UNSET', from: 'default', start: 8, end: 14, rawStart: 7, rawEnd: 24 },
      { name: 'SET', from: 'environment', start: 9, end: 14, rawStart: 17, rawEnd: 23 },
    ],
  });
});

test('names the variables that count as blank', () => {
  expect(substitute('$A ${B} ${C:-d} ${D:+e} $A', () => undefined, 'strict')).toMatchObject({ unset: ['A', 'B', 'A'] });
  expect(substitute('$A', () => undefined, 'analysis')).toMatchObject({
    unset: [],
    substitutions: [{ name: 'A', from: 'unset', start: 0, end: 4 }],
  });
});

test('hands on what is unknown in a value', () => {
  const url: Lookup = () => ({ value: 'http://${HOST}/', unknown: [{ name: 'HOST', start: 7, end: 14 }] });
  expect(substitute('<$URL>', url, 'analysis')).toMatchObject({
    value: '<http://${HOST}/>',
    substitutions: [
      { name: 'URL', from: 'environment', start: 1, end: 16 },
      { name: 'HOST', from: 'unset', start: 8, end: 15, rawStart: 1, rawEnd: 5 },
    ],
  });
});

test.each([
  ['ok $SET ${1}', 8, 12],
  ['${SET', 0, 2],
  ['${UNSET:-${1}}', 9, 13],
  ['${UNSET:-a}${1}', 11, 15],
])('an error in %j is at %i to %i', (raw, start, end) => {
  expect(substitute(raw, lookup, 'strict')).toMatchObject({ ok: false, start, end });
});

test.each([
  ['open braces', '${A:-'.repeat(100_000)],
  ['closed ones', '${A:-x}'.repeat(100_000)],
  ['nested ones', `${'${A:-'.repeat(50_000)}${'}'.repeat(50_000)}`],
  ['unbalanced ones', '${A:-{'.repeat(50_000).concat('}')],
  ['lines', '${A:-x}\n'.repeat(50_000)],
  ['dollars', '$'.repeat(300_001)],
])('%s cost no more than their length', (_name, raw) => {
  substitute(raw, lookup, 'strict');
});

test('values do not grow without bounds', () => {
  const long: Lookup = () => ({ value: 'x'.repeat(100_000) });
  expect(substitute('$A'.repeat(11), long, 'strict')).toMatchObject({ ok: false, kind: 'limit' });
});

const piece = fc.constantFrom(
  '$',
  '${',
  '}',
  '{',
  ':-',
  '-',
  ':?',
  '+',
  'SET',
  'EMPTY',
  'UNSET',
  'x',
  '\n',
  ' ',
  '$$',
  'é',
);

test('arbitrary text: never throws, and every substitution is where it says', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom<Mode>('strict', 'analysis'), (pieces, mode) => {
      const raw = pieces.join('');
      const result = substitute(raw, lookup, mode);
      if (!result.ok) {
        expect(raw.charAt(result.start)).toBe('$');
        return;
      }
      for (const { name, from, start, end, rawStart, rawEnd } of result.substitutions) {
        expect(raw.slice(rawStart, rawEnd)).toMatch(new RegExp(`^\\$\\{?${name}`));
        if (from === 'environment') expect(result.value.slice(start, end)).toBe(VARIABLES.get(name));
        if (from === 'unset') expect(result.value.slice(start, end)).toBe(mode === 'strict' ? '' : `\${${name}}`);
      }
    }),
  );
});
