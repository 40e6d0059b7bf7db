/** The files of one run: each is read once, through the host, and has one `SourceText` however often it is used. */
import type { SourceText } from '../source/text.js';
import type { FileKind, Host } from './host.js';
export type Read = {
    readonly ok: true;
    readonly source: SourceText;
}
/** In Compose's wording: `open PATH: no such file or directory`. */
 | {
    readonly ok: false;
    readonly message: string;
};
export interface Sources {
    readonly read: (path: string) => Read;
    readonly stat: (path: string) => FileKind | undefined;
    /** The user's home directory, where the environment names one. */
    readonly home: string | undefined;
}
/** Paths are shown as seen from `directory`. */
export declare function createSources(host: Host, directory: string): Sources;
