/** Whose network namespace a service's containers live in: their own, another's, the host's or none. */
import { type Project, type Service } from '../compose/project.js';
import type { EngineProfile } from './engine.js';
/** The owner of a namespace. `project` is a place in the list of projects. */
export type Owner = {
    readonly kind: 'service';
    readonly project: number;
    readonly service: string;
    /** The container's name, where that is how it was found. */
    readonly container?: string;
} | {
    readonly kind: 'host';
}
/** No network: asked for, or nothing runs. */
 | {
    readonly kind: 'none';
}
/** A container that no given project declares. */
 | {
    readonly kind: 'container';
    readonly name: string;
};
/** `network_mode` as it counts: `docker stack deploy` ignores it. */
export declare function networkModeOf(service: Service, engine: EngineProfile): string | undefined;
/** For each project its services' owners. */
export declare function ownersOf(projects: readonly Project[], engine: EngineProfile): readonly ReadonlyMap<string, Owner>[];
