import type { Mapping } from '../../source/tree.js';
import type { SchemaProblem } from './validate.js';
/** Most specific first: the first problem is the one that Docker Compose reports, in its words. */
export declare function schemaProblems(root: Mapping): readonly SchemaProblem[];
