/** Mappings written as lists of `KEY=value`: the form in which environments, labels and the like are merged. */
import type { Range } from '../source/text.js';
import { type Entry, type Interpolation, isNull, type Origin, type Scalar, type Tree } from '../source/tree.js';
import { compareBytes, goTreeText } from './go-tree-text.js';

/** A mapping gives its entries in the order of their texts, a text itself, a list its items; all else nothing. */
export function toKeyValues(tree: Tree): readonly Tree[] {
  if (tree.kind === 'sequence') return tree.items;
  if (tree.kind === 'scalar') return tree.type === 'string' ? [tree] : [];
  return [...tree.entries.values()]
    .flatMap(pairTexts)
    .sort((left, right) => compareBytes(String(left.value), String(right.value)));
}

/** A key with a list gives one text for each item. */
function pairTexts(pair: Entry): readonly Scalar[] {
  if (pair.value.kind === 'sequence') return pair.value.items.map((value) => pairText({ ...pair, value }));
  if (!isNull(pair.value)) return [pairText(pair)];
  return [{ kind: 'scalar', type: 'string', value: pair.name, style: 'none', at: pair.at, pair }];
}

/** `KEY=value`; the entry stays reachable as `pair`. */
function pairText(pair: Entry): Scalar {
  const { name, value } = pair;
  const text = `${name}=${goTreeText(value)}`;
  const result: Scalar = { kind: 'scalar', type: 'string', value: text, style: 'none', at: pairOrigin(pair), pair };
  if (value.kind !== 'scalar' || !value.interpolation) return result;
  return { ...result, interpolation: behind(`${name}=`, value.interpolation, text) };
}

/** From the beginning of the key to the end of the value, where one follows the other. */
function pairOrigin({ at, value }: Entry): Origin {
  const follows = value.at.source === at.source && value.at.start >= at.end;
  const range: Range = follows ? { source: at.source, start: at.start, end: value.at.end } : at;
  return { source: range.source, start: range.start, end: range.end, via: follows ? value.at.via : at.via };
}

function behind(prefix: string, { raw, substitutions }: Interpolation, text: string): Interpolation {
  const shift = prefix.length;
  return {
    raw: prefix + raw,
    substitutions: substitutions.map((substitution) => ({
      ...substitution,
      start: Math.min(substitution.start + shift, text.length),
      end: Math.min(substitution.end + shift, text.length),
      rawStart: substitution.rawStart + shift,
      rawEnd: substitution.rawEnd + shift,
    })),
  };
}
