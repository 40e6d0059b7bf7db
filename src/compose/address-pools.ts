/**
 * The merge of `networks.*.ipam.config`. Compose merges pools of one subnet and adds the others, except that a base pool
 * which no pool of the override matches is lost, or absorbed by one; what it gives is followed step by step.
 */
import { child, type Mapping, type Tree } from '../source/tree.js';
import { identity } from './go-tree-text.js';

/** A pool that changes while others are merged into it, in every place that holds it. */
interface Cell {
  pool: Mapping;
}

/** Following Compose costs the product of both lengths; lists beyond this are merged subnet by subnet. */
const MAX_STEPS = 10_000;

export type MergePools = (base: Mapping, override: Mapping) => Mapping;

export function mergePools(
  base: readonly Mapping[],
  overrides: readonly Mapping[],
  merge: MergePools,
): readonly Mapping[] {
  if (base.length * overrides.length > MAX_STEPS) return mergeBySubnet(base, overrides, merge);
  const cells: Cell[] = [];
  const cellOf = (subnet: string) => cells.findIndex(({ pool }) => subnetOf(pool) === subnet);
  for (const original of base) {
    const right: Cell = { pool: original };
    for (const left of overrides) {
      const subnet = subnetOf(left);
      if (subnet !== subnetOf(right.pool) && cellOf(subnet) < 0) {
        cells.push({ pool: left });
        continue;
      }
      right.pool = merge(right.pool, left);
      const place = cellOf(subnetOf(right.pool));
      if (place < 0) cells.push(right);
      else cells[place] = right;
    }
  }
  return cells.map(({ pool }) => pool);
}

function mergeBySubnet(base: readonly Mapping[], overrides: readonly Mapping[], merge: MergePools): readonly Mapping[] {
  const pools = new Map<string, Mapping>();
  for (const pool of [...base, ...overrides]) {
    const known = pools.get(subnetOf(pool));
    pools.set(subnetOf(pool), known ? merge(known, pool) : pool);
  }
  return [...pools.values()];
}

function subnetOf(pool: Tree): string {
  return identity(child(pool, 'subnet'));
}
