/** Stage 16 of the loader: paths of the host become absolute (compose-go `paths.ResolveRelativePaths`). */
import { child, type Entry, type Mapping, type Scalar, sequence, stringValue, type Tree } from '../source/tree.js';
import { withEntries } from './entries.js';
import { isAbsolute, isWindowsAbsolute, join } from './file-path.js';
import { goType } from './go-text.js';
import { rewritten, unknownSpans } from './part.js';
import { compilePatterns } from './pattern.js';
import type { Problem } from './problem.js';
import { refusal, type StageResult } from './stage.js';
import { type Rewrite, rewriteChildren } from './transform.js';

export interface PathOptions {
  /** What relative paths are joined to; may itself be relative, as for the files of `extends`. */
  readonly directory: string;
  /** For `~`; without it such paths stay as they are. */
  readonly home: string | undefined;
  /** Whether `extends.file` names something that is no local file. */
  readonly isRemote?: (path: string) => boolean;
  /** Follows symbolic links, for the paths of `develop.watch`. */
  readonly realPath?: (path: string) => string;
}

interface PathContext extends PathOptions {
  readonly problems: Problem[];
}

type PathRule = Rewrite<PathContext>;
type Resolve = (path: string, context: PathContext) => string;

/** Home directories and relative paths; empty stays empty. */
const hostPath: Resolve = (path, context) => {
  const expanded = expandHome(path, context);
  return expanded === '' || isRooted(expanded, context) ? expanded : join(context.directory, expanded);
};

/** As `hostPath`, for what may also be a path of Windows; empty is the directory itself. */
const anyHostPath: Resolve = (path, context) => {
  const expanded = expandHome(path, context);
  return isRooted(expanded, context) || isWindowsAbsolute(expanded) ? expanded : join(context.directory, expanded);
};

/** Drive letters count where the project itself is on a drive. */
function isRooted(path: string, { directory }: PathContext): boolean {
  return path.startsWith('/') || (isAbsolute(path) && !directory.startsWith('/'));
}

/** Where a build's files come from: images, other services, Git and URLs are no paths. */
const contextPath: Resolve = (path, context) => {
  const isElsewhere = path.includes('://') || path.startsWith('service:') || /^(github\.com\/|git@)/.test(path);
  return isElsewhere ? path : hostPath(path, context);
};

const watchedPath: Resolve = (path, context) => {
  const absolute = hostPath(path, context);
  return context.realPath?.(absolute) ?? absolute;
};

const extendedFile: Resolve = (path, context) => (context.isRemote?.(path) ? path : hostPath(path, context));

function expandHome(path: string, { home }: PathContext): string {
  return path.startsWith('~') && home !== undefined ? join(home, path.slice(1)) : path;
}

/** A value that must be a path, or a list of them. */
function required(resolve: Resolve): PathRule {
  const rule: PathRule = (value, here) => {
    if (value.kind === 'sequence')
      return sequence(
        value.items.flatMap((item) => rule(item, here) ?? []),
        value.at,
      );
    if (stringValue(value) !== undefined) return resolved(value, resolve, here.context);
    here.context.problems.push(refusal(`unexpected type ${goType(value)}`, value.at));
    return undefined;
  };
  return rule;
}

/** What is no text is left to other stages. */
function optional(resolve: Resolve): PathRule {
  return (value, here) => resolved(value, resolve, here.context);
}

const bindSource: PathRule = (value, here) => {
  if (value.kind !== 'mapping' || stringValue(child(value, 'type')) !== 'bind') return value;
  const source = value.entries.get('source');
  if (source) return withResolved(value, source, here.context);
  here.context.problems.push(refusal('invalid mount config for type "bind": field Source must not be empty', value.at));
  return value;
};

/** A volume of the local driver with `o: bind` is a bind mount in disguise. */
const volumeDevice: PathRule = (value, here) => {
  if (value.kind !== 'mapping' || stringValue(child(value, 'driver')) !== 'local') return value;
  const options = value.entries.get('driver_opts');
  if (options?.value.kind !== 'mapping' || stringValue(child(options.value, 'o')) !== 'bind') return value;
  const device = options.value.entries.get('device');
  if (!device) return value;
  return withEntries(value, [{ ...options, value: withResolved(options.value, device, here.context) }]);
};

function withResolved(tree: Mapping, entry: Entry, context: PathContext): Mapping {
  const value = resolved(entry.value, anyHostPath, context);
  return value === entry.value ? tree : withEntries(tree, [{ ...entry, value }]);
}

/** A path that begins with an unknown value may be absolute or no path at all, so it stays. */
function resolved(value: Tree, resolve: Resolve, context: PathContext): Tree {
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || startsUnknown(value)) return value;
  const path = resolve(value.value, context);
  return path === value.value ? value : rewritten(value, path);
}

function startsUnknown(value: Scalar): boolean {
  return unknownSpans(value).some(({ start }) => start === 0);
}

const PATHS = compilePatterns<PathRule>([
  ['configs.*.file', optional(anyHostPath)],
  ['secrets.*.file', optional(anyHostPath)],
  ['services.*.build.additional_contexts.*', optional(contextPath)],
  ['services.*.build.context', optional(contextPath)],
  ['services.*.build.ssh.*', optional(anyHostPath)],
  ['services.*.develop.watch.*.path', required(watchedPath)],
  ['services.*.env_file.*.path', required(hostPath)],
  ['services.*.extends.file', optional(extendedFile)],
  ['services.*.label_file.*', required(hostPath)],
  ['services.*.volumes.*', bindSource],
  ['volumes.*', volumeDevice],
]);

export function resolvePaths(tree: Mapping, options: PathOptions): StageResult {
  const problems: Problem[] = [];
  const context: PathContext = { ...options, problems };
  return { tree: rewriteChildren(tree, { path: [], rules: PATHS, context }), problems };
}
