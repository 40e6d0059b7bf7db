import type { Subject } from '../subject.js';
import type { Ignores } from './ignore.js';
/** `isWhole`: whether all of a project could be read and judged. */
export declare function commentIgnores(subjects: readonly Subject[], knownRules: ReadonlySet<string>, isWhole: (subject: Subject) => boolean): Ignores;
