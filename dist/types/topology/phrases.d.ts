/** The sentences of evidence. Names, ports and addresses only: never a value that may be a secret. */
import type { Service } from '../compose/project.js';
import type { EngineProfile } from './engine.js';
import type { Evidence, Ingress } from './topology.js';
export declare function hostNetwork(service: Service): Evidence;
/** A published port, as its host sees it. */
export declare function portText(entry: Ingress, engine: EngineProfile): string;
