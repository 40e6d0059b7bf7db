/** Decoding, held against what Docker's YAML library gave. */
import type { Scalar, Tree } from '../../../src/source/tree.js';
import { parseYaml } from '../../../src/source/yaml.js';
import { difference, firstOf, suite } from '../suite.js';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly documents: readonly unknown[];
  readonly error?: string;
}

export const yamlSuite = suite<Case>('yaml', /^yaml\//, 1, ({ text, documents, error }) => {
  const parsed = parseYaml({ path: 'compose.yaml', text });
  if (error) return parsed.problems.length > 0 ? undefined : `accepted, but refused by Docker: ${error}`;
  return firstOf(
    difference(
      'problems',
      parsed.problems.map(({ message }) => message),
      [],
    ),
    difference(
      'documents',
      parsed.documents.map(({ root }) => goValue(root)),
      documents.map(normalNumbers),
    ),
  );
});

function goValue(tree: Tree | undefined): unknown {
  if (!tree) return null;
  if (tree.kind === 'sequence') return tree.items.map(goValue);
  if (tree.kind === 'scalar') return goScalar(tree);
  const entries = [...tree.entries.values()];
  if (entries.some(({ keyType }) => keyType)) return { $nonStringKeyMap: true };
  return Object.fromEntries(entries.map(({ name, value }) => [name, goValue(value)]));
}

function goScalar({ type, value }: Scalar): unknown {
  if (type === 'integer') {
    const big = BigInt(String(value));
    return { $go: big > 2n ** 63n - 1n ? 'uint64' : 'int', value: String(big) };
  }
  if (type === 'float') return { $go: 'float64', value: floatText(Number(value)) };
  return type === 'timestamp' ? { $go: 'time.Time', value } : value;
}

function floatText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}

/** Numbers are compared by value: `1e+06` and `1000000` are the same. */
function normalNumbers(expected: unknown): unknown {
  return JSON.parse(JSON.stringify(expected), (_key, inner) => {
    if (inner?.$nonStringKeyMap) return { $nonStringKeyMap: true };
    return inner?.$go === 'float64'
      ? { ...inner, value: floatText(Number(inner.value.replace('Inf', 'Infinity'))) }
      : inner;
  });
}
