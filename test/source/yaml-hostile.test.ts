/** Texts that nobody means: each is read to its end, or refused, in time that grows with its length alone. */
import fc from 'fast-check';
import { Composer } from 'yaml';
import { textOf } from '../../src/source/text.js';
import { DEFAULT_YAML_LIMITS, parseYaml } from '../../src/source/yaml.js';
import { treesOf } from '../support/trees.js';
import { YAML_TOKENS } from '../support/yaml-tokens.js';

function messages(text: string): readonly string[] {
  return parseYaml({ path: 'compose.yaml', text }).problems.map(({ message }) => message);
}

const doubling = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`);
const merging = Array.from(
  { length: 2_000 },
  (_, index) => `m${index + 1}: &m${index + 1} {<<: *m${index}, k${index}: 1}\n`,
);

test('of the mistakes in a text the first are told, and how many there are more', () => {
  const wrong = (count: number) => messages('- "a" b\n'.repeat(count));
  expect(wrong(20)).toHaveLength(20);
  expect(wrong(21)).toHaveLength(21);
  expect(wrong(21).at(-1)).toBe('1 more mistake from here on');
  expect(wrong(50).at(-1)).toMatch(/^30 more mistakes from here on/);
  const limited = { ...DEFAULT_YAML_LIMITS, documents: 1 };
  const { problems } = parseYaml({ path: 'compose.yaml', text: `${'- "a" b\n'.repeat(50)}---\na: 1\n` }, limited);
  expect(problems.map(({ limit }) => limit)).toContain('documents');
});

test.each([
  ['brackets', '['.repeat(100_000), /nested/],
  ['braces', '{a: '.repeat(50_000), /nested/],
  ['dashes', '- '.repeat(20_000), /nested/],
  ['indentations', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), /nested/],
  ['aliases of aliases', `a0: &a0 x\n${doubling.join('')}`, /alias/],
  ['merges of merges', `m0: &m0 {a: 1}\n${merging.join('')}`, /nodes|alias/],
  ['an alias in itself', 'a: &a [*a]\n', /itself/],
  ['a merge with itself', 'a: &a {<<: *a}\n', /itself/],
  ['documents', '---\na: 1\n'.repeat(1_000), /documents/],
])('too many %s', (_name, text, expected) => {
  expect(messages(text)).toContainEqual(expect.stringMatching(expected));
});

test.each([
  ['keys', Array.from({ length: 20_000 }, (_, index) => `k${index}: v\n`).join('')],
  ['comments', '# x\n'.repeat(100_000)],
  ['empty lines', `a: x${'\n'.repeat(100_000)}b: 1`],
  ['spaces', `a: x${' '.repeat(1_000_000)}y`],
  ['anchors', Array.from({ length: 5_000 }, (_, index) => `a${index}: &a${index} x\n`).join('')],
  ['lines in a block', `a: |\n${'  x\n'.repeat(100_000)}`],
])('many %s', (_name, text) => {
  expect(messages(text)).toEqual([]);
});

test('nothing is read behind more nodes than are allowed', () => {
  const text = `${'- &a x\n'.repeat(50)}- "y" z\n`;
  const told = (nodes: number) =>
    parseYaml({ path: 'compose.yaml', text }, { ...DEFAULT_YAML_LIMITS, nodes }).problems.map(({ message }) => message);
  expect(told(20)).toEqual(['more than 20 nodes, aliases expanded']);
  expect(told(100)).toEqual([expect.stringMatching(/^this is not expected|^a block|^something/)]);
});

test.each([
  ['once, where looser rules cut it alike', 'a:\n- "b" c\n- d\n', 1],
  ['twice, where they do not', 'a: {b: "x\n y"}\nc: [d,\ne]\n', 2],
])('a text with mistakes is parsed %s', (_, text, times) => {
  const parse = jest.spyOn(Composer.prototype, 'end');
  expect(messages(text).length).toBe(times === 1 ? 1 : 0);
  expect(parse).toHaveBeenCalledTimes(times);
  parse.mockRestore();
});

const piece = fc.constantFrom(...YAML_TOKENS);

test('arbitrary text: never throws, and every range lies in the text', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      const { documents, problems } = parseYaml({ path: 'compose.yaml', text });
      const values = documents.flatMap(({ root }) => (root ? [...treesOf(root)] : []));
      for (const { start, end } of [...values, ...problems].map(({ at }) => at)) {
        expect([0 <= start, start <= end, end <= text.length]).toEqual([true, true, true]);
      }
      for (const value of values) {
        const isPlainLine = value.kind === 'scalar' && value.style === 'plain' && value.type === 'string';
        if (isPlainLine && !/[\n\r\u0085\u2028\u2029]/.test(textOf(value.at)))
          expect(textOf(value.at)).toBe(value.value);
      }
    }),
    { numRuns: 500 },
  );
});
