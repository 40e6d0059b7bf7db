/** Joins the locations of a finding into blocks: the lines of one file that are shown together, and the marks in them. */
import type { Location } from '../../analysis/report.js';
import type { Region } from '../../source/text.js';
export interface Mark extends Region {
    readonly label: string;
    readonly primary: boolean;
}
export interface Block {
    /** The one that is named above the lines. */
    readonly place: Location;
    /** In order; numbers that are missing are folded. */
    readonly lines: readonly {
        readonly number: number;
        readonly text: string;
    }[];
    /** In the columns of `lines`. */
    readonly marks: readonly Mark[];
}
/** The first location is the primary one: its context is shown, and its block comes first. */
export declare function blocksOf(locations: readonly Location[]): readonly Block[];
