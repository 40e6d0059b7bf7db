/** Numbers as `strconv.ParseFloat` of Go accepts them. */
/** A decimal number; `undefined` for anything else, the words for infinity and for no number included. */
export declare function parseGoFloat(text: string): number | undefined;
