/** What the rules on isolation ask about services: where an attacker of one stands, who is meant to talk to whom. */
import type { Service } from '../compose/project.js';
import { type Scalar, type Tree } from '../source/tree.js';
import type { ImageFamily } from '../topology/images/family.js';
import type { Ingress, Member, Segment, Topology } from '../topology/topology.js';
import type { Place } from './rule.js';
import { type Standpoint } from './rule.js';
export declare function isClient(topology: Topology, from: string, to: string): boolean;
export declare function hasKnownClients(topology: Topology, service: string): boolean;
export declare function isStore(member: Member): boolean;
/** Whether users, or attackers, meet this service first. */
export declare function isEntry(member: Member): boolean;
export declare function standpointOf(member: Member): Standpoint;
/** The one nearest to the outside. */
export declare function nearest(members: readonly Member[]): Standpoint;
/** The catalogue's row for the image, also of one that is built here under a known name. */
export declare function familyOf(member: Member): ImageFamily | undefined;
export declare function roleNoun(member: Member): string;
/** The ports of its namespace that lead to this very service: of several in one namespace, those it is known for. */
export declare function ingressTo(topology: Topology, member: Member): readonly Ingress[];
/** Where a member wrote that it is on one of the segments. */
export declare function attachments(member: Member, segments: Iterable<Segment>, what: string): readonly Place[];
/** Segments on which two namespaces meet and may talk. */
export declare function meetingPoints(topology: Topology, a: Member, b: Member): readonly Segment[];
/** The members that are attached to a segment, each once, in the order of the files. */
export declare function membersOn(topology: Topology, { engineName, endpoints }: Segment): readonly Member[];
/** The scalars under a key that holds one, or a list of them. */
export declare function scalarsUnder(tree: Tree | undefined, key: string): readonly Scalar[];
/** A piece of a file of which nobody says how it runs: another file must complete it, and may declare what is missing. */
export declare function isFragment(topology: Topology): boolean;
/** On the default network for want of any other: no line that somebody drew. */
export declare function isOnDefaultOnly({ endpoints }: Member): boolean;
/** Of a fragment, a service that names no network may be given one by the file that completes it. */
export declare function isUnplaced(topology: Topology, member: Member): boolean;
/** Services of different profiles are alternatives: nobody starts both. */
export declare function runTogether(a: Service, b: Service): boolean;
/** The part that somebody wrote of what is shared, not of the machine it is on: a volume's key, or a path from the project. */
export declare function sharedName(topology: Topology, through: string): string;
