/** Networks, volumes and configs that services use and no file declares. Secrets have a rule of their own. */
import type { Project, Service } from '../compose/project.js';
import { joinNames } from '../source/words.js';
import type { Topology } from '../topology/topology.js';
import { isFragment } from './isolation-facts.js';
import { COMPOSE_NETWORKS } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { capped } from './tier-paths.js';

export const undefinedReference: Rule = {
  id: 'undefined-reference',
  title: 'Network, volume or config that nobody declares',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['correctness'],
  docs: {
    summary: "A service uses a network, volume or config that is missing from the project's top level.",
    why: 'Compose refuses such a project. It is often a slip of the pen, and then the service is not on the network that somebody thinks it is on.',
    fix: 'Declare it at the top level, `external: true` where another project brings it, or correct the name.',
    suppress: 'The file is an overlay, and the declaration is in the file it is merged with.',
    bad: `services:
  db:
    image: postgres:17
    networks: [data]
`,
    good: `services:
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
`,
    references: [
      COMPOSE_NETWORKS,
      { title: 'Compose file reference: volumes', url: 'https://docs.docker.com/reference/compose-file/volumes/' },
      { title: 'Compose file reference: configs', url: 'https://docs.docker.com/reference/compose-file/configs/' },
    ],
  },
  check,
};

interface Use extends Place {
  readonly key: string;
  readonly service: string;
}

const SECTIONS: readonly {
  readonly name: 'networks' | 'volumes' | 'configs';
  readonly noun: string;
  readonly declared: (project: Project) => readonly string[];
  readonly uses: (service: Service) => readonly { readonly key: string; readonly at: Place['at'] }[];
}[] = [
  {
    name: 'networks',
    noun: 'network',
    declared: ({ networks }) => networks.filter(({ declared }) => declared).map(({ key }) => key),
    uses: ({ networks }) =>
      networks
        .filter(({ at }) => !at.via.some(({ how }) => how === 'default'))
        .map(({ network, at }) => ({ key: network, at })),
  },
  {
    name: 'volumes',
    noun: 'volume',
    declared: ({ volumes }) => volumes.map(({ key }) => key),
    uses: ({ volumes }) =>
      volumes
        .filter(({ type, unknownSource }) => type === 'volume' && !unknownSource)
        .map(({ source, at }) => ({ key: source, at })),
  },
  {
    name: 'configs',
    noun: 'config',
    declared: ({ configs }) => configs.map(({ key }) => key),
    uses: ({ configs }) => configs.map(({ source, at }) => ({ key: source, at })),
  },
];

/** One finding for each missing declaration, whoever uses it. */
function* check({ project, topology }: RuleContext): Iterable<Draft> {
  for (const section of SECTIONS) {
    const declared = new Set(section.declared(project));
    const missing = new Map<string, Use[]>();
    for (const service of [...project.services, ...project.disabledServices]) {
      for (const { key, at } of section.uses(service)) {
        if (key === '' || key === 'default' || key.includes('$') || declared.has(key)) continue;
        const use = { key, at, service: service.name, label: `\`${service.name}\` uses it` };
        const known = missing.get(key);
        if (known) known.push(use);
        else missing.set(key, [use]);
      }
    }
    for (const [key, uses] of missing) yield* draft(topology, section, key, uses);
  }
}

function* draft(
  topology: Topology,
  section: (typeof SECTIONS)[number],
  key: string,
  uses: readonly Use[],
): Iterable<Draft> {
  const [first, ...others] = uses;
  if (!first) return;
  const services = [...new Set(uses.map(({ service }) => service))];
  yield {
    at: first.at,
    label: 'not declared',
    message: `${joinNames(services)} ${services.length === 1 ? 'uses' : 'use'} the ${section.noun} \`${key}\`, which the top-level \`${section.name}\` ${section.declared(topology.project).length > 0 ? 'do not declare' : 'would have to declare'}.`,
    advice: `Declare \`${key}\` under \`${section.name}\`, with \`external: true\` where another project brings it, or correct the name.`,
    related: capped(others),
    services,
    evidence: { place: section.name, key, kind: 'undeclared' },
    // What is merged with a piece may declare it.
    ...(isFragment(topology) ? { severity: 'low', confidence: 'low', persona: 'pedantic' } : {}),
  };
}
