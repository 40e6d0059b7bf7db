/** How far what begins on a line of a Compose file reaches: an entry with all its value, an item of a list. */
import { type SourceText } from '../../source/text.js';
export interface Extent {
    readonly start: number;
    /** Exclusive. */
    readonly end: number;
    /** Services whose keys are on the line. */
    readonly services: readonly string[];
}
export interface Outline {
    /** Where the first key is, or whatever else is there. */
    readonly contentStart: number;
    /** By line. */
    readonly extents: ReadonlyMap<number, Extent>;
}
/** `lines`: those that somebody asks about. */
export declare function outlineOf(source: SourceText, lines: Iterable<number>): Outline;
