/** Stage 22 of the loader: whether the parts of a project fit together (compose-go `loader.checkConsistency`). */
import { type Mapping } from '../source/tree.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
/**
 * `model` is canonical and normalised; services that profiles disable are not checked, as in Compose. Where Compose
 * stops at one problem, all are given: service by service, in its order. In `analysis` mode, what another file may bring is a note.
 */
export declare function checkConsistency(model: Mapping, enabled: ReadonlySet<string>, mode: Mode): readonly Problem[];
