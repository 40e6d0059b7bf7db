/** Makes the invisible visible: what is safe to show on one line, whatever text it was. */
/** The text on one line, with `\n`, `\t` or `\u{202e}` in the place of each character that has no shape of its own. */
export declare function printable(text: string): string;
/** One line that is no command, whatever it was. */
export declare function withoutLineCommand(line: string): string;
/** A line of its own for a terminal or a log: printable, and no command. */
export declare function logLine(text: string): string;
export declare function hasInvisible(text: string): boolean;
/** `\u{3a}` for a colon: any character in a form that says which it is and does nothing else. */
export declare function spelledOut(character: string): string;
