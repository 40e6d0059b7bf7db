/** The first half of SHA-256 of a text in UTF-8: 32 hexadecimal digits. */
export declare function digestOf(text: string): string;
