/** From what somebody typed to loaded projects with their topologies. */
import path from 'node:path';
import type { Config } from '../analysis/config/config.js';
import { givenRoles } from '../analysis/config/given-roles.js';
import { gapOf } from '../analysis/gap.js';
import type { Gap } from '../analysis/report.js';
import { hiderFor } from '../analysis/secrets.js';
import type { Subject } from '../analysis/subject.js';
import { FILE_NAMES } from '../compose/discover.js';
import { directoryOf, shownPath } from '../compose/file-path.js';
import type { Host } from '../compose/host.js';
import { type Loaded, type LoadOptions, loadProject } from '../compose/load.js';
import { type Problem, UserError } from '../compose/problem.js';
import type { Mode, Project } from '../compose/project.js';
import { repositoryOf } from '../compose/repository.js';
import type { Limits } from '../source/limits.js';
import { analyzeTopologies, analyzeTopology } from '../topology/analyze.js';
import type { EngineProfile } from '../topology/engine.js';
import type { Topology } from '../topology/topology.js';
import { type DiskHost, toPosix } from './disk.js';
import { type ConfigChoice, configFinder } from './find-config.js';
import { type Loader, plainLoader, rememberingLoader } from './loader.js';
import { repositoryRoot } from './repository.js';
import { projectsAround, projectsBelow, type SearchResult } from './search.js';
import { shareOf } from './shard.js';
import type { Shard } from './shard-name.js';

/** What a command line says about its projects; paths may be relative to `workingDirectory`. */
export interface Selection {
  readonly workingDirectory: string;
  /** Files and directories, a project each; empty: the project of the working directory. */
  readonly paths: readonly string[];
  /** `-f`: one project merged of all. */
  readonly files: readonly string[];
  readonly mode: Mode;
  readonly projectName?: string | undefined;
  readonly projectDirectory?: string | undefined;
  /** Empty: all, since a service that starts on demand is a part of the project all the same. */
  readonly profiles: readonly string[];
  readonly envFiles: readonly string[];
  /** Absolute: what paths are shown from; the working directory by default. */
  readonly displayDirectory?: string | undefined;
  readonly search?: Search | undefined;
  /** Only a part of the projects; all of them together are the same as without. */
  readonly shard?: Shard | undefined;
  /** The Engine to judge for, where it is not the default one. */
  readonly engine?: Partial<Pick<EngineProfile, 'line' | 'mode'>> | undefined;
  readonly limits?: Limits | undefined;
  /** By default it is searched for. */
  readonly config?: ConfigChoice | undefined;
}

export type Search =
  /** Every project in the directories among the paths; without paths, in the working directory. */
  | { readonly scope: 'below'; readonly exclude: readonly string[] }
  /** The projects that the paths are a part of, in the repository of the working directory. */
  | { readonly scope: 'around' };

export interface Subjects {
  readonly subjects: readonly Subject[];
  /** Why a path gave no project. */
  readonly gaps: readonly Gap[];
  readonly notes: readonly Gap[];
  /** Where projects may be, those of other shards included. Absolute. */
  readonly directories: readonly string[];
  /** Of a shard. */
  readonly part?: RunPart;
}

/** What a shard knows of the whole run. */
export interface RunPart extends Shard {
  readonly run: string;
  readonly total: number;
  /** Of each subject, where it stands in the whole run. */
  readonly positions: readonly number[];
}

interface Attempted extends Loaded {
  readonly options: LoadOptions;
  readonly position: number;
}

/** `share`: where they are no more than a part of the run. */
interface Attempts extends Omit<SearchResult, 'attempts'> {
  readonly attempts: readonly Attempted[];
}

const ALL_PROFILES = ['*'];

/** `observe` is told each time that a project was loaded. */
export function loadSubjects(host: DiskHost, selection: Selection, observe: () => void = () => undefined): Subjects {
  const { shard } = selection;
  const loader = observed(shard ? rememberingLoader(host) : plainLoader(host), observe);
  const { attempts, notes, gaps, directories, share } = attemptsFor(host, loader, selection);
  const projects = attempts.flatMap(({ project }) => project ?? []);
  const configs = configsFor(host, projects, selection);
  const options = {
    roles: (project: Project) => givenRoles(configs.get(project)),
    ...(selection.engine && { engine: selection.engine }),
  };
  const analyzed = selection.search
    ? // Of what a search has found nobody said that it runs on one Engine.
      projects.map((project) => analyzeTopology(project, options))
    : analyzeTopologies(projects, options);
  const topologies = new Map(analyzed.map((topology) => [topology.project, topology]));
  const split = shard && !share ? sharedOut(attempts, topologies, loader, selection, shard) : undefined;
  const own = split ? attempts.filter((_, index) => split.own.has(index)) : attempts;
  const judged = own.flatMap(({ project, position }) => {
    const topology = project && topologies.get(project);
    if (!project || !topology) return [];
    const repository = repositoryOf(host, project.workingDirectory);
    return [{ position, subject: { project, topology, repository, config: configs.get(project) } }];
  });
  const { run, total } = share ?? split ?? {};
  return {
    subjects: judged.map(({ subject }) => subject),
    gaps: [...own.flatMap((attempt) => gapsOf(host, attempt)), ...gaps],
    notes: split && shard && shard.index > 1 ? [] : notes,
    directories,
    ...(shard &&
      run !== undefined &&
      total !== undefined && { part: { ...shard, run, total, positions: judged.map(({ position }) => position) } }),
  };
}

function observed(loader: Loader, observe: () => void): Loader {
  return {
    ...loader,
    load: (options) => {
      const loaded = loader.load(options);
      observe();
      return loaded;
    },
  };
}

/** Projects that run side by side are loaded by every shard: only then it is known which of them have to do with each other. */
function sharedOut(
  attempts: readonly Attempted[],
  topologies: ReadonlyMap<Project, Topology>,
  loader: Loader,
  { displayDirectory, workingDirectory }: Selection,
  shard: Shard,
) {
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
      name: names.map((name) => shownPath(displayDirectory ?? workingDirectory, name)).join(' '),
      links: [...files.keys(), ...groupOf(project)],
      weight: [...files.values()].reduce((sum, length) => sum + length, 0),
    };
  });
  return { ...shareOf(pieces, shard), total: pieces.length };
}

function attemptsFor(host: DiskHost, loader: Loader, selection: Selection): Attempts {
  const { workingDirectory, paths, search, shard } = selection;
  if (!search) {
    const attempts = targets(host, selection).map((options, position) => {
      return { ...loader.load(options), options, position };
    });
    return { attempts, notes: [], gaps: [], directories: attempts.map(directoryOfAttempt) };
  }
  if (selection.files.length > 0 || selection.projectName !== undefined || selection.projectDirectory !== undefined) {
    throw new UserError('a search finds projects of its own: give it no --file, --project-name or --project-directory');
  }
  const displayDirectory = selection.displayDirectory ?? workingDirectory;
  const common = { ...optionsOf(selection), displayDirectory };
  const absolute = [...new Set(paths)].map((given) => toPosix(path.resolve(workingDirectory, given)));
  if (search.scope === 'around') {
    if (paths.length === 0) throw new UserError('--whole-project does not say which files to begin with');
    const root = toPosix(repositoryRoot(workingDirectory) ?? workingDirectory);
    return projectsAround(host, loader, absolute, root, common);
  }
  const places = absolute.length > 0 ? absolute : [workingDirectory];
  return projectsBelow(host, loader, places, { common, exclude: search.exclude, shard });
}

function directoryOfAttempt({ project, options }: Attempted): string {
  const [file] = options.files ?? [];
  if (project) return project.workingDirectory;
  return file === undefined || file === '-' ? options.workingDirectory : directoryOf(file);
}

function configsFor(
  host: Host,
  projects: readonly Project[],
  { config = { kind: 'search' }, workingDirectory, displayDirectory }: Selection,
): ReadonlyMap<Project, Config | undefined> {
  const find = configFinder(host, config, toPosix(workingDirectory), displayDirectory);
  return new Map(projects.map((project) => [project, find(project.workingDirectory)]));
}

/** A project without services was read, but nothing in it could be judged. */
function nothingIn(project: Project): readonly Gap[] {
  return project.problems.some((problem) => problem.kind !== 'note')
    ? []
    : [{ reason: 'no services: nothing to analyze', file: project.files[0]?.path ?? '' }];
}

/** Why there is no project, or nothing in it. */
function gapsOf(host: DiskHost, { project, problems, options }: Attempted): readonly Gap[] {
  if (!project) {
    const hide = hiderOfRefused(host, options);
    return failures(problems, options).map((gap) => ({ ...gap, reason: hide(gap.reason), file: hide(gap.file) }));
  }
  return project.services.length === 0 ? nothingIn(project) : [];
}

const NO_PROJECT: Pick<Loaded, 'project'> = { project: undefined };

/** A refusal may quote a value; which ones are secret is seen where the project is read with more patience. */
function hiderOfRefused(host: DiskHost, options: LoadOptions): (text: string) => string {
  const { project } = options.mode === 'strict' ? loadProject(host, { ...options, mode: 'analysis' }) : NO_PROJECT;
  return hiderFor(project ? [project] : []);
}

function failures(problems: readonly Problem[], options: LoadOptions): readonly Gap[] {
  const grave = problems.filter((problem) => problem.kind !== 'note');
  const named = options.files?.[0] ?? options.workingDirectory;
  const file = named === '-' ? named : shownPath(options.displayDirectory ?? options.workingDirectory, named);
  return grave.length > 0 ? grave.map((problem) => gapOf(problem, file)) : [{ reason: 'nothing to analyze', file }];
}

function targets(host: Host, selection: Selection): readonly LoadOptions[] {
  const { paths, files } = selection;
  const options = optionsOf(selection);
  if (files.length > 0) {
    if (paths.length > 0)
      throw new UserError('give either PATHs, a project each, or -f files of one project, not both');
    return [{ ...options, files }];
  }
  if (paths.length === 0) return [options];
  return [...new Set(paths)].map((given) => target(host, options, given));
}

function optionsOf(selection: Selection): LoadOptions {
  const { workingDirectory, mode, profiles, envFiles, projectName, projectDirectory, displayDirectory, limits } =
    selection;
  return {
    workingDirectory,
    mode,
    profiles: profiles.length > 0 ? profiles : ALL_PROFILES,
    ...(envFiles.length > 0 && { envFiles }),
    ...(projectName !== undefined && { projectName }),
    ...(projectDirectory !== undefined && { projectDirectory }),
    ...(displayDirectory !== undefined && { displayDirectory }),
    ...(limits && { limits }),
  };
}

function target(host: Host, options: LoadOptions, given: string): LoadOptions {
  if (given === '-') return { ...options, files: ['-'] };
  const absolute = toPosix(path.resolve(options.workingDirectory, given));
  if (host.stat(absolute) !== 'directory') return { ...options, files: [absolute] };
  // A directory that was named is meant itself: a project further up is not what was asked for.
  if (!host.list(absolute).some((name) => FILE_NAMES.some((known) => known === name) || name === '.env')) {
    throw new UserError(`${given}: no Compose file in this directory`, {
      hint: `Looked for ${FILE_NAMES.join(', ')}.`,
    });
  }
  return {
    ...options,
    workingDirectory: absolute,
    displayDirectory: options.displayDirectory ?? options.workingDirectory,
  };
}
