/** Administration tools that join the services in front and the data tier. */
import { joinNames } from '../source/words.js';
import type { Member, Topology } from '../topology/topology.js';
import { familyOf, isEntry, isStore, meetingPoints, nearest } from './isolation-facts.js';
import { COMPOSE_NETWORKING, CWE_ISOLATION, OWASP_DOCKER } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { derive, strongest, weakest } from './severity.js';
import { capped, doors, membership, namesOf } from './tier-paths.js';

export const adminSharesDataNetwork: Rule = {
  id: 'admin-shares-data-network',
  title: 'Administration tool that bridges front and data',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  scale: { from: ['outside', 'peers', 'machine'], path: ['bypass'], target: ['data'], strength: ['medium', 'low'] },
  tags: ['security', 'network', 'external/cwe/cwe-653'],
  docs: {
    summary: 'An administration tool is on the network of a store, and a service that faces users can reach the tool.',
    why: [
      'The networks keep the service in front from the store, but not from the tool that rules it. Whoever takes the front over opens the',
      'tool instead, and such tools are made to read and change everything; some ask for no password at all.',
    ].join(' '),
    fix: 'Leave the tool on the data network alone, and publish it on `127.0.0.1` or start it on demand, with a profile.',
    suppress: 'The tool is meant to be used through the proxy, and the proxy asks for a login before it.',
    bad: `services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  pgadmin:
    image: dpage/pgadmin4
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,
    good: `services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [front]
  pgadmin:
    image: dpage/pgadmin4
    networks: [back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,
    references: [COMPOSE_NETWORKING, OWASP_DOCKER, CWE_ISOLATION],
  },
  check,
};

const TOOLS = new Set(['admin-ui', 'admin-ui.database', 'admin-ui.queue', 'admin-ui.search']);

function* check({ topology }: RuleContext): Iterable<Draft> {
  const members = [...topology.members.values()];
  const stores = members.filter(isStore);
  const doors = members.filter(
    (member) => isEntry(member) && member.role.tier !== 'data' && member.role.tier !== 'ops',
  );
  if (doors.length === 0) return;
  for (const tool of members) {
    if (!TOOLS.has(familyOf(tool)?.kind ?? '')) continue;
    const here = openSegments(topology, [tool]);
    const entries = doors.filter(
      (entry) => entry !== tool && entry.namespace !== tool.namespace && isOnOne(entry, here),
    );
    if (entries.length === 0) continue;
    // An entry that meets the store itself has the shorter way, which other rules report.
    const theirs = openSegments(topology, entries);
    const kept = stores.filter((store) => isOnOne(store, here) && !isOnOne(store, theirs));
    if (kept.length > 0) yield draft(topology, tool, kept, entries);
  }
}

/** Engine names of the segments on which the members can talk to others. */
function openSegments({ segments }: Topology, members: readonly Member[]): ReadonlySet<string> {
  const names = members.flatMap(({ endpoints }) => endpoints.map(({ engineName }) => engineName));
  return new Set(names.filter((name) => segments.get(name)?.icc));
}

function isOnOne({ endpoints }: Member, engineNames: ReadonlySet<string>): boolean {
  return endpoints.some(({ engineName }) => engineNames.has(engineName));
}

function draft(topology: Topology, tool: Member, stores: readonly Member[], entries: readonly Member[]): Draft {
  const { name } = tool.service;
  const inner = stores.flatMap((store) => meetingPoints(topology, tool, store));
  const outer = entries.flatMap((entry) => meetingPoints(topology, entry, tool));
  const segment = outer[0];
  const [primary] = segment ? membership(tool, segment, 'is within reach here') : [];
  return {
    at: primary?.at ?? tool.service.at,
    label: 'within reach of the front',
    message: `${joinNames(namesOf(entries))} can open \`${name}\`, which administers ${joinNames(namesOf(stores))}: it is on \`${segment?.key ?? ''}\` and on \`${inner[0]?.key ?? ''}\`.`,
    advice: `Take \`${name}\` off \`${segment?.key ?? ''}\`; publish it on \`127.0.0.1\`, or give it a network that only an authenticating proxy shares.`,
    related: capped([
      ...[...new Set(inner)].flatMap((network) => membership(tool, network, 'meets the store here')),
      ...doors(entries),
    ]),
    services: [name, ...namesOf(stores), ...namesOf(entries)],
    evidence: { service: name, network: segment?.key ?? '' },
    ...derive({
      from: nearest(entries),
      path: 'bypass',
      target: 'data',
      strength: weakest('medium', strongest(...stores.map(({ role }) => role.confidence))),
    }),
  };
}
