/**
 * The type of a plain scalar. Docker's Go YAML library reads YAML 1.2's words with YAML 1.1's numbers, which no
 * published schema does: `yes` is a string, `010` is 8, `1_000` is 1000, `22:22` is a string, `2001-12-14` is a time.
 */
import type { Scalar, ScalarType } from './tree.js';
export interface Resolved {
    readonly type: ScalarType;
    readonly value: Scalar['value'];
}
export declare function resolvePlain(text: string): Resolved;
