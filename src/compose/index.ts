/** Loading Compose projects: the library's entry for those who need no more than that. */
export type { Discovery, ProjectSelection } from './discover.js';
export { discover, FILE_NAMES, OVERRIDE_FILE_NAMES } from './discover.js';
export type { FileKind, FileText, Host } from './host.js';
export type { Loaded, LoadOptions, StageOptions } from './load.js';
export { loadDiscovered, loadProject } from './load.js';
export type { ConfigOptions, Json, JsonObject } from './output.js';
export { configJson, modelJson } from './output.js';
export type { Problem, ProblemKind } from './problem.js';
export { UserError } from './problem.js';
export type * from './project.js';
export { isUnknown } from './project.js';
export { normalizeProjectName } from './project-name.js';
export type { Limits } from './run.js';
export { DEFAULT_LIMITS } from './run.js';
