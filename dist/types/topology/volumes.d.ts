/** Volumes and host folders that several services mount: what one of them writes the others read. */
import { type Project } from '../compose/project.js';
import type { Channel } from './topology.js';
/** One channel for each volume or host folder that somebody writes and somebody else mounts, sorted by what it is. */
export declare function volumeChannels(project: Project): readonly Channel[];
/** A project on a host with others. */
export interface Tenant {
    readonly project: Project;
    readonly nameOf: (service: string) => string;
}
/** The same of several projects on one host, of what services of more than one of them mount; by engine names. */
export declare function volumesAcross(tenants: readonly Tenant[]): readonly Channel[];
/** What the Engine calls volumes, by their keys; empty where the name hangs on a variable that is not set. */
export declare function engineNamesOf(project: Project): ReadonlyMap<string, string>;
