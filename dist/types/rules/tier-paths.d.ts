import { type UnintendedPaths } from '../topology/intent.js';
import type { Confidence, Member, Segment, Topology } from '../topology/topology.js';
import type { PathKind, Place, Scale } from './rule.js';
import { type Grade } from './severity.js';
/** The paths of one cause: services that should not reach stores, through one segment. */
export interface PathGroup {
    readonly segment: Segment;
    readonly culprits: readonly Member[];
    readonly stores: readonly Member[];
    /** Which stores each culprit reaches without need. */
    readonly targets: ReadonlyMap<Member, readonly Member[]>;
    /** The services that need a store, in the order of the files; empty where none is known. */
    readonly clients: readonly string[];
    /** The stores of which it is known who needs them. */
    readonly claimed: readonly Member[];
    /** Whether a culprit faces the outside at all. */
    readonly entry: boolean;
    /** Whether a culprit is published beyond this machine. */
    readonly published: boolean;
    readonly confidence: Confidence;
}
/**
 * Where entries are among the culprits the bystanders are left out: the entry is what matters, and the layout that
 * removes its path removes theirs. Nor does a sure finding name those of whom it is not sure.
 */
export declare function groupPaths(topology: Topology, segment: Segment, all: readonly UnintendedPaths[]): PathGroup;
/** Of both rules. Bystanders first have to be taken over from inside: worth knowing, not worth a review's time. */
export declare function tierScale(path: PathKind): Scale;
/** An entry that is published beyond this machine stands outside, any other entry behind something that the files do not show. */
export declare function grade(group: PathGroup, path: PathKind): Grade;
export declare function quoted(members: readonly Member[], most?: number): string;
export declare function namesOf(members: readonly Member[]): readonly string[];
/** `\`proxy\` can open connections to \`db\` and \`cache\`, \`admin\` to \`cache\``: culprits with the same targets together. */
export declare function pathsClause({ targets }: PathGroup): string;
/** `, though only \`api\` needs it`; nothing where no client is known, or a culprit is a client of another of the stores. */
export declare function needClause({ clients, claimed, culprits, stores }: PathGroup): string;
/** The networks of a better layout that hold the stores, a line each, ready to be written down. */
export declare function layoutLines(topology: Topology, { stores }: PathGroup): readonly string[];
/** Where a member wrote that it is on the segment. */
export declare function membership(member: Member, segment: Segment, what: string): readonly Place[];
/** The published port of each culprit that has one. */
export declare function doors(members: readonly Member[]): readonly Place[];
/** At most so many places that a screen can hold them; the last one says what was left out. */
export declare function capped(places: readonly Place[]): readonly Place[];
