/** What the stages of one load share: options, files, the problems found so far, and the limits that stop hostile input. */
import { type LimitName, type Limits } from '../source/limits.js';
import type { Range, SourceText } from '../source/text.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
import type { Sources } from './sources.js';
import type { Variables } from './variables.js';
export interface PipelineOptions {
    readonly mode: Mode;
    /** Replace `${VARIABLES}`. */
    readonly interpolate: boolean;
    /** Check against the schema, and what no schema can say. */
    readonly validate: boolean;
    readonly normalize: boolean;
    readonly consistency: boolean;
    readonly resolvePaths: boolean;
    /** `undefined`: all whose profiles are active. */
    readonly services: readonly string[] | undefined;
    readonly limits: Limits;
}
export interface Run {
    readonly options: PipelineOptions;
    readonly sources: Sources;
    /** Takes note of a problem, once. */
    readonly report: (problem: Problem) => void;
    /** Whether something was refused at exactly this place. */
    readonly isRefused: (at: Range) => boolean;
    /** Every Compose file that was loaded, in order. */
    readonly loaded: (source: SourceText) => void;
    /** False once the limit is reached. */
    readonly mayLoad: () => boolean;
    readonly mayCopy: (values: number) => boolean;
}
/** One project: the one asked for, or one that a file includes. */
export interface Scope {
    readonly run: Run;
    /** Absolute: where the project's files are looked for. */
    readonly directory: string;
    /** What its relative paths are resolved against: absolute, or as seen from the including project. */
    readonly workingDirectory: string;
    readonly variables: Variables;
    /** Main files of the includes that led here, outermost first. */
    readonly included: readonly string[];
    /** The places of those includes. */
    readonly trail: readonly Range[];
    readonly resolvePaths: boolean;
}
/** A problem in a scope: one in another file than the user's own tells how it was reached. */
export declare function reportIn(scope: Scope, problem: Problem): void;
/** For stages that stumble over values which an earlier one has refused: nothing new is said of those. */
export declare function reportConsequence(scope: Scope, problem: Problem): void;
/** A limit cut something off: to an analysis that is a gap, and Docker Compose knows no such limit. */
export declare function exceeded(scope: Scope, message: string, limit: LimitName, at?: Range): void;
export declare function refuse(scope: Scope, message: string, at?: Range): void;
/** What another file should have brought: fatal to Docker Compose, a gap to an analysis. */
export declare function missing(scope: Scope, message: string, at?: Range): void;
