/** A connection that one place speaks of, before it is known to whom its host name belongs. */
import { partScalar, unknownSpans } from '../../compose/part.js';
import type { Origin, Scalar } from '../../source/tree.js';
import type { Evidence, FlowKind } from '../topology.js';
import { type Mention, mask } from './mention.js';

export interface Draft {
  readonly from: string;
  readonly to: { readonly service: string } | { readonly host: string };
  readonly port: number | undefined;
  readonly kind: FlowKind;
  /** From an env file, which is often handed to every service whether it needs it or not. */
  readonly fromFile?: boolean;
  readonly evidence: Evidence;
}

/** The text of a value with its unknown parts blotted out; empty where the value is none. */
export function readable(value: Scalar): string {
  return typeof value.value === 'string' ? mask(value.value, unknownSpans(value)) : '';
}

/** Where a value names a host: the part that names it, or the whole value where the source shows it otherwise. */
export function placeOf(value: Scalar, { host, start, end }: Mention): Origin {
  return partScalar(value, { text: host, start, end }).at;
}
