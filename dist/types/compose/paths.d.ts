/** Stage 16 of the loader: paths of the host become absolute (compose-go `paths.ResolveRelativePaths`). */
import { type Mapping } from '../source/tree.js';
import { type StageResult } from './stage.js';
export interface PathOptions {
    /** What relative paths are joined to; may itself be relative, as for the files of `extends`. */
    readonly directory: string;
    /** For `~`; without it such paths stay as they are. */
    readonly home: string | undefined;
    /** Whether `extends.file` names something that is no local file. */
    readonly isRemote?: (path: string) => boolean;
    /** Follows symbolic links, for the paths of `develop.watch`. */
    readonly realPath?: (path: string) => string;
}
export declare function resolvePaths(tree: Mapping, options: PathOptions): StageResult;
