import type { Ingress } from '../topology/topology.js';
import type { Rule } from './rule.js';
export declare const publishedDataPort: Rule;
export declare function portPhrase(first: Ingress, others: readonly Ingress[]): string;
/** Who can open a port, from its address on the host. */
export declare function audience({ hostIp }: Ingress): string;
