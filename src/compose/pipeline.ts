/** Loads the files of a project, and of the projects it includes, into one canonical tree: stages 1 to 17. */
import { parsedOf } from '../source/parsed.js';
import type { Mapping } from '../source/tree.js';
import { child } from '../source/tree.js';
import { yamlLimits } from '../source/yaml.js';
import { checkTree } from './checks.js';
import { setDefaults } from './defaults.js';
import type { Document, Loaders, Use } from './document.js';
import { addDocument } from './document.js';
import { resolveEnvironment } from './environment.js';
import type { BaseFile, LoadBaseFile } from './extends.js';
import { directoryOf, relative, resolve } from './file-path.js';
import { resolvePaths } from './paths.js';
import { isRemote } from './remote.js';
import type { Removals, TaggedPath } from './reset.js';
import { NO_REMOVALS } from './reset.js';
import type { Scope } from './run.js';
import { exceeded, missing, refuse, reportIn } from './run.js';
import type { StageResult } from './stage.js';

/** The merged tree of the files, `undefined` where nothing could be read of any of them. */
export function loadFiles(scope: Scope, paths: readonly string[]): Mapping | undefined {
  let tree: Mapping | undefined;
  for (const path of paths) {
    tree = addFile(scope, path, tree, 'project').tree;
  }
  return tree && finish(scope, tree);
}

/** What follows once all files are merged. */
function finish(scope: Scope, merged: Mapping): Mapping {
  const { options, sources } = scope.run;
  const settle = (result: StageResult): Mapping => {
    for (const problem of result.problems) reportIn(scope, problem);
    return result.tree;
  };
  let tree = settle(setDefaults(merged));
  if (options.validate) for (const problem of checkTree(tree)) reportIn(scope, problem);
  if (scope.resolvePaths)
    tree = settle(resolvePaths(tree, { directory: scope.workingDirectory, home: sources.home, isRemote }));
  return resolveEnvironment(tree, scope.variables);
}

interface Accumulated {
  readonly tree: Mapping | undefined;
  readonly removals: Removals;
}

function addFile(scope: Scope, path: string, before: Mapping | undefined, use: Use): Accumulated {
  let accumulated: Accumulated = { tree: before, removals: NO_REMOVALS };
  for (const document of documentsOf(scope, path)) {
    accumulated = addDocument(scope, document, accumulated.tree, use, LOADERS);
  }
  return accumulated;
}

/** The documents of a file; what cannot be decoded is reported and left out. */
export function documentsOf(scope: Scope, path: string): readonly Document[] {
  const site = scope.trail.at(-1);
  if (!scope.run.mayLoad()) {
    exceeded(scope, 'too many files are loaded', 'files', site);
    return [];
  }
  const read = scope.run.sources.read(path);
  if (!read.ok) {
    if (site) missing(scope, read.message, site);
    else refuse(scope, read.message);
    return [];
  }
  scope.run.loaded(read.source);
  const parsed = parsedOf(read.source, yamlLimits(scope.run.options.limits));
  for (const { message, at, limit } of parsed.problems) {
    if (limit) exceeded(scope, message, limit, at);
    else refuse(scope, message, at);
  }
  return parsed.documents.flatMap(({ root, tags }) => {
    if (root?.kind === 'mapping') return [{ file: path, root, tags: tags.filter(isReset) }];
    if (root) refuse(scope, 'top-level object must be a mapping', root.at);
    return [];
  });
}

function isReset<Tagged extends { readonly tag: string }>(tagged: Tagged): tagged is Tagged & TaggedPath {
  return tagged.tag === '!reset' || tagged.tag === '!override';
}

const loadBaseFile: LoadBaseFile = (scope, reference, site, service): BaseFile | undefined => {
  const path = resolve(scope.directory, reference);
  const { tree, removals } = addFile(scope, path, undefined, 'base');
  if (!tree) {
    if (scope.run.sources.read(path).ok) refuse(scope, noServices(service, path), site);
    return undefined;
  }
  const services = child(tree, 'services');
  if (services?.kind !== 'mapping') {
    refuse(
      scope,
      services
        ? `cannot extend service "${service}" in ${path}: services must be a mapping`
        : noServices(service, path),
      site,
    );
    return undefined;
  }
  const directory = relative(scope.directory, directoryOf(path)) ?? directoryOf(path);
  const resolved = resolvePaths(tree, { directory, home: scope.run.sources.home, isRemote });
  for (const problem of resolved.problems) reportIn(scope, problem);
  const moved = child(resolved.tree, 'services');
  return { services: moved?.kind === 'mapping' ? moved : services, removals };
};

function noServices(service: string, path: string): string {
  return `cannot extend service "${service}" in ${path}: no services section`;
}

const LOADERS: Loaders = { loadFiles, loadBaseFile };
