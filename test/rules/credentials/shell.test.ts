/** The words of a command line, as a POSIX shell splits it: operators in angle brackets. */
import { offsetIn, plainWord, shellWords, type Word, wordsWithin } from '../../../src/rules/credentials/shell';

const told = (line: string): readonly string[] =>
  shellWords(line).map(({ text, operator }) => (operator ? `<${text}>` : text));

test.each<[string, readonly string[]]>([
  ['', []],
  ['  ', []],
  ['a b\tc\r', ['a', 'b', 'c']],
  ["'a b' c", ['a b', 'c']],
  ["x'a b'y", ['xa by']],
  ["''", ['']],
  ['""', ['']],
  ["'open a", ['open a']],
  ['"a \'b\' c"', ["a 'b' c"]],
  ['"open a', ['open a']],
  ['a\\ b', ['a b']],
  ['a\\\nb', ['ab']],
  ['a\\', ['a']],
  ["\\'a\\'", ["'a'"]],
  ['"a\\"b"', ['a"b']],
  ['"a\\\\b"', ['a\\b']],
  ['"\\$x \\`y"', ['$x `y']],
  ['"a\\nb"', ['a\\nb']],
  ['a;b', ['a', '<;>', 'b']],
  ['a && b || c', ['a', '<&>', '<&>', 'b', '<|>', '<|>', 'c']],
  ['(a)', ['<(>', 'a', '<)>']],
  ['a\nb', ['a', '<\n>', 'b']],
  ['a # no more\nb', ['a', '<\n>', 'b']],
  ['a # no more', ['a']],
  ['a#b', ['a#b']],
  ["a ''#b", ['a', '#b']],
])('%j', (line, expected) => {
  expect(told(line)).toEqual(expected);
});

function offsetsOf(word: Word): readonly number[] {
  return Array.from({ length: word.text.length }, (_, index) => offsetIn(word, index) ?? -1);
}

test('a word whose units follow each other keeps no list of their places', () => {
  expect(shellWords('run --password "x y" a\\ b').map(({ offsets }) => offsets === undefined)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('every unit of a word knows its place in the line', () => {
  const line = 'x "a\\"b" \'c\'d\\ e;';
  for (const word of shellWords(line)) {
    expect(
      offsetsOf(word)
        .map((offset) => line.charAt(offset))
        .join(''),
    ).toBe(word.text);
  }
  expect(shellWords(line).map(offsetsOf)).toEqual([[0], [3, 5, 6], [10, 12, 14, 15], [16]]);
});

test('words within a word are placed in the outer line', () => {
  const line = 'sh -c "run \\"a b\\""';
  const script = shellWords(line)[2] ?? plainWord('');
  expect(wordsWithin(script).map((word) => [word.text, offsetIn(word, 0)])).toEqual([
    ['run', 7],
    ['a b', 13],
  ]);
});

test('a plain word stands as it is', () => {
  const word = plainWord('a "b');
  expect([word.text, offsetsOf(word), word.operator]).toEqual(['a "b', [0, 1, 2, 3], false]);
});
