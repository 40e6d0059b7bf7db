/** Draws a block: numbered lines, the primary place underlined `^^^^`, related ones `----`, labels beside or below. */
import type { Block } from './blocks.js';
export interface Pen {
    readonly primary: (text: string) => string;
    readonly related: (text: string) => string;
    /** Line numbers and what belongs to no source. */
    readonly frame: (text: string) => string;
    /** Untrusted text in a form that is safe on one line. */
    readonly show: (text: string) => string;
    readonly insideActions: boolean;
}
/** `gutter` is the width of the line numbers, `width` that of the terminal. */
export declare function drawBlock(block: Block, gutter: number, width: number, pen: Pen): readonly string[];
