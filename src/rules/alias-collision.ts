/** Names to which several services of one network answer. */
import type { Service } from '../compose/project.js';
import { joinNames } from '../source/words.js';
import { type Collision, nameCollisions } from '../topology/collisions.js';
import { knownText } from '../topology/names.js';
import type { Topology } from '../topology/topology.js';
import { runTogether } from './isolation-facts.js';
import { COMPOSE_SERVICES, CWE_RESOLUTION } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { capped } from './tier-paths.js';

export const aliasCollision: Rule = {
  id: 'alias-collision',
  title: 'One name for several services of a network',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['network', 'correctness', 'security', 'external/cwe/cwe-706'],
  docs: {
    summary: 'Several different services answer to one name on one network.',
    why: [
      'The Engine gives all of their addresses, in random order: a client reaches now this one, now that one, and sends the same password to both.',
      'Where one of them is less trusted, it receives what is meant for the other.',
    ].join(' '),
    fix: 'Give each its own name. Service names, `container_name`, `hostname` and `aliases` are all names on every network of a service.',
    suppress: 'The services are copies of one another, and the alias spreads the load over them on purpose.',
    bad: `services:
  db:
    image: postgres:17
  reports:
    image: example/reports
    networks:
      default:
        aliases: [db]
`,
    good: `services:
  db:
    image: postgres:17
  reports:
    image: example/reports
    networks:
      default:
        aliases: [reports-db]
`,
    references: [COMPOSE_SERVICES, CWE_RESOLUTION],
  },
  check,
};

/** One finding for each set of services, whatever the number of networks and names. */
function* check({ topology }: RuleContext): Iterable<Draft> {
  const groups = new Map<string, { services: readonly string[]; collisions: Collision[] }>();
  for (const collision of nameCollisions(topology)) {
    const { services } = collision;
    if (!services.some((name) => topology.members.has(name)) || !isMine(topology, services)) continue;
    const key = JSON.stringify(services);
    const known = groups.get(key);
    if (known) known.collisions.push(collision);
    else groups.set(key, { services, collisions: [collision] });
  }
  for (const { services, collisions } of groups.values()) yield* draft(topology, services, collisions);
}

/** Of several projects that share a network, the first one concerned reports. */
function isMine(topology: Topology, services: readonly string[]): boolean {
  const mine = topology.group?.findIndex(({ project }) => project === topology.project) ?? 0;
  const earlier = topology.group?.slice(0, mine) ?? [];
  return !services.some((name) => earlier.some(({ project }) => name.startsWith(`${project.name}/`)));
}

function* draft(topology: Topology, services: readonly string[], collisions: readonly Collision[]): Iterable<Draft> {
  const names = [...new Set(collisions.map(({ name }) => name))];
  const networks = [
    ...new Set(collisions.map(({ engineName }) => topology.segments.get(engineName)?.key ?? engineName)),
  ];
  const own = services.flatMap((name) => topology.members.get(name)?.service ?? []);
  const places = own.flatMap((service) => placeOf(service, new Set(names)));
  const [primary, ...others] = places;
  if (!primary || services.length < 2 || (own.length === services.length && !meet(own))) return;
  const copies = own.length === services.length && areCopies(own, names);
  yield {
    ...primary,
    message: `${joinNames(services)} all answer to ${joinNames(names)} on ${joinNames(networks)}: who gets a connection is up to chance.`,
    advice: `Let ${joinNames(names)} stand for one service on each network, and give the others names of their own.`,
    related: capped(others),
    services: own.map(({ name }) => name),
    evidence: { services: services.join(' '), name: names[0] ?? '' },
    ...(copies ? { severity: 'low', confidence: 'low', persona: 'pedantic' } : {}),
  };
}

/** Where a service is given a name; the alias before the service, since it is the one to change. */
function placeOf(service: Service, names: ReadonlySet<string>): readonly Place[] {
  const aliases = service.networks.flatMap(({ aliases }) => aliases);
  const labels = [
    ...aliases.map((scalar) => ({ scalar, what: 'an alias' })),
    ...(service.hostname ? [{ scalar: service.hostname, what: 'the host name' }] : []),
    ...(service.containerName ? [{ scalar: service.containerName, what: 'the container name' }] : []),
  ];
  const found = labels.find(({ scalar }) => names.has((knownText(scalar) ?? '').toLowerCase()));
  if (found) return [{ at: found.scalar.at, label: `${found.what} of \`${service.name}\`` }];
  return [{ at: service.at, label: `\`${service.name}\` answers to it` }];
}

/** Replicas written out one by one run one image, and are given an alias in common. */
function areCopies(services: readonly Service[], names: readonly string[]): boolean {
  const images = new Set(services.map(({ image }) => knownText(image) ?? ''));
  if (images.size > 1 || images.has('')) return false;
  return services.every(({ networks }) => {
    const aliases = networks.flatMap((network) =>
      network.aliases.map((alias) => (knownText(alias) ?? '').toLowerCase()),
    );
    return names.every((name) => aliases.includes(name));
  });
}

/** The Engine refuses a second container of one name, and of alternatives only one is there. */
function meet(services: readonly Service[]): boolean {
  const [first, ...others] = services;
  if (!first || others.length === 0) return true;
  const container = knownText(first.containerName);
  if (container !== undefined && others.every((other) => knownText(other.containerName) === container)) return false;
  return services.some((one, index) => services.slice(index + 1).some((other) => runTogether(one, other)));
}
