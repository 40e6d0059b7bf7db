/** What programs in commands and health checks say about a role. Pure data. */
import type { Role } from '../topology.js';
import { type Pattern, type Signal } from './signal.js';
/** The words of entrypoint and command, joined by spaces. */
export declare const COMMAND_SIGNALS: readonly Signal[];
/** The same without options, in which such words only tune a server (`--workers 4`). */
export declare const COMMAND_WORD_SIGNALS: readonly Signal[];
/** Where a command starts a server as well, what prepares it (`migrate && runserver`) does not make it a one-shot. */
export declare const SERVER_ROLES: ReadonlySet<Role>;
/** Clients of stores. A store's own image that runs one in place of the server is a job, or a worker where it loops. */
export declare const CLIENT_PROGRAM: Pattern & {
    readonly pattern: RegExp;
};
export declare const SERVER_PROGRAM: Pattern & {
    readonly pattern: RegExp;
};
export declare const LOOP: RegExp;
export declare const HEALTHCHECK_SIGNALS: readonly Signal[];
/** Of a probe: it asks another host. */
export declare const REMOTE_PROBE: RegExp;
