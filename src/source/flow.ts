/** Where in a YAML text brackets and braces are syntax, so that a plain scalar cannot hold them. */
import { parsedOf } from './parsed.js';
import type { Range, SourceText } from './text.js';
import type { Tree } from './tree.js';

const known = new WeakMap<SourceText, readonly Range[]>();

export function isInsideFlow(source: SourceText, offset: number): boolean {
  const collections = known.get(source) ?? outermost(source);
  known.set(source, collections);
  let low = 0;
  let high = collections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((collections[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (collections[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
}

/** The flow collections that are in no other, in the order of the text. */
function outermost(source: SourceText): readonly Range[] {
  const found = new Map<number, Range>();
  const visit = (tree: Tree): void => {
    if (tree.kind === 'scalar') return;
    if ('[{'.includes(source.text.charAt(tree.at.start) || ' ')) found.set(tree.at.start, tree.at);
    else if (tree.kind === 'sequence') for (const item of tree.items) visit(item);
    else for (const { value } of tree.entries.values()) visit(value);
  };
  for (const { root } of parsedOf(source).documents) if (root) visit(root);
  return [...found.values()].sort((a, b) => a.start - b.start);
}
