import type { FileKind, FileText, Host } from '../compose/host.js';
import { type Limits } from '../source/limits.js';
/** What `process.env` may hold for the project; the entry points decide. */
export type Environment = Readonly<Record<string, string | undefined>>;
export type EntryKind = FileKind | 'link';
export interface DirectoryEntry {
    readonly name: string;
    readonly kind: EntryKind;
}
/** A host whose directories can be walked without following symbolic links. */
export interface DiskHost extends Host {
    /** Sorted by name; empty where the directory cannot be read. */
    readonly entries: (directory: string) => readonly DirectoryEntry[];
}
export declare function diskHost(env: Environment, limits?: Limits): DiskHost;
/** Whether a path is a directory or in it, by its name; both absolute, as the system writes them. */
export declare function isWithin(directory: string, file: string): boolean;
/** Windows paths with `/`, as the loader wants them. */
export declare function toPosix(file: string): string;
export declare function tooLarge(limits: Limits): string;
/** UTF-8 or a reason; a byte order mark is dropped. */
export declare function decode(bytes: Uint8Array): FileText;
/** The code of an error of the operating system, or of Node. */
export declare function codeOf(error: unknown): string;
