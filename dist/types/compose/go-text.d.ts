/** The texts that Go's `fmt` package makes of decoded YAML values: what Compose puts into environments, labels and messages. */
import type { Scalar, Tree } from '../source/tree.js';
/** `fmt.Sprint` of a scalar; null is `<nil>`. */
export declare function goText(scalar: Scalar): string;
/** `%v` of a float64: the shortest digits that give the number back, in exponent form below 1e-4 and from 1e6 on. */
export declare function goFloat(value: number): string;
/** `%T`: the Go type a decoded value has. */
export declare function goType(tree: Tree): string;
