import { type Part, type Span } from './part.js';
export interface PortRange {
    readonly start: number;
    readonly end: number;
}
/** A port or range of ports; `range` is absent where it is unknown. */
export interface PortPart extends Part {
    readonly range?: PortRange;
}
export interface ShortPort {
    readonly hostIp?: Part;
    readonly published?: PortPart;
    readonly target: PortPart;
    /** As written. */
    readonly protocol?: Part;
}
export type PortParse = {
    readonly ok: true;
    readonly port: ShortPort;
} | {
    readonly ok: false;
    readonly message: string;
};
/** `undefined` stands for what is unknown, or for `published` also for what is not there. */
export interface PortPair {
    readonly target: number | undefined;
    readonly published: string | undefined;
}
export declare function parsePort(text: string, unknowns?: readonly Span[]): PortParse;
/** How many port mappings the entry stands for. */
export declare function portCount({ target }: ShortPort): number;
/**
 * One pair for each port of the container, in Compose's order: that of the texts, so 10 comes before 8. A range on the
 * host for a single port of the container stays a range, for the Engine to choose from.
 */
export declare function portPairs({ target, published }: ShortPort): readonly PortPair[];
