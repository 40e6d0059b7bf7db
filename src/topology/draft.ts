/** A project on its way to a topology: what it says by itself. */
import type { Project } from '../compose/project.js';
import { type NetworkTable, networkTable, type Place, placesOf } from './attachments.js';
import type { EngineProfile } from './engine.js';
import type { Owner } from './namespaces.js';
import { assignRoles, type GivenRole } from './roles.js';
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

export function draftOf(
  project: Project,
  index: number,
  owners: ReadonlyMap<string, Owner>,
  engine: EngineProfile,
  given: GivenRole | undefined,
): Draft {
  const table = networkTable(project);
  const places = new Map<string, readonly Place[]>();
  const links = new Set<string>([`project ${index}`]);
  for (const service of project.services) {
    const owner = owners.get(service.name);
    if (owner?.kind !== 'service') continue;
    if (owner.project !== index) links.add(`project ${owner.project}`);
    else if (owner.service === service.name) {
      const own = placesOf(project, table, service, engine);
      places.set(service.name, own);
      for (const place of own) links.add(`network ${place.engineName}`);
    }
  }
  return { project, index, table, owners, places, links: [...links], roles: assignRoles(project, given) };
}
