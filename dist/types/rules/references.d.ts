/** Documents that several rules point at, so that an address stands in one place. */
type Reference = {
    readonly title: string;
    readonly url: string;
};
export declare const PORT_PUBLISHING: Reference;
export declare const PACKET_FILTERING: Reference;
export declare const BRIDGE_DRIVER: Reference;
export declare const OVERLAY_DRIVER: Reference;
export declare const HOST_DRIVER: Reference;
export declare const COMPOSE_NETWORKING: Reference;
export declare const COMPOSE_NETWORKS: Reference;
export declare const COMPOSE_SERVICES: Reference;
export declare const DAEMON_SOCKET: Reference;
export declare const OWASP_DOCKER: Reference;
export declare const CIS_DOCKER: Reference;
export declare const CWE_UNUSED: Reference;
export declare const CWE_RESOLUTION: Reference;
export declare const CWE_CLEARTEXT: Reference;
export declare const CWE_ISOLATION: Reference;
export declare const CWE_SPHERE: Reference;
export declare const CWE_PRIVILEGES: Reference;
export declare const CWE_DANGEROUS: Reference;
export declare const CWE_BINDING: Reference;
export declare const CWE_ENDPOINTS: Reference;
export {};
