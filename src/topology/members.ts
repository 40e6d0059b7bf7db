/** The services of a project with what they have from their namespace, and the namespaces themselves. */
import type { Service } from '../compose/project.js';
import type { Draft } from './draft.js';
import { findImage } from './images/find-image.js';
import { knownText } from './names.js';
import type { Owner } from './namespaces.js';
import { hostNetwork } from './phrases.js';
import type { Endpoint, Exposure, Ingress, Member, Namespace, RoleAssignment, RoutedPort } from './topology.js';

/** What the members of a namespace have in common. */
export interface Resident {
  readonly endpoints: readonly Endpoint[];
  readonly ingress: readonly Ingress[];
  readonly routed: readonly RoutedPort[];
  readonly exposures: readonly Exposure[];
}

const UNKNOWN_ROLE: RoleAssignment = { role: 'other', tier: 'other', confidence: 'low', evidence: [] };

/** `find` gives what a namespace's owner has. */
export function membersOf(draft: Draft, find: (owner: Owner) => Resident | undefined): ReadonlyMap<string, Member> {
  return new Map(
    draft.project.services.map((service): [string, Member] => {
      const role = draft.roles.get(service.name) ?? UNKNOWN_ROLE;
      const owner: Owner = draft.owners.get(service.name) ?? { kind: 'none' };
      const resident = find(owner);
      const shared = owner.kind === 'host' ? [hostExposure(service)] : (resident?.exposures ?? []);
      const exposures = carriesIn(service, role) ? [...shared, tunnelExposure(service, role)] : shared;
      return [
        service.name,
        {
          service,
          role,
          namespace: namespaceId(draft, service.name, owner),
          endpoints: resident?.endpoints ?? [],
          ingress: resident?.ingress ?? [],
          routed: resident?.routed ?? [],
          exposures,
          entry: exposures.some((exposure) => exposure.kind !== 'peers'),
        },
      ];
    }),
  );
}

function hostExposure(service: Service): Exposure {
  return { kind: 'host', from: 'lan', ports: 'all', evidence: [hostNetwork(service)] };
}

/** A tunnel carries the internet in without any port, unless it is a client that others go out through. */
function carriesIn(service: Service, role: RoleAssignment): boolean {
  if (role.role !== 'tunnel') return false;
  const image = knownText(service.image);
  const known = image === undefined ? undefined : findImage(image);
  return known?.family.flags?.includes('shared-netns-provider') !== true;
}

function tunnelExposure(service: Service, role: RoleAssignment): Exposure {
  const because = { text: `${service.name} is a tunnel: it brings connections in by itself`, at: service.at };
  return { kind: 'tunnel', from: 'internet', ports: 'all', evidence: [because, ...role.evidence] };
}

function namespaceId(draft: Draft, service: string, owner: Owner): string {
  switch (owner.kind) {
    case 'host':
      return 'host';
    case 'none':
      return `none:${service}`;
    case 'container':
      return `container:${owner.name}`;
    default:
      return owner.project === draft.index ? owner.service : `container:${owner.container ?? owner.service}`;
  }
}

export function namespacesOf(draft: Draft): readonly Namespace[] {
  const namespaces = new Map<string, { id: string; kind: Namespace['kind']; services: string[] }>();
  for (const service of draft.project.services) {
    const owner = draft.owners.get(service.name) ?? { kind: 'none' };
    const foreign = owner.kind === 'service' && owner.project !== draft.index;
    const id = namespaceId(draft, service.name, owner);
    const kind = foreign ? 'container' : owner.kind;
    const known = namespaces.get(`${kind} ${id}`);
    if (known) known.services.push(service.name);
    else namespaces.set(`${kind} ${id}`, { id, kind, services: [service.name] });
  }
  return [...namespaces.values()];
}
