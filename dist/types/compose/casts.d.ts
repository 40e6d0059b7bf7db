/** The types that Docker Compose gives to text at certain places once variables are substituted, as in `privileged: ${P}`. */
import type { ScalarType, Tree } from '../source/tree.js';
/** As Compose's Go types; `int` and `int64` differ in the words of their errors alone. */
export type Cast = 'boolean' | 'int' | 'int64' | 'float' | 'float32';
/** `loader/interpolate.go` of compose-go. */
export declare const CASTS: import("./pattern.js").PatternNode<Cast>;
export type CastResult = {
    readonly ok: true;
    readonly type: ScalarType;
    readonly value: number | bigint | boolean;
    readonly warning?: string;
} | {
    readonly ok: false;
    readonly error: string;
};
/** `shown`: what an error may show of the text. */
export declare function castText(text: string, cast: Cast, shown?: string): CastResult;
/** What Compose reads a value as where it wants a boolean; `undefined` for what it refuses. */
export declare function truthOf(tree: Tree | undefined): boolean | undefined;
