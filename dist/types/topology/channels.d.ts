/** Ways around the network: what lets one container get at another, or at the host, without opening a connection to it. */
import { type Project } from '../compose/project.js';
import type { EngineProfile } from './engine.js';
import type { Channel, Member, Namespace, Segment } from './topology.js';
/** The parts of a topology that channels hang on. */
export interface Scene {
    readonly project: Project;
    readonly engine: EngineProfile;
    readonly members: ReadonlyMap<string, Member>;
    readonly namespaces: readonly Namespace[];
    readonly segments: ReadonlyMap<string, Segment>;
}
/** In the order of kinds, then of the files. */
export declare function channelsOf(scene: Scene): readonly Channel[];
