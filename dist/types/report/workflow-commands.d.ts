/** The characters that must not stay as they are, if a text is not to hold a command: a second colon, the bracket of `##[`. */
export declare const COMMAND_PARTS: RegExp;
/** The text with the command taken out of `::` and `##[`, wherever they are. */
export declare function withoutCommands(text: string): string;
/** For the part after the second `::`. */
export declare function commandMessage(text: string): string;
/** For the value of a property. */
export declare function commandProperty(text: string): string;
