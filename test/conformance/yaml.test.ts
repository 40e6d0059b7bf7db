/** Decoding, held against what Docker's YAML library gave. */
import type { Scalar, Tree } from '../../src/source/tree.js';
import { parseYaml } from '../../src/source/yaml.js';
import { conformanceCases, describeWith } from '../support/shared.js';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly documents: readonly unknown[];
  readonly error?: string;
}

const GO_TYPES = { float: 'float64', timestamp: 'time.Time' } as const;

function goValue(tree: Tree | undefined): unknown {
  if (!tree) return null;
  if (tree.kind === 'sequence') return tree.items.map(goValue);
  if (tree.kind === 'mapping') {
    const entries = Array.from(tree.entries.values(), (entry) => [entry.name, goValue(entry.value)] as const);
    const hasOther = [...tree.entries.values()].some((entry) => entry.keyType);
    return hasOther ? { $nonStringKeyMap: true } : Object.fromEntries(entries);
  }
  return goScalar(tree);
}

function goScalar({ type, value }: Scalar): unknown {
  if (type === 'integer') {
    const big = BigInt(String(value));
    return { $go: big > 2n ** 63n - 1n ? 'uint64' : 'int', value: String(big) };
  }
  if (type === 'float' || type === 'timestamp') return { $go: GO_TYPES[type], value: goFloat(value) };
  return value;
}

function goFloat(value: Scalar['value']): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  if (Object.is(value, -0)) return '-0';
  return String(value);
}

const normal = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, inner) =>
    inner && typeof inner === 'object' && '$nonStringKeyMap' in inner
      ? { $nonStringKeyMap: true }
      : inner?.$go === 'float64' && Number.isFinite(Number(inner.value))
        ? { ...inner, value: Object.is(Number(inner.value), -0) ? '-0' : String(Number(inner.value)) }
        : inner,
  );

describeWith('conformance/yaml')('yaml', () => {
  test.each(conformanceCases<Case>('yaml').map((item) => [item.id, item] as const))('%s', (_id, item) => {
    const parsed = parseYaml({ path: 'compose.yaml', text: item.text });
    if (item.error) {
      expect(parsed.problems).not.toEqual([]);
    } else {
      expect(parsed.problems.map((problem) => problem.message)).toEqual([]);
      expect(parsed.documents.map((document) => goValue(document.root))).toEqual(normal(item.documents));
    }
  });
});
