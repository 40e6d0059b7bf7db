/** What a team decided about findings, as `bulkhead.yaml` says it. */
import type { Severity } from '../../rules/rule.js';
import type { Range, SourceText } from '../../source/text.js';
import type { Origin } from '../../source/tree.js';
import type { Role } from '../../topology/topology.js';
import type { Patterns } from './patterns.js';
export type Level = Severity | 'off';
export type FailOn = Severity | 'never';
export interface Config {
    readonly source: SourceText;
    /** Absolute: the folder of the file, from where its paths count. */
    readonly directory: string;
    readonly failOn: FailOn | undefined;
    readonly minimumSeverity: Severity | undefined;
    readonly pedantic: boolean;
    /** Absolute. */
    readonly baseline: string | undefined;
    readonly levels: Levels;
    readonly overrides: readonly Override[];
    readonly ignores: readonly ConfigIgnore[];
    readonly roles: readonly ConfigRole[];
}
/** By rule id. */
export type Levels = ReadonlyMap<string, Level>;
/** Absent: all of them. */
export interface Scope {
    readonly paths: Patterns | undefined;
    readonly services: Patterns | undefined;
}
export interface Override {
    readonly scope: Scope;
    readonly levels: Levels;
}
export interface ConfigIgnore {
    /** Each id as it was written. */
    readonly rules: readonly {
        readonly id: string;
        readonly at: Range;
    }[];
    readonly scope: Scope;
    readonly reason: {
        readonly text: string;
        readonly at: Range;
    };
    readonly owner: string | undefined;
    /** The last day on which it counts, `2027-01-31`. */
    readonly expires: string | undefined;
}
export interface ConfigRole {
    readonly services: Patterns;
    readonly role: Role;
    readonly at: Origin;
}
