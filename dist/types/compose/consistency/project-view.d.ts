/** A normalised tree as the consistency checks look at it. */
import type { Range } from '../../source/text.js';
import { type Entry, type Mapping, type Scalar, type Tree } from '../../source/tree.js';
import type { Problem } from '../problem.js';
import type { Mode } from '../project.js';
export interface ProjectView {
    /** The enabled ones, in the order of the tree. */
    readonly services: ReadonlyMap<string, ServiceView>;
    readonly disabled: ReadonlySet<string>;
    /** Whether a top-level section has a key. */
    readonly declares: (section: Section, key: string) => boolean;
    /** A problem that another file may solve: the project may be a fragment. */
    readonly lacking: (message: string, at: Range) => Problem;
}
export interface ServiceView {
    readonly name: string;
    /** The key. */
    readonly at: Range;
    readonly tree: Mapping;
}
export type Section = 'networks' | 'volumes' | 'secrets' | 'configs' | 'models';
export type ServiceCheck = (service: ServiceView, project: ProjectView) => readonly Problem[];
/** What Compose appends to most of these messages. */
export declare const INVALID = ": invalid compose project";
export declare function projectView(model: Mapping, enabled: ReadonlySet<string>, mode: Mode): ProjectView;
export declare function entriesOf(tree: Tree | undefined): readonly Entry[];
export declare function itemsOf(tree: Tree | undefined): readonly Tree[];
/** The value at a path of keys. */
export declare function inside(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined;
/** A text that is not empty. What hangs on a variable that is not set is not known to be one. */
export declare function knownText(tree: Tree | undefined): (Scalar & {
    readonly value: string;
}) | undefined;
/** Whether there is anything but an empty text. */
export declare function isGiven(tree: Tree | undefined): boolean;
