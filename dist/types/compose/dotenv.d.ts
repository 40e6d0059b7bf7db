/**
 * `.env` files as Docker Compose reads them: a dialect of its own, with `:` beside `=`, values in quotes that span lines,
 * escapes, and variables that use the ones above. What looks like a mistake here is Compose's.
 */
import type { Range, SourceText } from '../source/text.js';
import type { Mode } from './project.js';
import { type Lookup, type UnknownPart, type VariableValue } from './template.js';
export type Earlier = ReadonlyMap<string, VariableValue>;
export interface DotenvEntry {
    readonly name: string;
    readonly value: string;
    /** The name. */
    readonly at: Range;
    /** The value with its quotes; the name where the value is taken from the environment. */
    readonly valueAt: Range;
    /** In `analysis` mode: the parts of the value that stand for variables which are not set. */
    readonly unknown: readonly UnknownPart[];
}
export interface DotenvError {
    /** In Compose's words, without the text that may be a secret. */
    readonly message: string;
    readonly at: Range;
}
export interface Dotenv {
    /** In the order of the file; of entries with one name the last holds. */
    readonly entries: readonly DotenvEntry[];
    /** Variables that values use and nobody sets; Compose warns about them. Empty in `analysis` mode. */
    readonly unset: readonly {
        readonly name: string;
        readonly at: Range;
    }[];
    /** Where Compose gives up. The entries are those before. */
    readonly error: DotenvError | undefined;
}
/**
 * `lookup`: the variables that win over those of the file, both for `${V}` and for a name that stands alone. `earlier`:
 * those of files read before, which `${V}` sees until this file has its own.
 */
export declare function parseDotenv(source: SourceText, lookup: Lookup, mode: Mode, earlier?: Earlier): Dotenv;
