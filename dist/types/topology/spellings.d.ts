/** Names as the projects write them that no endpoint need have in that spelling, and that the Engine answers to all the same. */
import type { Landscape } from './landscape.js';
/**
 * What is written in more than one way but for its case (the Engine's DNS does not look at it), and what reads as a
 * name on a network (`NAME.NETWORK`).
 */
export declare function otherSpellings(landscape: Landscape): readonly string[];
