/** One document's way into the tree built so far: stages 3 to 13 of the pipeline, in Compose's order. */
import type { Mapping } from '../source/tree.js';
import { toCanonical } from './canonical.js';
import { omitEmpty } from './defaults.js';
import type { LoadBaseFile } from './extends.js';
import { applyExtends } from './extends.js';
import type { LoadFiles } from './include.js';
import { applyInclude } from './include.js';
import { interpolateTree } from './interpolate.js';
import { mergeTrees } from './merge.js';
import type { Problem } from './problem.js';
import type { Removals, TaggedPath } from './reset.js';
import { applyRemovals, effectiveTags, removalsOf, withoutReset } from './reset.js';
import type { Scope } from './run.js';
import { reportConsequence, reportIn } from './run.js';
import { validateSchema } from './schema/validate.js';
import type { StageResult } from './stage.js';
import { checkKeys } from './string-keys.js';
import { enforceUnicity } from './unicity.js';

export interface Document {
  /** The file as Compose names it: an absolute path, or `-`. */
  readonly file: string;
  readonly root: Mapping;
  readonly tags: readonly TaggedPath[];
}

/** A file that a service extends from is only read: nothing is included, extended or checked. */
export type Use = 'project' | 'base';

export interface Loaders {
  readonly loadFiles: LoadFiles;
  readonly loadBaseFile: LoadBaseFile;
}

export interface Added {
  readonly tree: Mapping;
  /** What the document's tags remove from what came before. */
  readonly removals: Removals;
}

export function addDocument(
  scope: Scope,
  document: Document,
  before: Mapping | undefined,
  use: Use,
  loaders: Loaders,
): Added {
  const { options } = scope.run;
  const settle = (result: StageResult): Mapping => {
    for (const problem of result.problems) reportIn(scope, problem);
    return result.tree;
  };
  const settleConsequences = (result: StageResult): Mapping => {
    for (const problem of result.problems) reportConsequence(scope, problem);
    return result.tree;
  };
  const tags = effectiveTags(document.tags);
  const removals = removalsOf(tags.map(({ path }) => path));

  let own = withoutReset(document.root, tags);
  for (const problem of checkKeys(own)) reportIn(scope, problem);
  if (options.interpolate) {
    own = settle(interpolateTree(own, (name) => scope.variables.get(name), options.mode));
  }
  if (use === 'project') {
    const inner: Scope = { ...scope, included: [...scope.included, document.file] };
    own = applyInclude(inner, own, removals, loaders.loadFiles);
  }
  const base = before && applyRemovals(before, removals);
  if (use === 'project') own = applyExtends(scope, own, document.file, removals, loaders.loadBaseFile);

  let tree = base ? settle(mergeTrees(base, own)) : own;
  tree = settle(enforceUnicity(tree));
  if (use === 'project' && options.validate) {
    tree = settle(validated(tree));
  }
  tree = settleConsequences(
    toCanonical(tree, { mode: options.mode, lenient: !options.interpolate, limits: options.limits }),
  );
  return { tree: settleConsequences(enforceUnicity(omitEmpty(tree))), removals };
}

/** `version` says nothing any more; Compose drops it once the schema has seen it. */
function validated(tree: Mapping): StageResult {
  const problems: Problem[] = [...validateSchema(tree)];
  const version = tree.entries.get('version');
  if (!version) return { tree, problems };
  const entries = new Map(tree.entries);
  entries.delete('version');
  problems.push({
    kind: 'note',
    message: 'the attribute `version` is obsolete, it will be ignored, please remove it to avoid potential confusion',
    at: version.at,
  });
  return { tree: { ...tree, entries }, problems };
}
