import { type Subject, type Whereabouts } from '../subject.js';
import type { Ignore } from './ignore.js';
/** `isWhole`: whether all of a project could be read and judged. */
export declare function configIgnores(subjects: readonly Subject[], where: Whereabouts, isWhole: (subject: Subject) => boolean): readonly Ignore[];
