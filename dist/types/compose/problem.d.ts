/** What went wrong, or could not be seen, while a project was loaded. */
import type { Range } from '../source/text.js';
export type ProblemKind = 
/** Docker Compose would refuse the project for this. */
'refusal'
/** A part of the project could not be read, so the analysis has a hole there. */
 | 'unseen'
/** Docker Compose would print a warning, or a fragment lacks what another file must bring. */
 | 'note';
export interface Problem {
    readonly kind: ProblemKind;
    /** Docker Compose's own wording where it has one. Never holds a value that may be a secret. */
    readonly message: string;
    readonly at?: Range;
    /** What was probably meant. Beside Docker Compose's words, not of them. */
    readonly hint?: string;
    /** The `include` and `extends` sites that led to the file, outermost first. */
    readonly trail?: readonly Range[];
}
/** A mistake of the user's, or of the input: printed without a stack, exit code 2. */
export declare class UserError extends Error {
    readonly at: Range | undefined;
    readonly hint: string | undefined;
    constructor(message: string, details?: {
        readonly at?: Range | undefined;
        readonly hint?: string | undefined;
    });
}
