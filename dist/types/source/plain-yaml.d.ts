import type { SourceText } from './text.js';
import type { Mapping } from './tree.js';
export interface PlainLimits {
    readonly nodes: number;
    readonly depth: number;
}
/** `undefined`: not plain, or over a limit. */
export declare function readPlainYaml(source: SourceText, limits: PlainLimits): Mapping | undefined;
