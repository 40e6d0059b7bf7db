/**
 * Loading Compose projects: the library's entry for those who need no more than that.
 *
 *     const { project, problems } = loadProject(host, { mode: 'strict', workingDirectory: '/srv/shop' });
 *     for (const service of project?.services ?? []) console.log(service.name, service.image?.value);
 *
 * A `Host` gives the files and the environment. Every value of the project knows the file and the range it was written
 * at, and how it came to be where it is.
 */
export type { LimitName, Limits } from '../source/limits.js';
export { DEFAULT_LIMITS } from '../source/limits.js';
export type { Position, Range, Region, SourceText } from '../source/text.js';
export { positionAt, regionOf, textOf } from '../source/text.js';
export type { Entry, Mapping, Origin, Scalar, Sequence, Step, Substitution, Tree } from '../source/tree.js';
export { child } from '../source/tree.js';
export type { Discovery, ProjectSelection } from './discover.js';
export { discover, FILE_NAMES, OVERRIDE_FILE_NAMES } from './discover.js';
export type { FileKind, FileText, Host } from './host.js';
export type { Loaded, LoadOptions, StageOptions } from './load.js';
export { loadProject } from './load.js';
export type { ConfigOptions, Json, JsonObject } from './output.js';
export { configJson, modelJson } from './output.js';
export type { Problem, ProblemKind } from './problem.js';
export { UserError } from './problem.js';
export type * from './project.js';
export { isUnknown } from './project.js';
export { normalizeProjectName } from './project-name.js';
