/** The lines of `env_file`s and `.env` files as they are written: which name has which text, before anything is substituted. */
import type { Range, SourceText } from '../../source/text.js';
import { type Piece } from './piece.js';
export interface WrittenVariable {
    readonly name: string;
    readonly nameAt: Range;
    readonly value: Piece;
}
/** In the order of the file; a name that is written twice is there twice. */
export declare function writtenVariables(source: SourceText): readonly WrittenVariable[];
