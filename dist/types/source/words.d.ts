/** Names as running text. Control characters stay as they are: each output format makes them visible in its own way. */
/** `` `a`, `b` and 3 more ``. */
export declare function joinNames(names: readonly string[], most?: number): string;
/** `1 service`, `2 services`. */
export declare function count(number: number, noun: string): string;
