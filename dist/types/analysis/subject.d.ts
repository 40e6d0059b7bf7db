import type { Project } from '../compose/project.js';
import type { Draft, Rule, RuleContext } from '../rules/rule.js';
import type { Config } from './config/config.js';
/** A project, and the configuration that holds for it. */
export interface Subject extends RuleContext {
    readonly config?: Config | undefined;
}
/** A finding that may yet be left out or suppressed. */
export interface Item {
    readonly rule: Omit<Rule, 'check'>;
    readonly draft: Draft;
    readonly subject: Subject;
}
/** Where files are. Absolute directories. */
export interface Whereabouts {
    /** The paths of texts are relative to it. */
    readonly directory: string;
    /** Of the repository: what is to be the same on every machine is told from here. */
    readonly root: string;
}
/** A file as seen from a directory; what has no way from there keeps its name. */
export declare function pathFrom(directory: string, file: string, { directory: here }: Whereabouts): string;
export declare function firstFile(project: Project): string;
