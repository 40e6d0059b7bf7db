import { type CanonicalRule } from './context.js';
export declare const service: CanonicalRule;
export declare const build: CanonicalRule;
export declare const extendsReference: CanonicalRule;
export declare const include: CanonicalRule;
/** `build.provenance` and `build.sbom` are texts, whatever is written. */
export declare const textOfAny: CanonicalRule;
export declare const gpus: CanonicalRule;
export declare const ulimit: CanonicalRule;
/** Top-level volumes, networks, secrets and configs: the old `external: { name: x }` becomes a name of the resource. */
export declare const maybeExternal: CanonicalRule;
