/** What Go's `fmt` and `slices` make of whole values: for messages and `KEY=value` texts that must equal Compose's. */
import { isNull, type Mapping, type Sequence, type Tree } from '../source/tree.js';
import { goText, goType } from './go-text.js';

/** `%v` of any value: lists as `[a b]`, mappings as `map[k:v]` in the order of their keys. */
export function goTreeText(tree: Tree): string {
  return tree.kind === 'scalar' ? goText(tree) : collectionText(tree, goTreeText);
}

function collectionText(tree: Mapping | Sequence, textOf: (inner: Tree) => string): string {
  if (tree.kind === 'sequence') return `[${tree.items.map(textOf).join(' ')}]`;
  const entries = [...tree.entries.values()].sort((left, right) => compareBytes(left.name, right.name));
  return `map[${entries.map((entry) => `${entry.name}:${textOf(entry.value)}`).join(' ')}]`;
}

/** `%s`, which marks what is no text: `%!s(int=80)`. */
export function goStringVerb(tree: Tree | undefined): string {
  return tree === undefined || isNull(tree) ? '%!s(<nil>)' : innerStringVerb(tree);
}

/** Within lists and mappings only null goes without a mark. */
function innerStringVerb(tree: Tree): string {
  if (tree.kind !== 'scalar') return collectionText(tree, innerStringVerb);
  const isText = tree.type === 'string' || tree.type === 'timestamp' || tree.type === 'null';
  return isText ? goText(tree) : `%!s(${goType(tree)}=${goText(tree)})`;
}

/** The order of Go's strings, by bytes of UTF-8: unlike JavaScript's, it puts U+FFFD before U+10000. */
export function compareBytes(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Whether two values are equal in type and content, as Go compares what it decoded. */
export function sameValue(left: Tree | undefined, right: Tree | undefined): boolean {
  return identity(left) === identity(right);
}

/** A text that only equal values share; a value that is not there equals null. */
export function identity(tree: Tree | undefined): string {
  return tree === undefined ? '<nil>:<nil>' : `${goType(tree)}:${goTreeText(tree)}`;
}
