import type { Site } from './sites.js';
import { type Span } from './span.js';
/** A secret in the piece with this index. */
export interface Found extends Span {
    readonly piece: number;
    readonly nature: 'credential' | 'placeholder';
}
export declare function readSite(site: Site): readonly Found[];
