import type { Tree } from '../../src/source/tree.js';
import { parseYaml } from '../../src/source/yaml.js';
import { conformanceCases, describeConformance } from './conformance.js';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly documents: readonly unknown[];
  readonly error?: string;
}

function goFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** The form in which the data writes what Go decoded. */
function decoded(tree: Tree): unknown {
  if (tree.kind === 'sequence') return tree.items.map(decoded);
  if (tree.kind === 'mapping')
    return Object.fromEntries(Array.from(tree.entries, ([name, { value }]) => [name, decoded(value)]));
  const { type, value } = tree;
  if (type === 'integer')
    return { $go: typeof value === 'bigint' && value > 2n ** 63n - 1n ? 'uint64' : 'int', value: String(value) };
  if (type === 'float') return { $go: 'float64', value: goFloat(Number(value)) };
  if (type === 'timestamp') return { $go: 'time.Time', value };
  return value;
}

describeConformance('what Go decodes', () => {
  test.each(conformanceCases<Case>('yaml/decode.oracle.json').map((one) => [one.id, one] as const))(
    '%s',
    (_, { text, documents, error }) => {
      const parsed = parseYaml({ path: 'a.yaml', text });
      expect({
        problems: parsed.problems.map((problem) => problem.message),
        failed: parsed.problems.length > 0,
      }).toEqual({
        problems: expect.anything(),
        failed: error !== undefined,
      });
      if (error === undefined) expect(parsed.documents.map(({ root }) => root && decoded(root))).toEqual(documents);
    },
  );
});
