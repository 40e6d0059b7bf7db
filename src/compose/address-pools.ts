/**
 * The merge of `networks.*.ipam.config`. Compose merges pools of one subnet and adds the others, except that a base pool
 * which no pool of the override matches is lost, or absorbed by one; what it gives is followed step by step.
 */
import { child, type Mapping, type Tree } from '../source/tree.js';
import { identity } from './go-tree-text.js';

/** A pool that changes while others are merged into it, in every place that holds it. */
interface Cell {
  pool: Mapping;
  subnet: string;
}

/** Following Compose costs the product of both lengths; lists beyond this are merged subnet by subnet. */
const MAX_STEPS = 1_000;

export type MergePools = (base: Mapping, override: Mapping) => Mapping;

export function mergePools(
  base: readonly Mapping[],
  overrides: readonly Mapping[],
  merge: MergePools,
): readonly Mapping[] {
  if (base.length * overrides.length > MAX_STEPS) return mergeBySubnet(base, overrides, merge);
  const cells: Cell[] = [];
  const placeOf = (subnet: string) => cells.findIndex((cell) => cell.subnet === subnet);
  const lefts = overrides.map(cellOf);
  for (const original of base) {
    const right = cellOf(original);
    for (const left of lefts) {
      if (left.subnet !== right.subnet && placeOf(left.subnet) < 0) {
        cells.push(left);
        continue;
      }
      right.pool = merge(right.pool, left.pool);
      right.subnet = subnetOf(right.pool);
      const place = placeOf(right.subnet);
      if (place < 0) cells.push(right);
      else cells[place] = right;
    }
  }
  return cells.map(({ pool }) => pool);
}

function cellOf(pool: Mapping): Cell {
  return { pool, subnet: subnetOf(pool) };
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
