/** From a command line's options to a project, or to the reasons why there is none: the whole pipeline. */
import { type Limits } from '../source/limits.js';
import type { Discovery, ProjectSelection } from './discover.js';
import type { Host } from './host.js';
import type { Problem } from './problem.js';
import type { Mode, Project } from './project.js';
import type { Sources } from './sources.js';
export interface LoadOptions extends ProjectSelection, StageOptions {
    /** Absolute: what the paths of texts are relative to, where that is shorter; the working directory by default. */
    readonly displayDirectory?: string;
}
/** Which stages run. What is not said is true. */
export interface StageOptions {
    readonly mode: Mode;
    /** Replace `${VARIABLES}`; false is `--no-interpolate`. */
    readonly interpolate?: boolean;
    /** Check against the schema, and what no schema can say. */
    readonly validate?: boolean;
    /** Add what Compose implies; false is `--no-normalize`. */
    readonly normalize?: boolean;
    /** Check what services refer to; false is `--no-consistency`. */
    readonly consistency?: boolean;
    /** Make paths absolute; false is `--no-path-resolution`. */
    readonly resolvePaths?: boolean;
    /** Only these services, and what they depend on. */
    readonly services?: readonly string[];
    readonly limits?: Partial<Limits>;
}
export interface Loaded {
    /** `undefined` where nothing can be made of the files, and in strict mode where Docker Compose would refuse them. */
    readonly project: Project | undefined;
    /** In the order of the pipeline: in strict mode the first refusal is the one that Docker Compose reports. */
    readonly problems: readonly Problem[];
}
/** Finds and loads the project that Docker Compose would, given the same options in the same place. */
export declare function loadProject(host: Host, options: LoadOptions): Loaded;
/** Loads files that were chosen already. */
export declare function loadDiscovered(sources: Sources, discovery: Discovery, stages: StageOptions): Loaded;
