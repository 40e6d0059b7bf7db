/** The fields of a service as Compose binds and prints them, in Compose's order. */
import type { Codec } from './codec.js';
/** Prints booleans that are true unless denied, as Docker Compose 2 does. */
export declare const service: Codec;
/** Prints them only where they are denied, as Docker Compose 5 does. */
export declare const terseService: Codec;
