import { type Host } from './host.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
import type { NameSource } from './project-name.js';
import type { Sources } from './sources.js';
import type { Variables } from './variables.js';
/** What a command line says about a project. Paths may be relative to the working directory. */
export interface ProjectSelection {
    /** Absolute: where the command runs. */
    readonly workingDirectory: string;
    /** `-f`; `-` is standard input, which the host reads under this name. */
    readonly files?: readonly string[];
    readonly projectDirectory?: string;
    readonly projectName?: string;
    /** Replace `COMPOSE_PROFILES`; `*` is all. */
    readonly profiles?: readonly string[];
    /** Replace `COMPOSE_ENV_FILES` and `.env`. */
    readonly envFiles?: readonly string[];
}
export interface Discovery {
    /** Absolute, base first; empty where there is none. */
    readonly files: readonly string[];
    /** Absolute: the project directory. */
    readonly directory: string;
    readonly variables: Variables;
    readonly profiles: readonly string[];
    readonly name: NameSource;
    readonly problems: readonly Problem[];
}
/** In the order of preference. */
export declare const FILE_NAMES: readonly ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
export declare const OVERRIDE_FILE_NAMES: readonly ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];
export declare function discover(host: Host, selection: ProjectSelection, mode: Mode, sources?: Sources): Discovery;
/**
 * The host as Docker Compose sees it once it has exported the `COMPOSE_*` variables of the project's `.env`, which is
 * how `COMPOSE_DISABLE_ENV_FILE` may stand in the very file that it disables.
 */
export declare function withComposeVariables(host: Host, selection: ProjectSelection): Host;
