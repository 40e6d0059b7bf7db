/** Leaves out what the loader adds and Docker Compose 2 does not print. */
import type { Mapping } from '../../source/tree.js';
import { mapping } from '../../source/tree.js';
import { SOURCE_IS_CREATED } from '../defaults.js';
import { compilePatterns } from '../pattern.js';
import type { Rewrite } from '../transform.js';
import { rewriteChildren } from '../transform.js';

const bindWithoutImplied: Rewrite<undefined> = (bind) => {
  if (bind.kind !== 'mapping') return bind;
  const kept = [...bind.entries.values()].filter(({ value }) => {
    const last = value.at.via.at(-1);
    return last?.how !== 'default' || last.reason !== SOURCE_IS_CREATED;
  });
  return kept.length === bind.entries.size ? bind : mapping(kept, bind.at);
};

const RULES = compilePatterns([['services.*.volumes.*.bind', bindWithoutImplied]]);

export function withoutImplied(tree: Mapping): Mapping {
  return rewriteChildren(tree, { path: [], rules: RULES, context: undefined });
}
