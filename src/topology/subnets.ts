/** Which networks have an address, as far as the files say so. */
import { addressBits } from '../compose/ip-address.js';
import type { Network } from '../compose/project.js';
import { child, stringValue } from '../source/tree.js';

/**
 * What an address of the host, as a port names it, is on a network that declares its subnets: its gateway, or as far as the
 * network's members know one of their neighbours, which it is not. `undefined`: nothing there.
 */
export function standingOn(network: Network | undefined, address: string): 'gateway' | 'neighbour' | undefined {
  const config = child(child(network?.tree, 'ipam'), 'config');
  if (config?.kind !== 'sequence') return undefined;
  const bare = address.replace(/^\[|\]$/g, '');
  const own = addressBits(bare);
  if (own === undefined) return undefined;
  for (const item of config.items) {
    const gateway = stringValue(child(item, 'gateway'));
    if (gateway !== undefined && addressBits(gateway) === own) return 'gateway';
    // Where no gateway is written, it is the only address of the host's on the subnet.
    if (holds(stringValue(child(item, 'subnet')), own)) return gateway === undefined ? 'gateway' : 'neighbour';
  }
  return undefined;
}

function holds(subnet: string | undefined, own: string): boolean {
  const [, base = '', length = ''] = /^([0-9a-f.:]{2,45})\/(\d{1,3})$/i.exec(subnet ?? '') ?? [];
  const network = addressBits(base);
  if (network === undefined || network.length !== own.length) return false;
  return Number(length) <= own.length && own.startsWith(network.slice(0, Number(length)));
}
