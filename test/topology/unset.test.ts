/** What stands in a text once defaults are in their places: `?` for what is not known, and whose value that is. */
import { expandUnset, UNKNOWN } from '../../src/topology/images/unset';

test.each<[string, string, readonly string[]]>([
  ['plain', 'plain', []],
  ['$TAG', '?', ['TAG']],
  ['a-$TAG.b', 'a-?.b', ['TAG']],
  ['${TAG}', '?', ['TAG']],
  ['${A}/${B}', '?/?', ['A', 'B']],
  ['${A:-x}', 'x', []],
  ['${A-x}', 'x', []],
  ['${A:-}', '', []],
  ['${A:-${B}}', '?', ['B']],
  ['${A:-x${B-y}z}w', 'xyzw', []],
  ['${A:?message}', '?', ['A']],
  ['${A?message}', '?', ['A']],
  ['${A:+x}b', 'b', []],
  ['${A+x}b', 'b', []],
  ['$$TAG', '$$TAG', []],
  ['$', '$', []],
  ['$1', '$1', []],
  ['${}', '${}', []],
  ['${A', '?', ['A']],
  ['${A:-x', 'x', []],
  ['${A:-{x}}y', '{x}y', []],
  ['$_a1-b', '?-b', ['_a1']],
])('%s is %s', (text, expected, variables) => {
  expect(expandUnset(text)).toEqual({ text: expected.replaceAll('?', UNKNOWN), variables });
});

test('defaults are followed so deep', () => {
  const nested = (depth: number): string => (depth === 0 ? 'x' : `\${A:-${nested(depth - 1)}}`);
  expect(expandUnset(nested(8)).text).toBe('x');
  expect(expandUnset(nested(9)).text).toBe(UNKNOWN);
});
