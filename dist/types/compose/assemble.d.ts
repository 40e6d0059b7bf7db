/** The last stages: profiles, references between services, files of variables, and the project that comes of it all. */
import type { SourceText } from '../source/text.js';
import type { Mapping } from '../source/tree.js';
import type { Discovery } from './discover.js';
import type { ProblemList } from './problem-list.js';
import type { Project } from './project.js';
import type { Scope } from './run.js';
export interface Assembly {
    readonly scope: Scope;
    readonly discovery: Discovery;
    readonly model: Mapping;
    readonly name: string;
    readonly files: ReadonlySet<SourceText>;
    readonly problems: ProblemList;
}
export declare function assembleProject({ scope, discovery, model, name, files, problems }: Assembly): Project;
