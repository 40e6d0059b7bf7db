/** Flows through the machine: `localhost` in a shared namespace, and published ports reached by the host's names. */
import type { Project, Service } from '../../compose/project.js';
export interface HostTarget {
    readonly service: string;
    readonly port: number;
}
/** Whether a name means the machine or the container itself, and so no service by that name. */
export declare function isLocalName(service: Service, host: string): boolean;
/** The service that listens there, other than the service itself; `undefined` where the port is unknown or nobody's. */
export declare function localTarget(project: Project, service: Service, host: string, port: number | undefined): HostTarget | undefined;
