/** Why a path gave no project, or one with nothing in it. */
import { gapOf } from '../analysis/gap.js';
import type { Gap } from '../analysis/report.js';
import { hiderFor } from '../analysis/secrets.js';
import { shownPath } from '../compose/file-path.js';
import { type Loaded, type LoadOptions, loadProject } from '../compose/load.js';
import type { Problem } from '../compose/problem.js';
import type { Project } from '../compose/project.js';
import type { DiskHost } from './disk.js';
import type { Attempted } from './load-found.js';

export function gapsOf(host: DiskHost, { project, problems, options }: Attempted): readonly Gap[] {
  if (!project) {
    const hide = hiderOfRefused(host, options);
    return failures(problems, options).map((gap) => ({ ...gap, reason: hide(gap.reason), file: hide(gap.file) }));
  }
  return project.services.length === 0 ? nothingIn(project) : [];
}

/** A project without services was read, but nothing in it could be judged. */
function nothingIn(project: Project): readonly Gap[] {
  return project.problems.some((problem) => problem.kind !== 'note')
    ? []
    : [{ reason: 'no services: nothing to analyze', file: project.files[0]?.path ?? '' }];
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
