/** What a network lets through: the behaviour of its driver and options, as the Engine enforces it. */
import type { Network } from '../compose/project.js';
import { child, stringValue } from '../source/tree.js';
import { familyOf } from './addresses.js';
import { atLeast, type EngineProfile } from './engine.js';
import * as options from './options.js';
import { optionFlag, optionText } from './options.js';
import type { Fabric, Family, GatewayMode, Segment } from './topology.js';

/** The Engine's own bridge, `docker0`: where `network_mode: bridge` leads. */
export const DEFAULT_BRIDGE = 'bridge';

export type Behaviour = Pick<
  Segment,
  | 'driver'
  | 'fabric'
  | 'internal'
  | 'icc'
  | 'names'
  | 'gatewayModes'
  | 'hostAddress'
  | 'outbound'
  | 'gateways'
  | 'hostBinding'
>;

const SHIPPED: ReadonlyMap<string, Fabric> = new Map([
  ['bridge', 'bridge'],
  ['overlay', 'overlay'],
  ['macvlan', 'macvlan'],
  ['ipvlan', 'ipvlan'],
]);

const BRIDGE_DEFAULTS: Omit<Behaviour, 'driver' | 'fabric'> = {
  internal: false,
  icc: true,
  names: true,
  gatewayModes: { ipv4: 'nat' },
  hostAddress: true,
  outbound: true,
  gateways: 1,
  hostBinding: '',
};

/**
 * The behaviour of a network that is declared so, or `undefined`: that nobody declared. What is not known of such a
 * network is taken to be as the Engine makes it by default.
 */
export function behaviourOf(network: Network | undefined, engineName: string, engine: EngineProfile): Behaviour {
  if (engineName === DEFAULT_BRIDGE) {
    return {
      ...BRIDGE_DEFAULTS,
      driver: 'bridge',
      fabric: 'default-bridge',
      names: false,
      icc: engine.defaultBridgeIcc,
    };
  }
  const fallback = engine.mode === 'swarm' ? 'overlay' : 'bridge';
  const driver = network === undefined || network.external || network.driver === '' ? fallback : network.driver;
  const fabric = SHIPPED.get(driver) ?? 'plugin';
  const internal = network !== undefined && !network.external && network.internal;
  const common = { ...BRIDGE_DEFAULTS, driver, fabric, internal, outbound: !internal };
  switch (fabric) {
    case 'overlay':
      // The way out, and the host's address, are on docker_gwbridge, which internal networks do not get.
      return { ...common, hostAddress: !internal, gateways: 0 };
    case 'macvlan':
    case 'ipvlan':
      return { ...common, ...physical(network, fabric, internal, engine) };
    case 'plugin':
      return { ...common, gateways: internal ? 0 : 1 };
    default:
      return { ...common, ...bridge(network, internal) };
  }
}

function bridge(network: Network | undefined, internal: boolean): Partial<Behaviour> {
  if (network === undefined || network.external) return {};
  const bare = optionFlag(network, options.INHIBIT_IPV4) === true;
  const ipv4 = bare ? 'isolated' : gatewayMode(network, options.GATEWAY_MODE_IPV4, internal);
  const ipv6 = gatewayMode(network, options.GATEWAY_MODE_IPV6, internal);
  const gatewayModes = { ...(network.enableIpv4 ? { ipv4 } : {}), ...(network.enableIpv6 ? { ipv6 } : {}) };
  const modes = Object.values(gatewayModes);
  const hostAddress = modes.some((mode) => mode !== 'isolated');
  return {
    icc: optionFlag(network, options.ENABLE_ICC) !== false,
    gatewayModes,
    hostAddress,
    outbound: hostAddress && !internal,
    gateways: internal ? 0 : modes.length > 1 ? 2 : 1,
    hostBinding: optionText(network, options.HOST_BINDING) ?? '',
  };
}

/** `isolated` is refused by the Engine unless the network is internal. */
function gatewayMode(network: Network, name: string, internal: boolean): GatewayMode {
  const text = optionText(network, name);
  if (text === 'routed' || text === 'nat-unprotected') return internal ? 'nat' : text;
  return text === 'isolated' && internal ? 'isolated' : 'nat';
}

/**
 * Peers are machines of the parent's network, whether it is internal or not: that only takes the default gateway. The
 * kernel keeps them from the parent itself, which is the host.
 */
function physical(
  network: Network | undefined,
  fabric: 'macvlan' | 'ipvlan',
  internal: boolean,
  engine: EngineProfile,
): Partial<Behaviour> {
  const mode = optionText(network, fabric === 'macvlan' ? options.MACVLAN_MODE : options.IPVLAN_FLAG);
  const outbound = network?.driverOptions.some((option) => option.name === options.PARENT) === true;
  const ipv4 = outbound && !internal && network.enableIpv4 && hasGateway(network, 'ipv4', engine);
  const ipv6 = outbound && !internal && network.enableIpv6 && hasGateway(network, 'ipv6', engine);
  return {
    icc: mode !== 'private',
    hostAddress: false,
    outbound,
    gatewayModes: { ...(ipv4 ? { ipv4: 'nat' } : {}), ...(ipv6 ? { ipv6: 'nat' } : {}) },
    gateways: ipv4 && ipv6 ? 2 : ipv4 || ipv6 ? 1 : 0,
  };
}

/** Since Engine 29 these drivers set a default gateway only where one is configured. */
function hasGateway(network: Network, family: Family, engine: EngineProfile): boolean {
  if (!atLeast(engine, 29)) return true;
  const config = child(child(network.tree, 'ipam'), 'config');
  const items = config?.kind === 'sequence' ? config.items : [];
  return items.some((item) => {
    const gateway = stringValue(child(item, 'gateway'));
    return gateway !== undefined && familyOf(gateway) === family;
  });
}

/** Whether its members are machines of the local network. */
export function isPhysical({ fabric }: Pick<Segment, 'fabric'>): boolean {
  return fabric === 'macvlan' || fabric === 'ipvlan';
}

/** Whether machines outside the given projects may sit on it. */
export function isOpen(behaviour: Behaviour, network: Network | undefined): boolean {
  if (network === undefined || network.external || behaviour.fabric === 'default-bridge') return true;
  return isPhysical(behaviour) && behaviour.outbound;
}
