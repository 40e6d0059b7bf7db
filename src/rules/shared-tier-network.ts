/** Networks were declared to keep tiers apart, and one of them still joins an entry and a store. */
import { type UnintendedPaths, unintendedPaths } from '../topology/intent.js';
import type { Segment, Topology } from '../topology/topology.js';
import { isUnplaced } from './isolation-facts.js';
import { commonSegment } from './missing-tier-separation.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import {
  capped,
  doors,
  grade,
  groupPaths,
  layoutLines,
  membership,
  namesOf,
  needClause,
  type PathGroup,
  pathsClause,
  quoted,
  tierScale,
} from './tier-paths.js';

export const sharedTierNetwork: Rule = {
  id: 'shared-tier-network',
  title: 'Network that joins tiers meant to be apart',
  severity: 'high',
  confidence: 'high',
  persona: 'regular',
  scale: { ...tierScale('crossing'), path: ['crossing', 'flat'] },
  tags: ['security', 'network', 'external/cwe/cwe-653', 'external/cwe/cwe-668'],
  docs: {
    summary:
      'The project declares several networks, yet an entry, or a service that is no client, shares one with the data tier.',
    why: [
      'Somebody drew a line here, and one membership crosses it: the service in front can open every port of the store, just as if there',
      'were no line. Such a leak is easy to overlook in a review, because the file looks segmented.',
    ].join(' '),
    fix: 'Take the entry off the shared network. When it needs another service on that network, put those two on a network of their own.',
    suppress:
      'The entry really is a client of the store: declare it (`depends_on`, or a host name in its environment), and the finding goes away.',
    bad: `services:
  proxy:
    image: nginx:1.27
    ports: ["443:443"]
    networks: [front, back]
  web:
    image: example/web
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
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
    ports: ["443:443"]
    networks: [front]
  web:
    image: example/web
    networks: [front]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,
    references: [
      { title: 'Docker: Networking in Compose', url: 'https://docs.docker.com/compose/how-tos/networking/' },
      {
        title: 'CWE-653: Improper Isolation or Compartmentalization',
        url: 'https://cwe.mitre.org/data/definitions/653.html',
      },
      {
        title: 'CWE-668: Exposure of Resource to Wrong Sphere',
        url: 'https://cwe.mitre.org/data/definitions/668.html',
      },
    ],
  },
  check,
};

/** One finding for each tier and network, since all paths lead to the data tier: its cause is one membership too many, whatever the number of paths. */
function* check({ topology }: RuleContext): Generator<Draft> {
  if (commonSegment(topology)) return;
  const groups = new Map<string, { segment: Segment; paths: UnintendedPaths[] }>();
  for (const path of unintendedPaths(topology)) {
    const key = JSON.stringify([path.segment.engineName, path.from.role.tier]);
    const group = groups.get(key);
    if (group) group.paths.push(path);
    else groups.set(key, { segment: path.segment, paths: [path] });
  }
  for (const { segment, paths } of groups.values()) {
    const tiers = paths.slice(0, 1).map((path) => [path.from.role.tier, path.targets[0]?.to.role.tier]);
    for (const [from = '', to = ''] of tiers) yield draft(topology, groupPaths(topology, segment, paths), from, to);
  }
}

function draft(topology: Topology, group: PathGroup, fromTier: string, toTier: string): Draft {
  const { segment, culprits, stores } = group;
  const [primary, ...others] = culprits.flatMap((member) => membership(member, segment, `joins \`${segment.key}\``));
  const at = primary?.at ?? culprits[0]?.service.at ?? segment.endpoints[0]?.at;
  if (!at) throw new Error('a path without a place');
  return {
    at,
    label: primary?.label ?? '',
    message: `${pathsClause(group)} through network \`${segment.key}\`${needClause(group)}.`,
    advice: advice(topology, group),
    related: capped([
      ...doors(culprits),
      ...others,
      ...stores.flatMap((store) => membership(store, segment, 'is on it, too')),
    ]),
    services: namesOf([...culprits, ...stores]),
    evidence: { network: segment.key, from: fromTier, to: toTier },
    // Where none of them is on another network, too, no line was drawn that it could cross.
    ...grade(
      culprits.every((member) => isUnplaced(topology, member)) ? { ...group, confidence: 'low' } : group,
      [...culprits, ...stores].some(({ endpoints }) => endpoints.length > 1) ? 'crossing' : 'flat',
    ),
  };
}

function advice(topology: Topology, group: PathGroup): readonly string[] {
  const { culprits, segment } = group;
  const [it, needs] = culprits.length === 1 ? ['it', 'it needs'] : ['them', 'they need'];
  const implicit = segment.endpoints.some((endpoint) => endpoint.at.via.some((step) => step.how === 'default'));
  const first = implicit
    ? `Services without \`networks\` meet on \`${segment.key}\`: put the stores on a network that only their clients share:`
    : `Take ${quoted(culprits)} off \`${segment.key}\`; what ${needs} there can meet ${it} on another network. The data tier then has:`;
  return [first, ...layoutLines(topology, group)];
}
