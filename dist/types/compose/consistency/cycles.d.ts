import type { Problem } from '../problem.js';
import { type ProjectView } from './project-view.js';
/** The first is the one that Compose reports, which searches in the order of names. No service is in two of them. */
export declare function dependencyCycles({ services }: ProjectView): readonly Problem[];
