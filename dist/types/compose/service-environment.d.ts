import type { Mapping, Origin, Tree } from '../source/tree.js';
import type { Problem } from './problem.js';
import type { Variable } from './project.js';
import type { Run } from './run.js';
import type { Variables } from './variables.js';
export interface ResolvedService {
    readonly environment: readonly Variable[];
    readonly labels: readonly Variable[];
    readonly problems: readonly Problem[];
}
/**
 * A file that cannot be read is fatal in strict mode, and a gap to an analysis. One that is not there is only noted by an
 * analysis: such files are kept out of repositories on purpose.
 */
export declare function resolveService(service: Mapping, variables: Variables, run: Run): ResolvedService;
/** Entries of a `KEY=value` list or a mapping, values as the texts that a container gets. */
export declare function keyValues(tree: Tree | undefined): readonly Variable[];
/** The variables in the form of `written`, a list where nothing was: Compose treats `x-*` keys of mappings in a way of its own. */
export declare function variablesTree(variables: readonly Variable[], written: Tree | undefined, at: Origin): Tree;
