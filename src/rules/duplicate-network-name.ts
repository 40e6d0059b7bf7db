/** Networks that were declared apart and are one on the Engine. */
import type { Network } from '../compose/project.js';
import { joinNames } from '../source/words.js';
import type { Topology } from '../topology/topology.js';
import { COMPOSE_NETWORKS, CWE_ISOLATION } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';

export const duplicateNetworkName: Rule = {
  id: 'duplicate-network-name',
  title: 'Networks apart in the file, one on the Engine',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['network', 'correctness', 'external/cwe/cwe-653'],
  docs: {
    summary: 'Several networks have the same name on the Engine, and so are one network.',
    why: [
      'The name on the Engine is what a network is known by. Two keys with one name look like a split and are none: all members meet. Where two',
      'projects create a network of one name, the second joins the first with no more than a warning, and both can open each other’s ports.',
    ].join(' '),
    fix: 'Give each network its own `name`, or none, so that Compose derives it from the project. Where projects are to meet, declare the network `external` in all but one.',
    suppress: 'The keys are meant to be one network, and stay for the sake of files that are merged with this one.',
    bad: `services:
  web:
    image: nginx:1.27
    networks: [front]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
    name: shop
  back:
    name: shop
`,
    good: `services:
  web:
    image: nginx:1.27
    networks: [front]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
    name: shop-front
  back:
    name: shop-back
`,
    references: [COMPOSE_NETWORKS, CWE_ISOLATION],
  },
  check,
};

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  const groups = new Map<string, Network[]>();
  for (const network of project.networks) {
    if (!network.declared) continue;
    const known = groups.get(network.engineName);
    if (known) known.push(network);
    else groups.set(network.engineName, [network]);
  }
  for (const [engineName, networks] of groups) {
    const [first, ...others] = networks;
    if (first && others.length > 0) yield withinProject(engineName, first, others);
    const twin = first && !first.external ? twinOf(topology, first) : undefined;
    if (first && twin) yield acrossProjects(topology, first, twin);
  }
}

function withinProject(engineName: string, first: Network, others: readonly Network[]): Draft {
  const keys = [first, ...others].map(({ key }) => key);
  return {
    at: others[0]?.at ?? first.at,
    label: `the network \`${engineName}\` once more`,
    message: `${joinNames(keys)} are one network: all have the name \`${engineName}\` on the Engine.`,
    advice: 'Give each a `name` of its own, or none; or keep one key and use it everywhere.',
    related: [first, ...others.slice(1)].map(({ at, key }) => ({ at, label: `\`${key}\` has the same name` })),
    services: [],
    evidence: { network: engineName, kind: 'keys' },
  };
}

interface Twin {
  readonly topology: Topology;
  readonly network: Network;
}

/** A later project that creates a network of the same name; projects of one name are one project in several files. */
function twinOf(topology: Topology, { engineName }: Network): Twin | undefined {
  const mine = topology.group?.findIndex(({ project }) => project === topology.project) ?? 0;
  for (const other of topology.group?.slice(mine + 1) ?? []) {
    if (other.project.name === topology.project.name) continue;
    const network = other.project.networks.find(
      (each) => each.engineName === engineName && !each.external && each.declared,
    );
    if (network) return { topology: other, network };
  }
  return undefined;
}

function acrossProjects(topology: Topology, network: Network, twin: Twin): Draft {
  return {
    at: network.at,
    label: 'created here',
    message: `The projects \`${topology.project.name}\` and \`${twin.topology.project.name}\` both create the network \`${network.engineName}\`, and so meet on it.`,
    advice: 'Let one project create it, and declare it `external: true` in the other; or give each a name of its own.',
    related: [{ at: twin.network.at, label: 'and here' }],
    services: [],
    evidence: { network: network.engineName, kind: 'projects' },
  };
}
