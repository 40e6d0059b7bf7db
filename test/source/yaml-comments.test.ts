import { textOf } from '../../src/source/text';
import { commentsOf } from '../../src/source/yaml-comments';

function comments(text: string): readonly string[] {
  return commentsOf({ path: 'compose.yaml', text }).map(textOf);
}

test.each([
  ['# top\na: 1 # one\n', ['# top', '# one']],
  ['a: "# no" # yes\n', ['# yes']],
  ["a: '# no'\n", []],
  ['a: b#no\n', []],
  ['a: b #yes\n', ['#yes']],
  ['a: | # yes\n  # no\n  text\n# yes\n', ['# yes', '# yes']],
  ['a: >-\n  # no\n', []],
  ['a: [1, # yes\n  "# no"] # yes\n', ['# yes', '# yes']],
  ['a: one\n  # yes\nb: 2\n', ['# yes']],
  ['"# no": 1\n', []],
  ['- # yes\n  a: 1\n', ['# yes']],
  ['a: &x 1 # yes\nb: *x # yes\n', ['# yes', '# yes']],
  ['a: !tag # yes\n  b: 1\n', ['# yes']],
  ['--- # yes\na: 1\n... # yes\n', ['# yes', '# yes']],
  ['\ufeff# yes\na: 1\n', ['# yes']],
  ['a: 1 # yes\r\nb: 2 # yes\rc: 3 # yes', ['# yes', '# yes', '# yes']],
  ['a: "\u001f# no" # yes\n', ['# yes']],
  ['a: \u001f# no\n', []],
])('%j', (text, expected) => {
  expect(comments(text)).toEqual(expected);
});

test('a text full of comments ends soon', () => {
  expect(comments('a: [ # x\n'.repeat(50_000))).toHaveLength(50_000);
  expect(comments(`a: ${'# x\n'.repeat(100_000)}`)).toHaveLength(100_000);
});
