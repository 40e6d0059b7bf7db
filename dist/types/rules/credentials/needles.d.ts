/** Finds many texts within others in one pass, and the shapes in which a secret travels. */
export interface Interval {
    readonly start: number;
    readonly end: number;
}
export interface Needle {
    readonly text: string;
    /** Found only where no letter or digit continues it: it is too short to be told from an accident. */
    readonly word?: boolean;
    /** What is found belongs to a longer run of base64, which is meant as a whole. */
    readonly encoded?: boolean;
}
export type Finder = (text: string) => readonly Interval[];
/** Ascending and disjoint. Needles shorter than three units are never found. Linear in the text, whatever the needles are. */
export declare function finderOf(needles: Iterable<Needle>): Finder;
/** The text as it reads in a URL, in JSON, in YAML, in a Compose value, and in base64 wherever it stands in what was encoded. */
export declare function shapesOf(text: string): readonly Needle[];
