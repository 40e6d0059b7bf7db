/** What `docker compose config --format json` prints of a project: the first machine contract. */
import type { Mapping } from '../source/tree.js';
import type { JsonObject } from './output/codec.js';
import type { Problem } from './problem.js';
import type { Mode, Project } from './project.js';
export type { Json, JsonObject } from './output/codec.js';
export interface ConfigOptions {
    /** Write `$` as `$$`, so that the output loads to itself. Default true. */
    readonly escape?: boolean;
    /** Keep networks, volumes and the like that no running service uses. Default false. */
    readonly all?: boolean;
    /**
     * `create_host_path: true` and the like go without saying. Docker Compose 2 prints them where a short syntax implies
     * them, Docker Compose 5 (`terse`) never. Default false.
     */
    readonly terse?: boolean;
    /** Keep `env_file` and `label_file`, whose contents are in `environment` and `labels`. Default false. */
    readonly keepFiles?: boolean;
}
/** Values that Compose cannot bind to its types: sizes, durations, commands that do not parse. Unknown ones may well fit. */
export declare function checkTypes(model: Mapping, mode: Mode): readonly Problem[];
/** The resolved project, as plain data. */
export declare function configJson(project: Project, options?: ConfigOptions): JsonObject;
/** The tree before it is bound to types: what `--no-interpolate` prints. */
export declare function modelJson({ model }: Project, { terse }?: Pick<ConfigOptions, 'terse'>): JsonObject;
