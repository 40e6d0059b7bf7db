/** Stage 8 of the loader: an override merged into what was loaded before it (compose-go `override.MergeYaml`). */
import { type Mapping } from '../source/tree.js';
import { type StageResult } from './stage.js';
/** An override that cannot be merged is reported, and the base kept at that place. */
export declare function mergeTrees(base: Mapping, override: Mapping): StageResult;
/** One service merged into the one it extends. Compose's messages call every such service `x`. */
export declare function extendService(base: Mapping, override: Mapping): StageResult;
