/** Which entries share a network with which databases. */
import type { Member, Role } from '../../../src/topology/topology.js';
import type { Label } from '../label.js';
import { type Case, compare, type Measure } from '../measure.js';

export const pairs: Measure = {
  id: 'entry and database pairs',
  target: 0.97,
  judge: (labelled) =>
    compare(
      labelled.label.dbReachableFromEdge.map((pair) => pair.join(' -> ')),
      pairsOf(labelled),
    ),
};

/** As the labels count: edges and published frontends, or published applications where there is none of those. */
function pairsOf({ label, topology }: Case): readonly string[] {
  const members = [...topology.members.values()];
  const has = (role: Role) => (member: Member) => roleOf(label, member) === role;
  const published = (member: Member) => member.ingress.length > 0;
  const fronts = members.filter((member) => has('edge')(member) || (has('frontend')(member) && published(member)));
  const entries = fronts.length > 0 ? fronts : members.filter((member) => has('app')(member) && published(member));
  const databases = members.filter(has('database'));
  return entries.flatMap((entry) =>
    databases
      .filter((database) => entry !== database && meet(entry, database))
      .map((database) => `${entry.service.name} -> ${database.service.name}`),
  );
}

/** A role that the label accepts is taken for the one it names: whether it is right is another measure's matter. */
function roleOf(label: Label, { role, service }: Member): string {
  const accepted = label.rolesAlt[service.name]?.includes(role.role);
  return (accepted ? label.services[service.name] : undefined) ?? role.role;
}

function meet(one: Member, other: Member): boolean {
  const networks = new Set(one.endpoints.map(({ engineName }) => engineName));
  return other.endpoints.some(({ engineName }) => networks.has(engineName));
}
