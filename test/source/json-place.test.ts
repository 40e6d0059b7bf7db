/** Places in JSON: those of values, and those of faults. */
import fc from 'fast-check';
import { offsetOfFault, offsetOfValue } from '../../src/source/json-place.js';

const TEXT = '{ "a": [1, {"b\\u0063": "x, ]", "d": []}], "": {"": null}, "e": -1.5e3 }';

test.each([
  [[], '{ "a"'],
  [['a'], '[1, '],
  [['a', '0'], '1, '],
  [['a', '1'], '{"b'],
  [['a', '1', 'bc'], '"x, ]"'],
  [['a', '1', 'd'], '[]}'],
  [[''], '{"": null'],
  [['', ''], 'null'],
  [['e'], '-1.5e3 }'],
])('%j', (path, start) => {
  expect(TEXT.slice(offsetOfValue(TEXT, path))).toMatch(new RegExp(`^${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
});

test.each([[['b']], [['a', '2']], [['a', '1', 'd', '0']], [['e', '0']]])('nothing at %j', (path) => {
  expect(offsetOfValue(TEXT, path)).toBeUndefined();
});

/** `|` is where it goes wrong. */
test.each([
  '|',
  '  |x',
  '{"a": |}',
  '{"a" |1}',
  '{|a: 1}',
  '[1, |]',
  '[1 |2]',
  '[1]|]',
  '{"a": 1|',
  '"a|\n"',
  '"a|\\x"',
  '[|01]'.replace('|01', '0|1'),
  'tru|'.replace('tru|', '|tru'),
])('%j', (marked) => {
  const text = marked.replace('|', '');
  expect(() => JSON.parse(text)).toThrow();
  expect(offsetOfFault(text)).toBe(marked.indexOf('|'));
});

test('every value of any JSON is found', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      const check = (inner: unknown, path: readonly string[]): void => {
        const at = offsetOfValue(text, path);
        expect(at).toBeDefined();
        const written = JSON.stringify(inner);
        expect(text.slice(at).replace(/\s/g, '').startsWith(written.replace(/\s/g, ''))).toBe(true);
        if (typeof inner === 'object' && inner !== null)
          for (const [key, each] of Object.entries(inner)) check(each, [...path, key]);
      };
      check(value, []);
      expect(offsetOfFault(text)).toBe(text.length);
    }),
  );
});

test('deep and long texts take no longer than they should', () => {
  const deep = `${'['.repeat(500_000)}1${']'.repeat(500_000)}`;
  expect(offsetOfFault(`${deep}x`)).toBe(deep.length);
  expect(offsetOfFault(`"${'\\n'.repeat(2_000_000)}`)).toBe(4_000_001);
});
