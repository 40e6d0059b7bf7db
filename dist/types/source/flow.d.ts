import type { SourceText } from './text.js';
export declare function isInsideFlow(source: SourceText, offset: number): boolean;
