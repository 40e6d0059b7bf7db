/** JSON that means what it meant and does nothing on its way through a terminal or a workflow log. */
/**
 * Indented by two; `shown` says what stands in the place of a text. GitHub runs `##[` anywhere in a line as a command, so
 * that is never left together.
 */
export declare function jsonText(value: unknown, shown?: (text: string) => string): string;
/** The same on one line, for a part of a larger text. */
export declare function jsonPiece(value: unknown, indentation?: number, shown?: (text: string) => string): string;
