/** Checks a merged tree against the schema of the Compose file, stage 10 of the pipeline. */
import type { Range } from '../../source/text.js';
import type { Mapping, Path } from '../../source/tree.js';
import type { Problem } from '../problem.js';
export interface SchemaProblem extends Problem {
    readonly kind: 'refusal';
    /** To the value that is wrong; for an unknown key, to that key. */
    readonly path: Path;
    readonly at: Range;
}
/** Most specific first: the first problem is the one that Docker Compose reports, in its words. */
export declare function validateSchema(root: Mapping): readonly SchemaProblem[];
