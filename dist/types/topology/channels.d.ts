/** Ways around the network: what lets one container get at another, or at the host, without opening a connection to it. */
import { type Project, type Service } from '../compose/project.js';
import type { EngineProfile } from './engine.js';
import type { Channel, Evidence, Member, Namespace, Segment } from './topology.js';
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
/**
 * Services that hold the socket and hand it on: known by their images, or because another service takes them for its
 * Docker host.
 */
export declare function socketProxiesOf(project: Project): readonly {
    readonly service: Service;
    readonly evidence: readonly Evidence[];
}[];
