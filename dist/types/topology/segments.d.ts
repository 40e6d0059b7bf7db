/** What a network lets through: the behaviour of its driver and options, as the Engine enforces it. */
import type { Network } from '../compose/project.js';
import { type EngineProfile } from './engine.js';
import type { Segment } from './topology.js';
/** The Engine's own bridge, `docker0`: where `network_mode: bridge` leads. */
export declare const DEFAULT_BRIDGE = "bridge";
export type Behaviour = Pick<Segment, 'driver' | 'fabric' | 'internal' | 'icc' | 'names' | 'gatewayModes' | 'hostAddress' | 'outbound' | 'gateways' | 'hostBinding'>;
/**
 * The behaviour of a network that is declared so, or `undefined`: that nobody declared. What is not known of such a
 * network is taken to be as the Engine makes it by default.
 */
export declare function behaviourOf(network: Network | undefined, engineName: string, engine: EngineProfile): Behaviour;
/** Whether its members are machines of the local network. */
export declare function isPhysical({ fabric }: Pick<Segment, 'fabric'>): boolean;
/** Whether machines outside the given projects may sit on it. */
export declare function isOpen(behaviour: Behaviour, network: Network | undefined): boolean;
