/** Every place of a project where a credential may be written, with the way to read it. */
import type { Project } from '../../compose/project.js';
import type { Range, SourceText } from '../../source/text.js';
import { type Piece } from './piece.js';
/**
 * How the text is understood: the value of a named setting, a command line, a file's content, or any text, in which
 * only shapes that speak for themselves count.
 */
export type Reading = 'setting' | 'command' | 'content' | 'any';
export interface Site {
    /** Empty for what belongs to no service. */
    readonly service: string;
    /** `environment`, `command`, `build.args`...: the path of the keys that lead there, without names. */
    readonly place: string;
    readonly key: string;
    readonly keyAt: Range;
    readonly reading: Reading;
    /** Several for the words of an exec form. */
    readonly pieces: readonly Piece[];
    /** The names written beside the key. */
    readonly siblings: ReadonlySet<string>;
}
/** In the order of the files: services first, then what they share, then `x-` blocks, then `.env`. */
export declare function sitesOf(project: Project): Iterable<Site>;
/** Every file of variables that the project reads, `.env` and `env_file`s. */
export declare function variableSourcesOf(project: Project): ReadonlySet<SourceText>;
