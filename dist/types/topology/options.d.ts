/** Driver options of networks, read as the Engine's drivers read them. */
import { type Network, type Variable } from '../compose/project.js';
export declare const ENABLE_ICC = "com.docker.network.bridge.enable_icc";
export declare const MASQUERADE = "com.docker.network.bridge.enable_ip_masquerade";
export declare const GATEWAY_MODE_IPV4 = "com.docker.network.bridge.gateway_mode_ipv4";
export declare const GATEWAY_MODE_IPV6 = "com.docker.network.bridge.gateway_mode_ipv6";
export declare const HOST_BINDING = "com.docker.network.bridge.host_binding_ipv4";
export declare const INHIBIT_IPV4 = "com.docker.network.bridge.inhibit_ipv4";
export declare const TRUSTED_INTERFACES = "com.docker.network.bridge.trusted_host_interfaces";
export declare const PARENT = "parent";
export declare const MACVLAN_MODE = "macvlan_mode";
export declare const IPVLAN_FLAG = "ipvlan_flag";
/** The option, unless it hangs on a variable that is not set. */
export declare function option(network: Network | undefined, name: string): Variable | undefined;
export declare function optionText(network: Network | undefined, name: string): string | undefined;
/** As Go's `strconv.ParseBool`, which the drivers use; `undefined` for any other text. */
export declare function optionFlag(network: Network | undefined, name: string): boolean | undefined;
