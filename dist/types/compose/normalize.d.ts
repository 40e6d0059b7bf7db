/** Stage 18 of the loader: what Compose adds to a project by itself (compose-go `loader.Normalize`). */
import { type Mapping } from '../source/tree.js';
import type { Lookup } from './template.js';
/** The tree has the project's name under `name`. Nothing can fail; values of a wrong type stay as they are. */
export declare function normalize(tree: Mapping, lookup: Lookup): Mapping;
