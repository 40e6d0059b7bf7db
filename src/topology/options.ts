/** Driver options of networks, read as the Engine's drivers read them. */
import { isUnknown, type Network, type Variable } from '../compose/project.js';

const BRIDGE = 'com.docker.network.bridge.';

export const ENABLE_ICC = `${BRIDGE}enable_icc`;
export const MASQUERADE = `${BRIDGE}enable_ip_masquerade`;
export const GATEWAY_MODE_IPV4 = `${BRIDGE}gateway_mode_ipv4`;
export const GATEWAY_MODE_IPV6 = `${BRIDGE}gateway_mode_ipv6`;
export const HOST_BINDING = `${BRIDGE}host_binding_ipv4`;
export const INHIBIT_IPV4 = `${BRIDGE}inhibit_ipv4`;
export const TRUSTED_INTERFACES = `${BRIDGE}trusted_host_interfaces`;
export const PARENT = 'parent';
export const MACVLAN_MODE = 'macvlan_mode';
export const IPVLAN_FLAG = 'ipvlan_flag';

/** The option, unless it hangs on a variable that is not set. */
export function option(network: Network | undefined, name: string): Variable | undefined {
  const found = network?.driverOptions.find((candidate) => candidate.name === name);
  return isUnknown(found?.value) ? undefined : found;
}

export function optionText(network: Network | undefined, name: string): string | undefined {
  const value = option(network, name)?.value?.value;
  return value === undefined || value === null ? undefined : String(value);
}

/** As Go's `strconv.ParseBool`, which the drivers use; `undefined` for any other text. */
export function optionFlag(network: Network | undefined, name: string): boolean | undefined {
  const text = optionText(network, name);
  if (text === undefined) return undefined;
  if (/^(?:1|t|T|TRUE|true|True)$/.test(text)) return true;
  return /^(?:0|f|F|FALSE|false|False)$/.test(text) ? false : undefined;
}
