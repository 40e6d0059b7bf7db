import type { Codec } from './codec.js';
/** Texts; Compose takes integers for them, but neither floats nor booleans. */
export declare const text: Codec;
export declare const boolean: Codec;
/** A boolean that is true unless denied: only the denial is printed. */
export declare const optOut: Codec;
export declare const integer: Codec;
/** What Go holds unsigned: unlike other numbers, never a text, and nothing below zero. */
export declare const unsigned: Codec;
export declare const float: Codec;
/** Bytes, printed as a text of digits. Types it does not know, floats among them, count as zero. */
export declare const size: Codec;
export declare const duration: Codec;
/** Numbers are taken as they are, texts as octal digits. */
export declare const fileMode: Codec;
/** Processors of `deploy.resources`. */
export declare const processors: Codec;
export declare const deviceCount: Codec;
