import type { Codec } from './codec.js';
/** What Compose prints, in its order, `services` aside. */
export declare const RESOURCES: {
    readonly networks: Codec;
    readonly volumes: Codec;
    readonly secrets: Codec;
    readonly configs: Codec;
};
/** Bound like the others, but never printed. */
export declare const MODELS: Codec;
