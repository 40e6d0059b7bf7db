/** Networks, volumes and configs that services use and no file declares. Secrets have a rule of their own. */
import { FILE_NAMES } from '../compose/discover.js';
import type { Network, Project, Service } from '../compose/project.js';
import { nearest } from '../source/nearest.js';
import { joinNames } from '../source/words.js';
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
  web:
    image: example/web
    networks: [fronted]
  api:
    image: example/api
    networks: [frontend]
networks:
  frontend:
`,
    good: `services:
  web:
    image: example/web
    networks: [frontend]
  api:
    image: example/api
    networks: [frontend]
networks:
  frontend:
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
    declared: ({ networks }) => networks.filter(isWritten).map(({ key }) => key),
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

type Section = (typeof SECTIONS)[number];

/** One finding for each missing declaration, whoever uses it; a section that is missing as a whole is one thing. */
function* check({ project, topology }: RuleContext): Iterable<Draft> {
  for (const section of SECTIONS) {
    const declared = section.declared(project);
    const missing = usesOfMissing(project, section, new Set(declared));
    if (missing.size === 0) continue;
    if (declared.length > 0 && !isFragment(topology)) {
      for (const [key, uses] of missing) yield* draft(section, [key], uses, nearest(key, declared));
    } else {
      // A platform that runs templates, or the file that this one is merged with, may bring the section.
      const calm = isFragment(topology) || !standsAlone(project);
      const uses = [...missing.values()].flat();
      for (const found of draft(section, [...missing.keys()], uses, undefined))
        yield calm ? { ...found, ...CALM } : found;
    }
  }
}

/** `default` is there without being written. */
function isWritten({ declared, at }: Network): boolean {
  return declared && !at.via.some(({ how }) => how === 'default');
}

/**
 * A file that Compose finds by itself is meant to be run as it is; one of another name may be meant for `-f` or `include`,
 * and one that uses networks and declares none is a piece, whatever its name.
 */
function standsAlone({ files, networks }: Project): boolean {
  const name = files[0]?.path.split('/').at(-1);
  const borrows = networks.some(({ declared }) => !declared) && !networks.some(isWritten);
  return FILE_NAMES.some((known) => known === name) && !borrows;
}

const CALM = { severity: 'low', confidence: 'low', persona: 'pedantic' } as const;

function usesOfMissing(
  project: Project,
  section: Section,
  declared: ReadonlySet<string>,
): ReadonlyMap<string, readonly Use[]> {
  const missing = new Map<string, Use[]>();
  for (const service of [...project.services, ...project.disabledServices]) {
    for (const { key, at } of section.uses(service)) {
      if (key === '' || key === 'default' || key.includes('$') || declared.has(key)) continue;
      const use = { key, at, service: service.name, label: `\`${service.name}\` uses \`${key}\`` };
      const known = missing.get(key);
      if (known) known.push(use);
      else missing.set(key, [use]);
    }
  }
  return missing;
}

function* draft(
  { name, noun }: Section,
  keys: readonly string[],
  uses: readonly Use[],
  meant: string | undefined,
): Iterable<Draft> {
  const [first, ...others] = uses;
  if (!first) return;
  const services = [...new Set(uses.map(({ service }) => service))];
  const several = keys.length > 1;
  yield {
    at: first.at,
    label: 'not declared',
    message: `${joinNames(services)} ${services.length === 1 ? 'uses' : 'use'} the ${noun}${several ? 's' : ''} ${joinNames(keys)}, which the top level does not declare.`,
    advice: meant
      ? `Write \`${meant}\`, if that is what is meant; otherwise declare \`${first.key}\` under \`${name}\`.`
      : `Declare ${joinNames(keys)} under \`${name}\`, with \`external: true\` where another project brings ${several ? 'them' : 'it'}.`,
    related: capped(others),
    services,
    evidence: { place: name, key: several ? '' : first.key, kind: 'undeclared' },
  };
}
