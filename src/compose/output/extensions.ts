/** Stage 19: Compose puts `x-*` keys aside before it binds a project, those of free mappings such as `environment` too. */
import type { Entry, Mapping, Tree } from '../../source/tree.js';
import { mapping } from '../../source/tree.js';
import { entry, withEntries, withValues } from '../entries.js';
import type { PatternNode } from '../pattern.js';
import { compilePatterns, step } from '../pattern.js';

const ASIDE = '#extensions';

/** Mappings whose keys are the user's: there `x-web` is a name like any other. */
const USER_KEYS = compilePatterns<true>([
  ['services', true],
  ['services.*.depends_on', true],
  ['volumes', true],
  ['networks', true],
  ['secrets', true],
  ['configs', true],
]);

/** A tree found at a path such as `['services', 'web']`. */
export function withExtensionsAside(tree: Tree, path: readonly string[]): Tree {
  return aside(tree, path.reduce<PatternNode<true> | undefined>(step, USER_KEYS));
}

function aside(tree: Tree, rules: PatternNode<true> | undefined): Tree {
  if (tree.kind === 'scalar') return tree;
  if (tree.kind === 'sequence') {
    const items = tree.items.map((item, index) => (item.kind === 'mapping' ? aside(item, step(rules, index)) : item));
    return items.every((item, index) => item === tree.items[index]) ? tree : { ...tree, items };
  }
  return asideOfMapping(tree, rules);
}

function asideOfMapping(tree: Mapping, rules: PatternNode<true> | undefined): Mapping {
  const extensions: Entry[] = [];
  const kept = withValues(tree, (entry) => {
    if (rules?.value || !entry.name.startsWith('x-')) return aside(entry.value, step(rules, entry.name));
    extensions.push(entry);
    return undefined;
  });
  return extensions.length === 0 ? kept : withEntries(kept, [entry(ASIDE, mapping(extensions, tree.at))]);
}
