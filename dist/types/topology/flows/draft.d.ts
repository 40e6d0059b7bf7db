import type { Origin, Scalar } from '../../source/tree.js';
import type { Evidence, FlowKind } from '../topology.js';
import { type Mention } from './mention.js';
export interface Draft {
    readonly from: string;
    readonly to: {
        readonly service: string;
    } | {
        readonly host: string;
    };
    readonly port: number | undefined;
    readonly kind: FlowKind;
    /** From an env file, which is often handed to every service whether it needs it or not. */
    readonly fromFile?: boolean;
    readonly evidence: Evidence;
}
/** The text of a value with its unknown parts blotted out; empty where the value is none. */
export declare function readable(value: Scalar): string;
/** Where a value names a host: the part that names it, or the whole value where the source shows it otherwise. */
export declare function placeOf(value: Scalar, { host, start, end }: Mention): Origin;
