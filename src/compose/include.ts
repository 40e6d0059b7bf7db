/** `include`: other projects, loaded on their own and added to the one that includes them. */
import type { Range } from '../source/text.js';
import type { Entry, Mapping, Tree } from '../source/tree.js';
import { child, isNull, mapping, stringValue } from '../source/tree.js';
import { copyWithStep, sizeOf } from '../source/yaml-steps.js';
import { loadEnvironmentFiles } from './environment-files.js';
import { clean, directoryOf, isAbsolute, relative, resolve } from './file-path.js';
import { goStringVerb } from './go-tree-text.js';
import { mergeTrees } from './merge.js';
import { isElsewhere } from './remote.js';
import type { Removals } from './reset.js';
import { applyRemovals } from './reset.js';
import type { Scope } from './run.js';
import { exceeded, missing, refuse, reportIn } from './run.js';
import { withDefaults } from './variables.js';

/** What a project can take from another one. */
const IMPORTED = ['services', 'volumes', 'networks', 'secrets', 'configs', 'models'] as const;

interface Inclusion {
  readonly at: Range;
  /** The main file, then its overrides. */
  readonly paths: readonly string[];
  readonly projectDirectory: string;
  /** `undefined`: the `.env` of the project directory, if there is one. */
  readonly envFiles: readonly string[] | undefined;
}

/** Loads the files of one project; given by the pipeline, which this is a part of. */
export type LoadFiles = (scope: Scope, paths: readonly string[]) => Mapping | undefined;

/** The document without `include`, and with what it includes. What the document says itself wins. */
export function applyInclude(scope: Scope, document: Mapping, removals: Removals, load: LoadFiles): Mapping {
  const include = child(document, 'include');
  if (include === undefined) return document;
  const entries = new Map(document.entries);
  entries.delete('include');
  let tree: Mapping = { ...document, entries };
  for (const inclusion of inclusionsOf(scope, include)) {
    const imported = loadInclusion(scope, inclusion, load);
    if (imported) tree = importInto(scope, tree, imported, removals, inclusion.at);
  }
  return tree;
}

function inclusionsOf(scope: Scope, include: Tree): readonly Inclusion[] {
  if (isNull(include)) return [];
  if (include.kind !== 'sequence') {
    refuse(scope, `\`include\` must be a list, got ${goStringVerb(include)}`, include.at);
    return [];
  }
  return include.items.flatMap((item) => {
    const inclusion = inclusionOf(item);
    if (!inclusion) refuse(scope, 'an `include` entry must be a path, or a mapping with a path', item.at);
    return inclusion ? [inclusion] : [];
  });
}

function inclusionOf(item: Tree): Inclusion | undefined {
  const short = stringValue(item);
  if (short !== undefined) return { at: item.at, paths: [short], projectDirectory: '', envFiles: undefined };
  const paths = textsOf(child(item, 'path'));
  if (!paths || paths.length === 0) return undefined;
  const envFiles = textsOf(child(item, 'env_file'));
  return {
    at: child(item, 'path')?.at ?? item.at,
    paths,
    projectDirectory: stringValue(child(item, 'project_directory')) ?? '',
    envFiles: envFiles && envFiles.length > 0 ? envFiles : undefined,
  };
}

function textsOf(tree: Tree | undefined): readonly string[] | undefined {
  if (tree?.kind === 'sequence') return tree.items.flatMap((item) => stringValue(item) ?? []);
  const text = stringValue(tree);
  return text === undefined ? undefined : [text];
}

function loadInclusion(scope: Scope, inclusion: Inclusion, load: LoadFiles): Mapping | undefined {
  const { mode } = scope.run.options;
  if (inclusion.paths.some((path) => isElsewhere(path, mode))) {
    reportIn(scope, { kind: 'unseen', message: 'a remote include is not fetched', at: inclusion.at });
    return undefined;
  }
  const paths = inclusion.paths.map((path) => resolve(scope.directory, path));
  const [main = ''] = paths;
  if (scope.included.includes(main)) {
    const [first = '', ...others] = [...scope.included, main];
    refuse(scope, `include cycle detected:\n${first}\n include ${others.join('\n include ')}`, inclusion.at);
    return undefined;
  }
  const deepest = scope.run.options.limits['include-depth'];
  if (scope.included.length > deepest) {
    exceeded(scope, `includes are nested more than ${deepest} levels deep`, 'include-depth', inclusion.at);
    return undefined;
  }
  const nested = scopeOf(scope, inclusion, main);
  return load(nested, paths);
}

function scopeOf(scope: Scope, inclusion: Inclusion, main: string): Scope {
  const { projectDirectory, at } = inclusion;
  const directory = projectDirectory === '' ? directoryOf(main) : resolve(scope.directory, projectDirectory);
  return {
    ...scope,
    directory,
    workingDirectory: workingDirectoryOf(scope, projectDirectory, main),
    variables: withDefaults(scope.variables, includedVariables(scope, inclusion, directory)),
    trail: [...scope.trail, at],
    resolvePaths: true,
  };
}

/** As Compose sees it: relative to the including project, and a directory that does not exist counts as its parent. */
function workingDirectoryOf(scope: Scope, written: string, main: string): string {
  if (isAbsolute(written)) return clean(written);
  const seen = resolve(scope.directory, written === '' ? main : written);
  const directory = scope.run.sources.stat(seen) === 'directory' ? seen : directoryOf(seen);
  return relative(scope.directory, directory) ?? directory;
}

function includedVariables(scope: Scope, inclusion: Inclusion, directory: string) {
  const { sources } = scope.run;
  if (!inclusion.envFiles) {
    const path = resolve(directory, '.env');
    const kind = sources.stat(path);
    return loadEnvironmentFiles(scope, kind === 'file' || kind === 'other' ? [path] : [], inclusion.at);
  }
  const paths: string[] = [];
  for (const written of inclusion.envFiles) {
    const path = resolve(scope.directory, written);
    if (path === '/dev/null') continue;
    const kind = sources.stat(path);
    if (kind === undefined) missing(scope, `stat ${path}: no such file or directory`, inclusion.at);
    else if (kind === 'directory') refuse(scope, `${path} is not a file`, inclusion.at);
    else paths.push(path);
  }
  return loadEnvironmentFiles(scope, paths, inclusion.at);
}

function importInto(scope: Scope, tree: Mapping, source: Mapping, removals: Removals, site: Range): Mapping {
  const entries = new Map(tree.entries);
  for (const section of IMPORTED) {
    const imported = child(source, section);
    if (imported?.kind !== 'mapping') continue;
    if (!scope.run.mayCopy(sizeOf(imported))) {
      exceeded(scope, 'the project is too large once everything is included', 'copies', site);
      return tree;
    }
    const moved = copyWithStep(imported, { how: 'include', site });
    const existing = entries.get(section);
    if (existing?.value.kind === 'mapping') {
      entries.set(section, { ...existing, value: importSection(scope, section, existing.value, moved, removals) });
    } else if (!existing || isNull(existing.value)) {
      entries.set(section, { name: section, at: moved.at, value: moved });
    }
  }
  return { ...tree, entries };
}

function importSection(scope: Scope, section: string, existing: Mapping, imported: Tree, removals: Removals): Mapping {
  if (imported.kind !== 'mapping') return existing;
  const entries = new Map(existing.entries);
  for (const entry of imported.entries.values()) {
    const own = entries.get(entry.name);
    entries.set(entry.name, own ? combined(scope, section, entry, own, removals) : entry);
  }
  return { ...existing, entries };
}

/** One resource that both projects define. */
function combined(scope: Scope, section: string, imported: Entry, own: Entry, removals: Removals): Entry {
  const wrap = (entry: Entry): Mapping => {
    const inner = mapping([entry], entry.at);
    return mapping([{ name: section, at: entry.at, value: inner }], entry.at);
  };
  const base = applyRemovals(wrap(imported), removals);
  const { tree, problems } = mergeTrees(base, wrap(own));
  for (const problem of problems) reportIn(scope, problem);
  const merged = child(tree, section);
  return (merged?.kind === 'mapping' && merged.entries.get(own.name)) || own;
}
