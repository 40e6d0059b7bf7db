/** Addresses of containers written into the configuration of others. */
import { partScalar } from '../compose/part.js';
import { joinNames } from '../source/words.js';
import type { Topology } from '../topology/topology.js';
import { COMPOSE_NETWORKING } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { textsOf } from './service-facts.js';
import { capped } from './tier-paths.js';

export const hardcodedContainerAddress: Rule = {
  id: 'hardcoded-container-address',
  title: "Container's address used as configuration",
  severity: 'low',
  confidence: 'high',
  persona: 'regular',
  tags: ['network', 'maintainability'],
  docs: {
    summary: 'A service is configured with the fixed address of another instead of its name.',
    why: [
      'The address ties the configuration to one network: moving the store to a network of its own, or running the project twice, breaks it, which',
      'is why such projects stay flat. After a change it may belong to another container, which then gets the password.',
    ].join(' '),
    fix: 'Write the name of the service, and delete `ipv4_address` when nobody else needs it.',
    suppress: 'The program takes no names, as in a list of trusted proxies or a resolver.',
    bad: `services:
  app:
    image: example/app
    environment:
      DATABASE_HOST: 172.28.0.10
    networks: [data]
  db:
    image: postgres:17
    networks:
      data:
        ipv4_address: 172.28.0.10
networks:
  data:
    ipam:
      config:
        - subnet: 172.28.0.0/16
`,
    good: `services:
  app:
    image: example/app
    environment:
      DATABASE_HOST: db
    networks: [data]
  db:
    image: postgres:17
    networks:
      data:
        ipv4_address: 172.28.0.10
networks:
  data:
    ipam:
      config:
        - subnet: 172.28.0.0/16
`,
    references: [COMPOSE_NETWORKING],
  },
  check,
};

const ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]|\/)/g;
/** Settings that are about addresses, not about whom to call. */
const LISTS =
  /TRUST|ALLOW|FORWARDED|WHITELIST|PROXIES|CIDR|SUBNET|DNS|RESOLVER|BIND|LISTEN|ADVERTISE|INTERFACE|EXTERNAL/i;

interface Use extends Place {
  readonly service: string;
}

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  const owners = ownersOf(topology);
  if (owners.size === 0) return;
  const uses = new Map<string, Use[]>();
  for (const service of project.services) {
    for (const { scalar, place, key } of textsOf(service)) {
      if (place === 'healthcheck' || place === 'labels' || typeof scalar.value !== 'string' || LISTS.test(key))
        continue;
      for (const match of scalar.value.matchAll(ADDRESS)) {
        const [text] = match;
        const owner = owners.get(text);
        if (!owner || owner === topology.members.get(service.name)?.namespace) continue;
        const part = partScalar(scalar, { text, start: match.index, end: match.index + text.length });
        const use = {
          at: part.at,
          label: `\`${service.name}\` calls \`${owner}\` by its address`,
          service: service.name,
        };
        const known = uses.get(owner);
        if (known) known.push(use);
        else uses.set(owner, [use]);
      }
    }
  }
  for (const [owner, found] of uses) yield* draft(topology, owner, found);
}

/** The services whose addresses the files fix, by address. */
function ownersOf(topology: Topology): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { endpoints } of topology.members.values()) {
    for (const { addresses, service } of endpoints) for (const address of addresses) owners.set(address, service);
  }
  return owners;
}

function* draft(topology: Topology, owner: string, uses: readonly Use[]): Iterable<Draft> {
  const [first, ...others] = uses;
  if (!first) return;
  const services = [...new Set(uses.map(({ service }) => service))];
  const target = topology.members.get(owner);
  const fixed = target?.service.networks.flatMap(({ ipv4Address }) => (ipv4Address ? [ipv4Address.at] : [])) ?? [];
  yield {
    at: first.at,
    label: `the address of \`${owner}\``,
    message: `${joinNames(services)} ${services.length === 1 ? 'calls' : 'call'} \`${owner}\` by its address instead of its name.`,
    advice: `Write \`${owner}\` in place of the address.`,
    related: capped([...others, ...fixed.map((at) => ({ at, label: 'fixed here' }))]),
    services: [...services, owner],
    evidence: { target: owner },
  };
}
