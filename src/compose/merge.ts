/** Stage 8 of the loader: an override merged into what was loaded before it (compose-go `override.MergeYaml`). */
import {
  child,
  type Entry,
  isNull,
  type Mapping,
  mapping,
  type Path,
  type Scalar,
  sequence,
  stringValue,
  type Tree,
  withStep,
} from '../source/tree.js';
import { mergePools } from './address-pools.js';
import { bareEntry, dependencyEntry, keysOf } from './canonical/lists.js';
import { entry, withValue } from './entries.js';
import { goType } from './go-text.js';
import { identity, sameValue } from './go-tree-text.js';
import { toKeyValues } from './key-value.js';
import { MERGE_RULES, type MergeRule } from './merge-rules.js';
import { type PatternNode, step } from './pattern.js';
import type { Problem } from './problem.js';
import { pathText, refusal, type StageResult } from './stage.js';

interface Place {
  readonly path: Path;
  readonly rules: PatternNode<MergeRule> | undefined;
  readonly problems: Problem[];
}

/** An override that cannot be merged is reported, and the base kept at that place. */
export function mergeTrees(base: Mapping, override: Mapping): StageResult {
  const problems: Problem[] = [];
  return { tree: mergeMappings(base, override, { path: [], rules: MERGE_RULES, problems }), problems };
}

/** One service merged into the one it extends. Compose's messages call every such service `x`. */
export function extendService(base: Mapping, override: Mapping): StageResult {
  const problems: Problem[] = [];
  const path = ['services', 'x'];
  const rules = path.reduce<Place['rules']>(step, MERGE_RULES);
  return { tree: mergeMappings(base, override, { path, rules, problems }), problems };
}

function mergeMappings(base: Mapping, other: Mapping, place: Place): Mapping {
  const entries = new Map(base.entries);
  let changed = false;
  for (const added of other.entries.values()) {
    const known = entries.get(added.name);
    const merged = known ? mergeEntries(known, added, below(place, added.name)) : added;
    if (merged === known) continue;
    entries.set(added.name, merged);
    changed = true;
  }
  return changed ? { ...base, entries } : base;
}

function below({ path, rules, problems }: Place, key: string): Place {
  return { path: [...path, key], rules: step(rules, key), problems };
}

function mergeEntries(base: Entry, other: Entry, place: Place): Entry {
  switch (place.rules?.value) {
    case 'replace':
      return replaced(base, other);
    case 'sequence':
      return withValue(base, appended(base.value, toKeyValues(base.value), toKeyValues(other.value)));
    case 'distinct sequence':
      return withValue(base, mergeDistinct(base.value, other.value));
    case 'build':
      return mergeAsMappings(base, other, place, asBuild);
    case 'dependencies':
      return mergeAsMappings(base, other, place, (tree) => asMapping(tree, place, dependencyEntry));
    case 'names':
      return mergeAsMappings(base, other, place, (tree) => asMapping(tree, place, bareEntry));
    case 'logging':
      return mergeLogging(base, other, place);
    case 'address pools':
      return mergeAddressPools(base, other, place);
    default:
      return mergePlain(base, other, place);
  }
}

function mergePlain(base: Entry, other: Entry, place: Place): Entry {
  if (isNull(other.value)) return base;
  if (base.value.kind === 'scalar') return replaced(base, other);
  if (base.value.kind === 'mapping' && other.value.kind === 'mapping')
    return withValue(base, mergeMappings(base.value, other.value, place));
  if (base.value.kind === 'sequence' && other.value.kind === 'sequence')
    return withValue(base, appended(base.value, base.value.items, other.value.items));
  return refused(base, other, place);
}

/** The override's entry, which remembers what it replaces. */
function replaced(base: Entry, other: Entry): Entry {
  const isWritten = base.value.at.via.every(({ how }) => how !== 'default');
  if (!isWritten || isNull(base.value)) return other;
  const { source, start, end } = base.value.at;
  const at = withStep(other.value.at, { how: 'override', site: { source, start, end } });
  return withValue(other, { ...other.value, at });
}

function refused(base: Entry, other: Entry, { path, problems }: Place): Entry {
  problems.push(refusal(`cannot override ${pathText(path)}`, other.value.at));
  return base;
}

function appended(base: Tree, items: readonly Tree[], added: readonly Tree[]): Tree {
  if (base.kind === 'sequence' && added.length === 0) return base;
  return sequence([...items, ...added], base.at);
}

function mergeDistinct(base: Tree, other: Tree): Tree {
  const items = toKeyValues(base);
  const known = new Set(items.map(identity));
  return appended(
    base,
    items,
    toKeyValues(other).filter((item) => !known.has(identity(item))),
  );
}

/** Both sides in their mapping form; what has none adds nothing, and nothing can be added to it. */
function mergeAsMappings(base: Entry, other: Entry, place: Place, convert: (tree: Tree) => Mapping | undefined): Entry {
  const right = convert(base.value);
  const left = convert(other.value);
  if (right === undefined && left !== undefined && left.entries.size > 0) return refused(base, other, place);
  const empty = mapping([], base.value.at);
  return withValue(base, mergeMappings(right ?? empty, left ?? mapping([], other.value.at), place));
}

function asBuild(tree: Tree): Mapping | undefined {
  if (tree.kind === 'mapping') return tree;
  return stringValue(tree) === undefined ? undefined : mapping([entry('context', tree)], tree.at);
}

function asMapping(
  tree: Tree,
  { path, problems }: Place,
  make: (name: string, item: Scalar) => Entry,
): Mapping | undefined {
  if (tree.kind === 'mapping') return tree;
  if (tree.kind !== 'sequence') return undefined;
  const refuseItem = (item: Tree) => problems.push(refusal(`${pathText(path)}.[] must be a string`, item.at));
  return mapping(keysOf(tree.items, make, refuseItem), tree.at);
}

/** Compose breaks down over a `logging` that is no mapping, so that is a refusal. */
function mergeLogging(base: Entry, other: Entry, place: Place): Entry {
  if (base.value.kind !== 'mapping' || other.value.kind !== 'mapping') return refused(base, other, place);
  const was = child(base.value, 'driver');
  const is = child(other.value, 'driver');
  const mergeable = was === undefined || is === undefined || sameValue(was, is);
  return mergeable ? withValue(base, mergeMappings(base.value, other.value, place)) : replaced(base, other);
}

function mergeAddressPools(base: Entry, other: Entry, place: Place): Entry {
  if (base.value.kind !== 'sequence' || other.value.kind !== 'sequence') {
    const message = `${pathText(place.path)}: unexpected type ${goType(base.value)}`;
    place.problems.push(refusal(message, other.value.at));
    return base;
  }
  const merge = (right: Mapping, left: Mapping) => mergeMappings(right, left, place);
  const pools = mergePools(mappings(base.value.items), mappings(other.value.items), merge);
  return withValue(base, sequence(pools, base.value.at));
}

function mappings(items: readonly Tree[]): readonly Mapping[] {
  return items.filter((item) => item.kind === 'mapping');
}
