/** Files of variables: a project's `.env`, a service's `env_file` and `label_file`. */
import type { Range, SourceText } from '../source/text.js';
import type { DotenvEntry } from './dotenv.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
import type { Scope } from './run.js';
import type { Sources } from './sources.js';
import type { Lookup } from './template.js';
import type { Variables } from './variables.js';
export interface EnvironmentFile {
    /** The last of each name. */
    readonly entries: ReadonlyMap<string, DotenvEntry>;
    readonly problems: readonly Problem[];
}
export interface ParseOptions {
    readonly mode: Mode;
    /** Variables that win over those of the file. */
    readonly lookup: Lookup;
    /** Variables of the files before, which this one replaces. */
    readonly earlier?: Variables;
    /** That of an `env_file`: `raw`, or anything else for the usual one. */
    readonly format?: string;
}
export declare function parseEnvironmentFile(source: SourceText, { mode, lookup, earlier, format }: ParseOptions): EnvironmentFile;
export interface EnvironmentFiles {
    readonly variables: Variables;
    readonly problems: readonly Problem[];
}
/** Reads the files in order; a later one wins, but what `known` defines is what their own `${}` see first. */
export declare function readEnvironmentFiles(sources: Sources, known: Variables, paths: readonly string[], mode: Mode): EnvironmentFiles;
/** The same for an included project. */
export declare function loadEnvironmentFiles(scope: Scope, paths: readonly string[], site: Range): Variables;
