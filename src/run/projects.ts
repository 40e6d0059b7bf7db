/** From what somebody typed to loaded projects with their topologies. */
import path from 'node:path';
import type { Batch } from '../analysis/analyze.js';
import type { Config } from '../analysis/config/config.js';
import { givenRoles } from '../analysis/config/given-roles.js';
import type { Gap, ReportShard } from '../analysis/report.js';
import { directoryOf, shownPath } from '../compose/file-path.js';
import { UserError } from '../compose/problem.js';
import type { Project } from '../compose/project.js';
import { repositoryOf } from '../compose/repository.js';
import { type AnalyzeOptions, analyzeTopologies, analyzeTopology } from '../topology/analyze.js';
import type { Topology } from '../topology/topology.js';
import { type DiskHost, toPosix } from './disk.js';
import { configFinder, type FindConfig } from './find-config.js';
import { rememberingEntries } from './listed.js';
import type { Attempted } from './load-found.js';
import { type Loader, loaderOf } from './loader.js';
import { repositoryRoot } from './repository.js';
import { projectsAround, projectsBelow, type SearchResult } from './search.js';
import { optionsOf, type Selection, targetsOf } from './selection.js';
import { shareOf } from './shard.js';
import type { Shard } from './shard-name.js';
import { gapsOf } from './unread.js';

/** The projects of a run, and what is true of it whichever they are. */
export interface Run {
  /** Each is loaded when it is asked for. */
  readonly batches: Iterable<Batch>;
  readonly notes: readonly Gap[];
  readonly gaps: readonly Gap[];
  /** Where projects may be, those of other shards included. Absolute. */
  readonly directories: readonly string[];
  /** What a shard knows of the whole run. */
  readonly part?: Pick<ReportShard, 'index' | 'count' | 'run' | 'total'>;
}

export interface RunOptions {
  /** Is told each time that a project was loaded. */
  readonly observe?: () => void;
  /** How many places of a search may be loaded together; all of them by default. */
  readonly together?: number | undefined;
  readonly grouped?: AnalyzeOptions['grouped'];
}

/** Everything at once, side by side on one host. */
export function loadSubjects(host: DiskHost, selection: Selection): Pick<Batch, 'subjects' | 'gaps'> {
  const { batches, gaps } = runOf(host, selection, { grouped: 'by-host' });
  const all = [...batches];
  return {
    subjects: all.flatMap(({ subjects }) => subjects),
    gaps: [...all.flatMap((batch) => batch.gaps), ...gaps],
  };
}

export function runOf(disk: DiskHost, selection: Selection, { observe, together, grouped }: RunOptions = {}): Run {
  const host = selection.search ? rememberingEntries(disk) : disk;
  const loader = loaderOf(host, observe);
  const { shard, config = { kind: 'search' }, workingDirectory, displayDirectory } = selection;
  const findConfig = configFinder(host, config, toPosix(workingDirectory), displayDirectory);
  const found = selection.search
    ? searched(host, loader, selection, together ?? Infinity)
    : named(host, loader, selection);
  return {
    batches: loaded(host, found.batches, { ...selection, grouped }, findConfig),
    notes: found.notes,
    gaps: found.gaps,
    directories: found.directories,
    ...(shard && found.share && { part: { ...shard, ...found.share } }),
  };
}

function* loaded(
  host: DiskHost,
  batches: Iterable<readonly Attempted[]>,
  selection: Selection & Pick<RunOptions, 'grouped'>,
  findConfig: FindConfig,
): Generator<Batch> {
  for (const attempts of batches) {
    const projects = attempts.flatMap(({ project }) => project ?? []);
    const configs = new Map(projects.map((project) => [project, findConfig(project.workingDirectory)]));
    const topologies = topologiesOf(projects, selection, configs);
    const judged = attempts.flatMap(({ project, position }) => {
      const topology = project && topologies.get(project);
      if (!project || !topology) return [];
      const repository = repositoryOf(host, project.workingDirectory);
      return [{ position, subject: { project, topology, repository, config: configs.get(project) } }];
    });
    yield {
      subjects: judged.map(({ subject }) => subject),
      positions: judged.map(({ position }) => position),
      gaps: attempts.flatMap((attempt) => gapsOf(host, attempt)),
    };
  }
}

function topologiesOf(
  projects: readonly Project[],
  { search, engine, grouped }: Pick<Selection, 'search' | 'engine'> & Pick<RunOptions, 'grouped'>,
  configs?: ReadonlyMap<Project, Config | undefined>,
): ReadonlyMap<Project, Topology> {
  const roles = (project: Project) => givenRoles(configs?.get(project));
  const options = { roles, ...(engine && { engine }), ...(grouped && { grouped }) };
  const topologies = search
    ? // Of what a search has found nobody said that it runs on one Engine.
      projects.map((project) => analyzeTopology(project, options))
    : analyzeTopologies(projects, options);
  return new Map(topologies.map((topology) => [topology.project, topology]));
}

/** Where the projects are, and which of them there are. */
type Found = Omit<SearchResult, 'batches'> & { readonly batches: Iterable<readonly Attempted[]> };

/** Projects that run side by side: they are loaded together, and by every shard. */
function named(host: DiskHost, loader: Loader, selection: Selection): Found {
  const { shard } = selection;
  const { load } = shard ? loader : loader.recalled;
  const attempts = targetsOf(host, selection).map((options, position) => ({ ...load(options), options, position }));
  const share = shard && shareOfNamed(attempts, loader, selection, shard);
  return {
    batches: [share ? attempts.filter((_, index) => share.own.has(index)) : attempts],
    notes: [],
    gaps: [],
    directories: attempts.map(directoryOfAttempt),
    ...(share && { share: { run: share.run, total: attempts.length } }),
  };
}

/** All of them must have been loaded before it is known which have to do with each other. */
function shareOfNamed(attempts: readonly Attempted[], loader: Loader, selection: Selection, shard: Shard) {
  const topologies = topologiesOf(
    attempts.flatMap(({ project }) => project ?? []),
    selection,
  );
  const groups = new Map<unknown, string>();
  const groupOf = (project: Project | undefined): readonly string[] => {
    const group = project && topologies.get(project)?.group;
    if (group === undefined) return [];
    const known = groups.get(group) ?? `group ${groups.size}`;
    groups.set(group, known);
    return [known];
  };
  const pieces = attempts.map(({ options, project }) => {
    const files = loader.filesOf(options);
    const names = options.files ?? [options.workingDirectory];
    return {
      name: names.map((name) => shownPath(selection.displayDirectory ?? selection.workingDirectory, name)).join(' '),
      links: [...files.keys(), ...groupOf(project)],
      weight: [...files.values()].reduce((sum, length) => sum + length, 0),
    };
  });
  return shareOf(pieces, shard);
}

function searched(host: DiskHost, loader: Loader, selection: Selection, together: number): Found {
  const { workingDirectory, paths, search, shard } = selection;
  if (selection.files.length > 0 || selection.projectName !== undefined || selection.projectDirectory !== undefined) {
    throw new UserError('a search finds projects of its own: give it no --file, --project-name or --project-directory');
  }
  const displayDirectory = selection.displayDirectory ?? workingDirectory;
  const common = { ...optionsOf(selection), displayDirectory };
  const absolute = [...new Set(paths)].map((given) => toPosix(path.resolve(workingDirectory, given)));
  if (search?.scope === 'around') {
    if (paths.length === 0) throw new UserError('--whole-project does not say which files to begin with');
    const root = toPosix(repositoryRoot(workingDirectory) ?? workingDirectory);
    return projectsAround(host, loader.recalled, absolute, root, common);
  }
  const places = absolute.length > 0 ? absolute : [workingDirectory];
  return projectsBelow(host, loader, places, { common, exclude: search?.exclude ?? [], shard, together });
}

function directoryOfAttempt({ project, options }: Attempted): string {
  const [file] = options.files ?? [];
  if (project) return project.workingDirectory;
  return file === undefined || file === '-' ? options.workingDirectory : directoryOf(file);
}
