/** One network for all, though a better layout exists: the flat project. */
import { isFront, unintendedPaths } from '../topology/intent.js';
import type { Member, Segment, Topology } from '../topology/topology.js';
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

export const missingTierSeparation: Rule = {
  id: 'missing-tier-separation',
  title: 'Entry and data tier on one network for all',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  scale: tierScale('flat'),
  tags: ['security', 'network', 'external/cwe/cwe-653', 'external/cwe/cwe-1327'],
  docs: {
    summary:
      'The whole project shares one network, so services that have no business with the data tier can open connections to it.',
    why: [
      'On a Docker network every container can open every port of every other one; `expose` and `depends_on` change nothing about that.',
      'Whoever gets into the service that faces the internet can talk to the database at once: try passwords, use a known hole, read an',
      'unprotected cache. With the data tier on a network of its own, they would first have to take over a service that really uses it.',
    ].join(' '),
    fix: [
      'Declare a network for the data tier, put the stores and their clients on it, and leave everything else off it.',
      'Mark it `internal: true` when nothing on it needs the internet. A service that is on two networks connects them for itself alone: Docker does not route between networks.',
    ].join(' '),
    suppress:
      "A project that runs only on a developer's machine, or whose entry really is a client of every store (then declare the flow, for example with `depends_on`, and the finding goes away).",
    bad: `services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
  db:
    image: postgres:17
`,
    good: `services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    networks: [edge]
  api:
    image: example/api
    environment:
      DATABASE_HOST: db
    networks: [edge, data]
  db:
    image: postgres:17
    networks: [data]
networks:
  edge:
  data:
    internal: true
`,
    references: [
      { title: 'Docker: Networking in Compose', url: 'https://docs.docker.com/compose/how-tos/networking/' },
      {
        title: 'OWASP Docker Security Cheat Sheet',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
      },
      {
        title: 'CWE-653: Improper Isolation or Compartmentalization',
        url: 'https://cwe.mitre.org/data/definitions/653.html',
      },
    ],
  },
  check,
};

function* check({ topology }: RuleContext): Generator<Draft> {
  const common = commonSegment(topology);
  if (!common) return;
  const entry = [...topology.members.values()].some((member) => member.entry || isFront(member.role.role));
  if (!entry) return;
  const paths = [...unintendedPaths(topology)].filter((path) => path.segment === common);
  const store = paths[0]?.targets[0]?.to;
  if (store) yield draft(topology, groupPaths(topology, common, paths), store);
}

/** The network that contains every service that is on any network, where at least two are. */
export function commonSegment(topology: Topology): Segment | undefined {
  const attached = new Set<string>();
  for (const segment of topology.segments.values()) {
    for (const endpoint of segment.endpoints) attached.add(endpoint.namespace);
  }
  if (attached.size < 2) return undefined;
  for (const segment of topology.segments.values()) {
    const here = new Set(segment.endpoints.map((endpoint) => endpoint.namespace));
    if (here.size === attached.size) return segment;
  }
  return undefined;
}

function draft(topology: Topology, group: PathGroup, fallback: Member): Draft {
  const { segment, culprits, stores } = group;
  const [primary, ...others] = stores.flatMap((store) =>
    membership(store, segment, `shares \`${segment.key}\` with every other service`),
  );
  return {
    at: primary?.at ?? fallback.service.at,
    label: primary?.label ?? '',
    message: `${pathsClause(group)}: network \`${segment.key}\` holds every service${needClause(group)}.`,
    advice: advice(topology, group),
    related: capped([
      ...doors(culprits),
      ...culprits.flatMap((member) => membership(member, segment, 'is on it, too')),
      ...others,
    ]),
    services: namesOf([...stores, ...culprits]),
    evidence: { network: segment.key },
    ...grade(group, 'flat'),
  };
}

function advice(topology: Topology, group: PathGroup): readonly string[] {
  return [
    `Put ${quoted(group.stores)} on a network that only the clients share, and leave ${quoted(group.culprits)} off it:`,
    ...layoutLines(topology, group),
  ];
}
