/** At most `width` columns a line, `first` of them on the first; a word wider than that stands alone. */
export declare function wrap(text: string, width: number, first?: number): readonly string[];
