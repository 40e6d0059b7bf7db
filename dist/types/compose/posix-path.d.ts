/** Paths as Go's `path` package treats them, and which ones are absolute on Windows. Nothing here looks at a disk. */
/** The shortest equal path, by its text alone; empty becomes `.`. */
export declare function cleanPath(path: string): string;
/** Joined and cleaned; empty parts do not count, and nothing but empty parts is empty. */
export declare function joinPath(...parts: readonly string[]): string;
export declare function isAbsolutePath(path: string): boolean;
/** Whether a path is absolute on Windows: `C:\data`, `C:/data`, `\\server\share`, `\\.\pipe\x`, `\??\c:\x`. */
export declare function isWindowsAbsolute(path: string): boolean;
