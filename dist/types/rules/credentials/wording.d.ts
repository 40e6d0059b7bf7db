/** How findings speak of places and credentials: names only, never a value. */
import type { Credential } from './find.js';
/** `POSTGRES_PASSWORD` of `db` is a password in plain text. */
export declare function describePlace(credential: Credential): string;
/** `readsFiles`: the image is known to read the setting from a file. */
export declare function adviceFor({ site, kind, fallback }: Credential, readsFiles: boolean): string;
