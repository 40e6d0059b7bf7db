/** Which networks of the Engine a service's containers are attached to, and in which order the Engine uses them. */
import type { Attachment, Network, Project, Service } from '../compose/project.js';
import type { Origin } from '../source/tree.js';
import { atLeast, type EngineProfile } from './engine.js';
import { byCodeUnit } from './names.js';
import { networkModeOf } from './namespaces.js';
import { type Behaviour, DEFAULT_BRIDGE } from './segments.js';

/** A service's place on a network of the Engine. */
export interface Place {
  readonly engineName: string;
  /** The network's key in the project, or its engine name where the project has no key for it. */
  readonly networkKey: string;
  readonly at: Origin;
  /** `undefined` where `network_mode` names the network. */
  readonly attachment: Attachment | undefined;
}

/** The project's networks by key and by engine name. */
export interface NetworkTable {
  readonly byKey: ReadonlyMap<string, Network>;
  readonly byEngineName: ReadonlyMap<string, Network>;
}

/** Of several keys with one engine name, the first one that declares the network counts. */
export function networkTable(project: Project): NetworkTable {
  const byEngineName = new Map<string, Network>();
  for (const network of project.networks) {
    const known = byEngineName.get(network.engineName);
    if (known === undefined || (known.external && !network.external)) byEngineName.set(network.engineName, network);
  }
  return { byKey: new Map(project.networks.map((network) => [network.key, network])), byEngineName };
}

/** The places of a service that has a network namespace of its own, each network once, in the order of the file. */
export function placesOf(
  project: Project,
  table: NetworkTable,
  service: Service,
  engine: EngineProfile,
): readonly Place[] {
  const mode = networkModeOf(service, engine);
  if (mode !== undefined) {
    const engineName = mode === 'default' ? DEFAULT_BRIDGE : mode;
    const networkKey = table.byEngineName.get(engineName)?.key ?? engineName;
    return [{ engineName, networkKey, at: service.networkMode?.at ?? service.at, attachment: undefined }];
  }
  if (service.networkMode !== undefined) {
    // A stack has no network mode: the service joins the stack's default network.
    const engineName = table.byKey.get('default')?.engineName ?? `${project.name}_default`;
    return [
      { engineName, networkKey: 'default', at: service.networkMode.at, attachment: bare(service.networkMode.at) },
    ];
  }
  const places = new Map<string, Place>();
  for (const attachment of byPriority(service.networks)) {
    const engineName = table.byKey.get(attachment.network)?.engineName ?? `${project.name}_${attachment.network}`;
    const place = { engineName, networkKey: attachment.network, at: attachment.at, attachment };
    if (!places.has(engineName)) places.set(engineName, place);
  }
  return [...places.values()];
}

function bare(at: Origin): Attachment {
  return { network: 'default', at, aliases: [], priority: 0, gatewayPriority: 0 };
}

/** Compose attaches in this order. */
function byPriority(attachments: readonly Attachment[]): readonly Attachment[] {
  return [...attachments].sort((a, b) => b.priority - a.priority || byCodeUnit(a.network, b.network));
}

/**
 * The order in which the Engine looks for a default gateway and asks for names: libnetwork's `Endpoint.Less`. Gateway
 * priorities exist since Engine 28.
 */
export function inEngineOrder(
  places: readonly Place[],
  behaviours: ReadonlyMap<string, Behaviour>,
  engine: EngineProfile,
): readonly Place[] {
  const priority = (place: Place) => (atLeast(engine, 28) ? (place.attachment?.gatewayPriority ?? 0) : 0);
  const rank = (place: Place) => {
    const behaviour = behaviours.get(place.engineName);
    return behaviour?.internal ? 3 : 2 - (behaviour?.gateways ?? 0);
  };
  return [...places].sort(
    (a, b) => priority(b) - priority(a) || rank(a) - rank(b) || byCodeUnit(a.engineName, b.engineName),
  );
}
