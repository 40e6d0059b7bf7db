/** Networks, volumes and configs that are declared and used by nobody. Secrets have a rule of their own. */
import { isUnknown, type Project, type Service } from '../compose/project.js';
import { child, stringValue } from '../source/tree.js';
import { knownText } from '../topology/names.js';
import { isFragment } from './isolation-facts.js';
import { COMPOSE_NETWORKS, CWE_UNUSED } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';

export const unusedDeclaration: Rule = {
  id: 'unused-declaration',
  title: 'Network, volume or config that nobody uses',
  severity: 'low',
  confidence: 'medium',
  persona: 'regular',
  tags: ['maintainability', 'external/cwe/cwe-1164'],
  docs: {
    summary: 'The project declares a network, volume or config, and no service uses it.',
    why: [
      'A network that nobody is on keeps nobody apart: it is often the trace of a split that was begun, or undone, while the file still looks',
      'segmented. Compose creates no unused network; a volume that nobody mounts holds nothing.',
    ].join(' '),
    fix: 'Put the services on it that it is meant for, or remove the declaration.',
    suppress: 'Another file that this one is merged with uses it.',
    bad: `services:
  web:
    image: nginx:1.27
  db:
    image: postgres:17
networks:
  data:
`,
    good: `services:
  web:
    image: nginx:1.27
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
`,
    references: [COMPOSE_NETWORKS, CWE_UNUSED],
  },
  check,
};

interface Declaration extends Place {
  readonly place: string;
  readonly key: string;
  readonly noun: string;
}

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  const services = [...project.services, ...project.disabledServices];
  // A file that declares nothing but resources is there to be merged.
  if (services.length === 0) return;
  const fragment = isFragment(topology);
  for (const { at, label, place, key, noun } of unused(project, services)) {
    yield {
      at,
      label,
      message: `The ${noun} \`${key}\` is declared, and no service uses it.`,
      advice:
        noun === 'network'
          ? `Put the services on \`${key}\` that it is meant for, or remove it.`
          : `Remove \`${key}\`, or let the service use it that needs it.`,
      related: [],
      services: [],
      evidence: { place, key, kind: 'unused' },
      ...(fragment ? { confidence: 'low', persona: 'pedantic' } : {}),
    };
  }
}

function* unused(project: Project, services: readonly Service[]): Iterable<Declaration> {
  const networks = usedNetworks(services);
  for (const { key, engineName, at, declared } of project.networks) {
    if (!declared || networks === undefined || networks.has(key) || networks.has(engineName)) continue;
    yield { at, key, place: 'networks', noun: 'network', label: 'nobody is on it' };
  }
  const mounts = services.flatMap(({ volumes }) => volumes);
  const volumes = new Set(mounts.map(({ source }) => source));
  // A source that hangs on a variable may be any of them.
  const mayBeAny = mounts.some(({ unknownSource, type }) => unknownSource && type === 'volume');
  for (const { key, at } of mayBeAny ? [] : project.volumes) {
    if (!volumes.has(key)) yield { at, key, place: 'volumes', noun: 'volume', label: 'nobody mounts it' };
  }
  const configs = new Set(services.flatMap((service) => service.configs.map(({ source }) => source)));
  for (const { key, at } of project.configs) {
    if (!configs.has(key)) yield { at, key, place: 'configs', noun: 'config', label: 'nobody is given it' };
  }
}

/** By key, and by engine name where a mode or a build names one; `undefined` where that may be any of them. */
function usedNetworks(services: readonly Service[]): ReadonlySet<string> | undefined {
  const used = new Set<string>();
  for (const { networks, networkMode, build } of services) {
    for (const { network } of networks) used.add(network);
    if (networkMode && isUnknown(networkMode)) return undefined;
    used.add(knownText(networkMode) ?? '');
    used.add(stringValue(child(build, 'network')) ?? '');
  }
  return [...used].some((key) => key.includes('$')) ? undefined : used;
}
