import type { Span } from './span.js';
export declare function urlSpans(text: string): readonly Span[];
