/**
 * Variables in text, as Docker Compose substitutes them: `$V`, `${V}`, and `${V:-default}` with the operators `-`, `?`
 * and `+`, each with or without `:`. Unlike a shell, Compose reads a default up to the last `}` of the line and cuts it
 * at the first balanced one; the text behind that cut is a template of its own.
 */
import type { Range } from '../source/text.js';
import type { Substitution } from '../source/tree.js';
import type { Mode } from './project.js';
export interface VariableValue {
    readonly value: string;
    /** Where a file that was read defines the variable. */
    readonly definition?: Range;
    /** Parts of the value that stand for variables which are not set: a `.env` file may use those, too. */
    readonly unknown?: readonly UnknownPart[];
}
/** The text `${NAME}` at `[start, end)` of a value, in place of what is not known. */
export interface UnknownPart {
    readonly name: string;
    readonly start: number;
    readonly end: number;
}
/** The value of a variable; `undefined` where it is not set. */
export type Lookup = (name: string) => VariableValue | undefined;
export interface Substitute {
    readonly ok: true;
    readonly value: string;
    /** In the order of the value. One inside of a default comes behind the one whose default it is in. */
    readonly substitutions: readonly Substitution[];
    /** Variables for which Compose warns that it takes them as blank; in the order of the text. Empty in `analysis` mode. */
    readonly unset: readonly string[];
}
export interface SubstitutionError {
    readonly ok: false;
    /** `invalid`: not the form of a template; `missing`: a required variable is not set; `limit`: the value would be too large. */
    readonly kind: 'invalid' | 'missing' | 'limit';
    /** In Compose's words. That of an invalid template quotes it, and may so hold a secret. */
    readonly error: string;
    /** The text that is no template: all of it, or the default or the rest that is a template of its own. */
    readonly template: string;
    /** `[start, end)` of the expression in the raw text. */
    readonly start: number;
    readonly end: number;
}
export type Substituted = Substitute | SubstitutionError;
/** The parts of a value that nobody knows, for whoever looks the value up. */
export declare function unknownParts({ substitutions }: Substitute): readonly UnknownPart[];
export declare function substitute(raw: string, lookup: Lookup, mode: Mode): Substituted;
