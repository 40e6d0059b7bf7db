/** Stages 12 and 14 of the loader: what an absent key means is written out, and empty DNS servers are dropped. */
import { type Mapping } from '../source/tree.js';
import { type StageResult } from './stage.js';
/** What Compose would refuse is reported and left out. */
export declare function setDefaults(tree: Mapping): StageResult;
export declare function omitEmpty(tree: Mapping): Mapping;
