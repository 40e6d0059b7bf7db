/** References that Docker Compose would fetch from elsewhere: never fetched here. */
import type { Mode } from './project.js';
/** Whether Compose takes a reference for a Git repository or an OCI artifact (docker/compose `pkg/remote`). */
export declare function isRemote(reference: string): boolean;
/** Compose looks for any other URL among the local files; an analysis knows that it is none. */
export declare function isElsewhere(reference: string, mode: Mode): boolean;
