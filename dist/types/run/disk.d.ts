import type { FileKind, FileText, Host } from '../compose/host.js';
/** Bytes. A Compose file of 5,000 services has about 1.3 MiB. */
export declare const MAX_FILE_SIZE: number;
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
export declare function diskHost(env: Environment, maxFileSize?: number): DiskHost;
/** Windows paths with `/`, as the loader wants them. */
export declare function toPosix(file: string): string;
export declare function tooLarge(maxFileSize: number): string;
/** UTF-8 or a reason; a byte order mark is dropped. */
export declare function decode(bytes: Uint8Array): FileText;
/** The code of an error of the operating system, or of Node. */
export declare function codeOf(error: unknown): string;
