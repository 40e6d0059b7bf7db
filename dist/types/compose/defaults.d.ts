/** Stages 12 and 14 of the loader: what an absent key means is written out, and empty DNS servers are dropped. */
import { type Mapping } from '../source/tree.js';
import { type StageResult } from './stage.js';
/** Why `create_host_path` is there: Docker Compose 2 does not print it then. */
export declare const SOURCE_IS_CREATED = "a bind mount creates its source unless it says otherwise";
/** What Compose would refuse is reported and left out. */
export declare function setDefaults(tree: Mapping): StageResult;
export declare function omitEmpty(tree: Mapping): Mapping;
