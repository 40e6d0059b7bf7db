/** Names of files, as texts with `/` as separator. Nothing here looks at a disk. */
export declare function isAbsolute(path: string): boolean;
/** The shortest equal path: no `.`, no empty parts, `..` only in front (Go's `filepath.Clean`). */
export declare function clean(path: string): string;
/** Joins and cleans; empty parts count for nothing. */
export declare function join(...parts: readonly string[]): string;
/** A path as seen from a directory: absolute paths stay what they are. */
export declare function resolve(directory: string, path: string): string;
export declare function directoryOf(path: string): string;
export declare function baseName(path: string): string;
/** The way from one directory to a path; `undefined` where one is absolute and the other is not. */
export declare function relative(from: string, to: string): string | undefined;
/** How a user names a file from a directory: relative where that is shorter. */
export declare function shownPath(directory: string, path: string): string;
/** Whether a path is absolute on Windows: `C:\data`, `C:/data`, `\\server\share`, `\\.\pipe\x`, `\??\c:\x`. */
export declare function isWindowsAbsolute(path: string): boolean;
