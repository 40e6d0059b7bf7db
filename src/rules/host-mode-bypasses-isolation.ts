/** Services on the host's own network, for which the networks of the project do not exist. */
import { joinNames } from '../source/words.js';
import { reachBetween } from '../topology/reach.js';
import type { Member, Topology } from '../topology/topology.js';
import { hasKnownClients, isClient, isStore, roleNoun } from './isolation-facts.js';
import { CWE_ISOLATION, HOST_DRIVER, OWASP_DOCKER } from './references.js';
import type { Draft, Facts, Place, Rule, RuleContext } from './rule.js';
import { derive, strongest, weakest } from './severity.js';
import { capped, namesOf } from './tier-paths.js';

export const hostModeBypassesIsolation: Rule = {
  id: 'host-mode-bypasses-isolation',
  title: 'Host network that reaches around the others',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  scale: { from: ['outside', 'inside'], path: ['direct', 'bypass'], target: ['data'], strength: ['medium', 'low'] },
  tags: ['security', 'network', 'external/cwe/cwe-653'],
  docs: {
    summary:
      'A service runs on the network of the host: it reaches stores whose networks it is not on, or is a store that the whole network of the host reaches.',
    why: [
      'On the host a process reaches every container of every bridge network at its own address, internal networks included, and every port',
      'that is published on `127.0.0.1`, as databases are. What it listens on itself, the local network reaches without any `ports` entry.',
      'Taking over such a service is like a shell on the host, as far as the network goes.',
    ].join(' '),
    fix: 'Remove `network_mode: host`, join the networks that are needed, and publish the ports that are meant to be public.',
    suppress:
      'The service must see the interfaces of the host: discovery by broadcast, DHCP, a monitor of the network itself.',
    bad: `services:
  web:
    image: nginx:1.27
    network_mode: host
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [data]
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    internal: true
`,
    good: `services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  front:
  data:
    internal: true
`,
    references: [HOST_DRIVER, OWASP_DOCKER, CWE_ISOLATION],
  },
  check,
};

/** One finding for stores that stand open, one for services that reach around: what to do differs. */
function* check({ topology }: RuleContext): Iterable<Draft> {
  const members = [...topology.members.values()];
  const onHost = members.filter(({ namespace }) => namespace === 'host');
  const open = onHost.filter(isStore);
  const [store] = open;
  if (store) yield openStores(store, open);
  const kept = members.filter((member) => isStore(member) && member.namespace !== 'host');
  const culprits = onHost.filter((member) => !isStore(member) && victims(topology, member, kept).length > 0);
  const [culprit] = culprits;
  if (culprit) yield reachingAround(topology, culprit, culprits, kept);
}

function victims(topology: Topology, member: Member, stores: readonly Member[]): readonly Member[] {
  const { name } = member.service;
  return stores.filter(
    (store) =>
      !isClient(topology, name, store.service.name) &&
      (reachBetween(topology, name, store.service.name)?.via.length ?? 0) > 0,
  );
}

function placeOf(member: Member, label: string): Place {
  return { at: member.service.networkMode?.at ?? member.service.networks[0]?.at ?? member.service.at, label };
}

function openStores(first: Member, stores: readonly Member[]): Draft {
  const names = namesOf(stores);
  return {
    ...placeOf(first, "listens on the host's addresses"),
    message: `${joinNames(names)} ${names.length === 1 ? `is ${roleNoun(first)}` : 'are stores'} on the network of the host: every machine that reaches the host can open what ${names.length === 1 ? 'it listens' : 'they listen'} on.`,
    advice: `Remove \`network_mode: host\` from ${joinNames(names)}; for access from the host itself publish the port on \`127.0.0.1\`.`,
    related: capped(stores.slice(1).map((member) => placeOf(member, `\`${member.service.name}\`, too`))),
    services: names,
    evidence: { kind: 'open-store' },
    ...derive({
      from: 'outside',
      path: 'direct',
      target: 'data',
      // It may have been told to listen on the loopback address only.
      strength: stores.some(({ role }) => role.confidence === 'high') ? 'medium' : 'low',
    }),
  };
}

function reachingAround(
  topology: Topology,
  first: Member,
  culprits: readonly Member[],
  stores: readonly Member[],
): Draft {
  const reached = new Set(culprits.flatMap((member) => victims(topology, member, stores)));
  const victimNames = namesOf([...reached]);
  const names = namesOf(culprits);
  const inner = culprits.every(({ role }) => role.tier === 'ops' || role.tier === 'other');
  const clients = [...reached].some(({ service }) => hasKnownClients(topology, service.name));
  const facts: Facts = {
    from: inner ? 'inside' : 'outside',
    path: 'bypass',
    target: 'data',
    strength: weakest(clients ? 'medium' : 'low', strongest(...[...reached].map(({ role }) => role.confidence))),
  };
  return {
    ...placeOf(first, 'on the network of the host'),
    message: `${joinNames(names)} ${names.length === 1 ? 'is' : 'are'} on the network of the host, and so can open every port of ${joinNames(victimNames)}, whatever networks ${victimNames.length === 1 ? 'it is' : 'they are'} on.`,
    advice: `Remove \`network_mode: host\` from ${joinNames(names)}, join the networks that are needed, and publish ports instead.`,
    related: capped([
      ...culprits.slice(1).map((member) => placeOf(member, `\`${member.service.name}\`, too`)),
      ...[...reached].flatMap(({ service, endpoints }) =>
        endpoints
          .slice(0, 1)
          .map(({ at, networkKey }) => ({ at, label: `\`${service.name}\` is on \`${networkKey}\`` })),
      ),
    ]),
    services: [...names, ...victimNames],
    evidence: { kind: 'reaches-around' },
    ...derive(facts),
  };
}
