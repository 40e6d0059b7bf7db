/** Where Docker's YAML library and the one underneath differ; each row is what Docker's gave. */
import { parseYaml } from '../../src/source/yaml.js';
import { plain } from '../support/trees.js';

test.each([
  ['a flow sequence at the margin', 'a:\n  b: [\n1,\n2\n]\n', { a: { b: [1, 2] } }],
  ['a flow mapping at the margin', 'a:\n  b: {\nc: 1\n}\n', { a: { b: { c: 1 } } }],
  ['a quoted string at the margin', 'a:\n  b: "x\ny"\n  c: \'x\ny\'\n', { a: { b: 'x y', c: 'x y' } }],
  ['a tag of its own on a number', 'a: !override 2\nb: !x\nc: ! 2\n', { a: '2', b: '', c: 2 }],
  ['a tab behind a document marker', '---\t\na: 1\n', { a: 1 }],
  ['a block scalar at the end of the file', 'a: |\n  x\nb: |\n  y', { a: 'x\n', b: 'y' }],
  ['a block scalar with blanks at the end of the file', 'b: |+\n  y \n', { b: 'y \n' }],
  ['digits behind a point', 'a: .5_1\nb: .5_\nc: ._5\n', { a: 0.51, b: '.5_', c: '._5' }],
  ['a tag from the prototype of objects', 'a: !!constructor x\n', { a: 'x' }],
])('%s', (_name, text, expected) => {
  const { documents, problems } = parseYaml({ path: 'compose.yaml', text });
  expect(problems.map(({ message }) => message)).toEqual([]);
  expect(documents.map(({ root }) => root && plain(root))).toEqual([expected]);
});

test.each([
  ['a bracket', 'a:\n  b: [1, 2\n  c: 3\nd: 4\n', { d: 4 }],
  ['a quote', 'a:\n  b: "x\n  c: 3\nd: "4"\n', {}],
])('%s that is not closed spoils its block, not the file', (_name, text, expected) => {
  const { documents, problems } = parseYaml({ path: 'compose.yaml', text });
  expect(problems).not.toEqual([]);
  expect(documents.map(({ root }) => root && plain(root))).toEqual([expect.objectContaining(expected)]);
});

test.each([
  ['%YAML 1.1 # as it is\n---\na: 1\n', undefined],
  ['%TAG ! tag:x,2000:\n%TAG !! tag:y,2000:\n---\na: 1\n', undefined],
  ['%FOO bar\n---\na: 1\n', { start: 0, end: 8, message: 'found unknown directive name' }],
  ['# x\n%FOO\n%BAR\n---\na: 1\n', { start: 4, end: 8, message: 'found unknown directive name' }],
  ['% \n---\na: 1\n', { start: 0, message: 'could not find expected directive name' }],
  ['%YAML 1.1\n%YAML 1.1\n---\na: 1\n', { start: 10, end: 19, message: 'found duplicate %YAML directive' }],
  ['%TAG ! tag:x\n%TAG ! tag:y\n---\na: 1\n', { start: 13, message: 'found duplicate %TAG directive' }],
  ['a: 1\n...\n%YAML 1.1\n---\na: 1\n...\n%YAML 1.1\n---\na: 1\n', undefined],
])('directives: %j', (text, expected) => {
  const [first, ...others] = parseYaml({ path: 'compose.yaml', text }).problems;
  expect(others).toEqual([]);
  if (expected) expect({ ...first?.at, message: first?.message }).toMatchObject(expected);
  else expect(first).toBeUndefined();
});

test.each([
  ['a:\n  b: [1, 2\n', 14, 'a bracket or brace is still open here: close it, or indent this line'],
  ['a:\n  b: {c: 1\nd: 2\n', 14, 'a bracket or brace is still open here: close it, or indent this line'],
  ['[1, 2', 5, 'a bracket or brace is still open here: close it, or indent this line'],
  ['a: "x\n', 6, 'a quote is still open here'],
  ["a: 'x\n", 6, 'a quote is still open here'],
])('what is never closed is told as such: %j', (text, start, message) => {
  const [first] = parseYaml({ path: 'compose.yaml', text }).problems;
  expect({ start: first?.at.start, message: first?.message }).toEqual({ start, message });
});
