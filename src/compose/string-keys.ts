/** Stage 2: Compose refuses keys that YAML reads as something else than text, such as `1:` or `true:`. */
import type { Mapping, Tree } from '../source/tree.js';
import type { Problem } from './problem.js';

/** One problem for each such key; the key itself stays, as the text that was written. */
export function checkKeys(root: Mapping): readonly Problem[] {
  const problems: Problem[] = [];
  visit(root, '', problems);
  return problems;
}

function visit(tree: Tree, path: string, problems: Problem[]): void {
  if (tree.kind === 'sequence') {
    for (const [index, item] of tree.items.entries()) visit(item, `${path}[${index}]`, problems);
  } else if (tree.kind === 'mapping') {
    for (const { name, at, value, keyType } of tree.entries.values()) {
      if (keyType) {
        const place = path === '' ? 'at top level' : `in ${path}`;
        const key = keyType === 'null' ? '<nil>' : name;
        problems.push({ kind: 'refusal', message: `non-string key ${place}: ${key}`, at });
      }
      visit(value, path === '' ? name : `${path}.${name}`, problems);
    }
  }
}
