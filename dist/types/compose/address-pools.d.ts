/**
 * The merge of `networks.*.ipam.config`. Compose merges pools of one subnet and adds the others, except that a base pool
 * which no pool of the override matches is lost, or absorbed by one; what it gives is followed step by step.
 */
import { type Mapping } from '../source/tree.js';
export type MergePools = (base: Mapping, override: Mapping) => Mapping;
export declare function mergePools(base: readonly Mapping[], overrides: readonly Mapping[], merge: MergePools): readonly Mapping[];
