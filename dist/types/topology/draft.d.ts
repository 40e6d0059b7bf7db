/** A project on its way to a topology: what it says by itself. */
import type { Project } from '../compose/project.js';
import { type NetworkTable, type Place } from './attachments.js';
import type { EngineProfile } from './engine.js';
import type { Owner } from './namespaces.js';
import { type GivenRole } from './roles.js';
import type { RoleAssignment } from './topology.js';
/** A project before it is known what the others declare. */
export interface Draft {
    readonly project: Project;
    /** Its place in the list of projects. */
    readonly index: number;
    readonly table: NetworkTable;
    readonly owners: ReadonlyMap<string, Owner>;
    /** Of the services that own a namespace. */
    readonly places: ReadonlyMap<string, readonly Place[]>;
    /** What ties it to other projects: engine names of its networks, and projects whose namespaces it joins. */
    readonly links: readonly string[];
    readonly roles: ReadonlyMap<string, RoleAssignment>;
}
export declare function draftOf(project: Project, index: number, owners: ReadonlyMap<string, Owner>, engine: EngineProfile, given: GivenRole | undefined): Draft;
