/** From what somebody typed to loaded projects with their topologies. */
import path from 'node:path';
import type { Config } from '../analysis/config/config.js';
import { givenRoles } from '../analysis/config/given-roles.js';
import { gapOf } from '../analysis/gap.js';
import type { Gap } from '../analysis/report.js';
import type { Subject } from '../analysis/subject.js';
import { FILE_NAMES } from '../compose/discover.js';
import type { Host } from '../compose/host.js';
import { type Loaded, type LoadOptions, loadProject } from '../compose/load.js';
import { type Problem, UserError } from '../compose/problem.js';
import type { Mode, Project } from '../compose/project.js';
import { repositoryOf } from '../compose/repository.js';
import { analyzeTopologies } from '../topology/analyze.js';
import { toPosix } from './disk.js';
import { type ConfigChoice, configFinder } from './find-config.js';

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
  /** By default it is searched for. */
  readonly config?: ConfigChoice | undefined;
}

export interface Subjects {
  readonly subjects: readonly Subject[];
  /** Why a path gave no project. */
  readonly gaps: readonly Gap[];
}

const ALL_PROFILES = ['*'];

export function loadSubjects(host: Host, selection: Selection): Subjects {
  const gaps: Gap[] = [];
  const projects: Project[] = [];
  for (const options of targets(host, selection)) {
    const { project, problems } = loadProject(host, options);
    if (project) projects.push(project);
    else gaps.push(...failures({ project, problems }, options));
    if (project && project.services.length === 0) gaps.push(...nothingIn(project));
  }
  const configs = configsFor(host, projects, selection);
  const topologies = analyzeTopologies(projects, {
    roles: (project) => givenRoles(configs.get(project)),
  });
  return {
    subjects: projects.flatMap((project, index) => {
      const topology = topologies[index];
      const repository = repositoryOf(host, project.workingDirectory);
      return topology ? [{ project, topology, repository, config: configs.get(project) }] : [];
    }),
    gaps,
  };
}

function configsFor(
  host: Host,
  projects: readonly Project[],
  { config = { kind: 'search' }, workingDirectory }: Selection,
): ReadonlyMap<Project, Config | undefined> {
  const find = configFinder(host, config, toPosix(workingDirectory));
  return new Map(projects.map((project) => [project, find(project.workingDirectory)]));
}

/** A project without services was read, but nothing in it could be judged. */
function nothingIn(project: Project): readonly Gap[] {
  return project.problems.some((problem) => problem.kind !== 'note')
    ? []
    : [{ reason: 'no services: nothing to analyze', file: project.files[0]?.path ?? '' }];
}

function failures({ problems }: Loaded, options: LoadOptions): readonly Gap[] {
  const grave = problems.filter((problem: Problem) => problem.kind !== 'note');
  const file = options.files?.[0] ?? options.workingDirectory;
  return grave.length > 0 ? grave.map((problem) => gapOf(problem, file)) : [{ reason: 'nothing to analyze', file }];
}

function targets(host: Host, selection: Selection): readonly LoadOptions[] {
  const { workingDirectory, paths, files } = selection;
  const options: LoadOptions = {
    workingDirectory,
    mode: selection.mode,
    profiles: selection.profiles.length > 0 ? selection.profiles : ALL_PROFILES,
    ...(selection.envFiles.length > 0 ? { envFiles: selection.envFiles } : {}),
    ...(selection.projectName === undefined ? {} : { projectName: selection.projectName }),
    ...(selection.projectDirectory === undefined ? {} : { projectDirectory: selection.projectDirectory }),
  };
  if (files.length > 0) {
    if (paths.length > 0)
      throw new UserError('give either PATHs, a project each, or -f files of one project, not both');
    return [{ ...options, files }];
  }
  if (paths.length === 0) return [options];
  return [...new Set(paths)].map((given) => target(host, options, given));
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
  return { ...options, workingDirectory: absolute, displayDirectory: options.workingDirectory };
}
