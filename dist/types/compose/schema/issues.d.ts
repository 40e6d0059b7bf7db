/** Sorts out the validator's errors: from a flat list full of branches nobody meant to what is wrong, most specific first. */
import type { SchemaError } from './generated/compose.js';
export interface Issue {
    readonly error: SchemaError;
    /** Keys and indices from the root down. */
    readonly path: readonly string[];
    /** The unknown keys or missing properties, all of the same mapping. */
    readonly names: readonly string[];
    /** What the other branches of a `oneOf` have against the value itself. */
    readonly alternatives: readonly Issue[];
}
/** The first issue is the one that Docker Compose reports (compose-go `schema.getMostSpecificError`). */
export declare function issuesOf(errors: readonly SchemaError[]): readonly Issue[];
