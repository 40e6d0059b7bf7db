import type { SourceText } from '../text.js';
import type { Entry, Mapping, Sequence, Tree } from '../tree.js';
/** Thrown by the modules of this folder only: the change cannot be made safely. The message ends a sentence. */
export declare class CannotChange extends Error {
}
export interface Layout {
    readonly source: SourceText;
    readonly root: Mapping;
    readonly lineBreak: string;
    /** Columns from a mapping to a mapping in it. */
    readonly step: number;
    /** Whether the dashes of a list stand further right than its key. */
    readonly indentsLists: boolean;
    /** Where the keys and values begin that an alias or a merge key brings to a second place. */
    readonly shared: ReadonlySet<number>;
}
export declare function layoutOf(source: SourceText): Layout;
export declare function isFlow({ at }: Mapping | Sequence): boolean;
/** Refuses what other places of the file use as well, or what itself comes from elsewhere. */
export declare function demandOwn({ shared }: Layout, tree: Tree): void;
export declare function ownEntries(tree: Mapping): readonly Entry[];
/** Where a value ends in the text, the name of an alias included. */
export declare function writtenEnd({ at }: Tree): number;
export declare function lineStart({ text }: SourceText, offset: number): number;
/** Before the line break. */
export declare function lineEnd({ text }: SourceText, offset: number): number;
/** Behind the line break. */
export declare function nextLine(source: SourceText, offset: number): number;
export declare function columnAt(source: SourceText, offset: number): number;
