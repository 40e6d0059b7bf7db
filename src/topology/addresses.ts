/** Addresses as the Engine takes them: by what they are, not by how they are spelled. */
import { addressBits } from '../compose/ip-address.js';
import type { Network } from '../compose/project.js';
import { child, stringValue } from '../source/tree.js';
import type { Family } from './topology.js';

/** All addresses of the host. */
export const EVERY: Readonly<Record<Family, string>> = { ipv4: '0.0.0.0', ipv6: '::' };

const LOOPBACK = '::1';

/** IPv4 in IPv6. */
const MAPPED = `${'0'.repeat(80)}${'1'.repeat(16)}`;

/** Every address and that of loopback as they are usually spelled, and what is IPv4 in IPv6 as IPv4; others as they are. */
export function usualSpelling(address: string): string {
  if (!address.includes(':')) return address;
  const bits = addressBits(address) ?? '1';
  if (!bits.includes('1')) return EVERY.ipv6;
  if (bits.startsWith(MAPPED)) return bytesOf(bits.slice(MAPPED.length)).join('.');
  return bits.indexOf('1') === 127 ? LOOPBACK : address;
}

function bytesOf(bits: string): readonly number[] {
  return Array.from({ length: bits.length / 8 }, (_, byte) => Number.parseInt(bits.slice(8 * byte, 8 * byte + 8), 2));
}

export function isLoopback(address: string): boolean {
  const usual = usualSpelling(address);
  return usual === LOOPBACK || usual.startsWith('127.');
}

/** Of an address in its usual spelling. */
export function familyOf(address: string): Family {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}

type Standing = 'gateway' | 'neighbour' | undefined;

/** A subnet that a network declares. */
interface Pool {
  readonly gateway: string | undefined;
  /** The bits that its addresses begin with; `undefined` where they are not known. */
  readonly prefix: string | undefined;
  /** Of an address of its family. */
  readonly length: number;
}

const known = new WeakMap<Network, { readonly pools: readonly Pool[]; readonly standings: Map<string, Standing> }>();

/**
 * What an address of the host, as a port names it, is on a network that declares its subnets: its gateway, or as far as the
 * network's members know one of their neighbours, which it is not. `undefined`: nothing there.
 */
export function standingOn(network: Network | undefined, address: string): Standing {
  if (network === undefined) return undefined;
  // Asked for each pair of services, of a few addresses.
  const { pools, standings } = known.get(network) ?? {
    pools: poolsOf(network),
    standings: new Map<string, Standing>(),
  };
  known.set(network, { pools, standings });
  if (pools.length === 0) return undefined;
  if (!standings.has(address)) standings.set(address, standingIn(pools, address));
  return standings.get(address);
}

function standingIn(pools: readonly Pool[], address: string): Standing {
  const bits = addressBits(address);
  if (bits === undefined) return undefined;
  for (const { gateway, prefix, length } of pools) {
    if (gateway === bits) return 'gateway';
    if (prefix === undefined || length !== bits.length || !bits.startsWith(prefix)) continue;
    // Where no gateway is written, it is the only address of the host's on the subnet.
    return gateway === undefined ? 'gateway' : 'neighbour';
  }
  return undefined;
}

function poolsOf(network: Network): readonly Pool[] {
  const config = child(child(network.tree, 'ipam'), 'config');
  if (config?.kind !== 'sequence') return [];
  return config.items.map((item) => {
    const gateway = addressBits(stringValue(child(item, 'gateway')) ?? '');
    const [, base = '', size = ''] =
      /^([0-9a-f.:]{2,45})\/(\d{1,3})$/i.exec(stringValue(child(item, 'subnet')) ?? '') ?? [];
    const bits = addressBits(base);
    const isSubnet = bits !== undefined && Number(size) <= bits.length;
    return { gateway, prefix: isSubnet ? bits.slice(0, Number(size)) : undefined, length: bits?.length ?? 0 };
  });
}
