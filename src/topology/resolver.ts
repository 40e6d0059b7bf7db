/** Who is meant by the host that a consumer opens a connection to. */
import type { Project } from '../compose/project.js';
import {
  type Inhabitant,
  inhabitantOf,
  type Landscape,
  landscapeOf,
  nameOf,
  type Pod,
  podAt,
  projectLabel,
} from './landscape.js';
import { byCodeUnit } from './names.js';
import { answersFor } from './resolve.js';
import type { Topology } from './topology.js';

/**
 * The service that answers when a consumer opens a connection to a host: by name, or by an address that the file fixes.
 * Of several that answer, one of the project, and among those the one that is called so, else the first. That goes for
 * answers of several networks, too: whoever writes `db` means his own, though the Engine may ask the network of another first.
 */
export function nameResolver(topology: Topology): (consumer: string, host: string) => string | undefined {
  const landscape = landscapeOf(topology);
  return (consumer, host) => {
    const asker = inhabitantOf(topology, consumer);
    if (asker === undefined) return undefined;
    const wanted = host.replace(/\.$/, '');
    const answers = answersFor(landscape, asker, wanted).map(({ pods }) => answerersOf(pods));
    const own = answers.find(({ byProject }) => byProject.has(topology.project));
    const { byProject, all } = own ?? answers[0] ?? answerersOf(addressed(landscape, asker, wanted));
    const { called, first } = byProject.get(topology.project) ?? all;
    const found = called.get(wanted.toLowerCase()) ?? first;
    return found && nameOf(topology, found);
  };
}

/** Of those who answer to one name: by the names of the services in lower case, and who is meant where none is called so. */
interface Answerers {
  readonly called: ReadonlyMap<string, Inhabitant>;
  readonly first: Inhabitant | undefined;
}

interface Answering {
  readonly byProject: ReadonlyMap<Project, Answerers>;
  readonly all: Answerers;
}

const answerers = new WeakMap<readonly Pod[], Answering>();

/** Worked out once: a name such as `db` may be that of thousands on one network, and as many may ask for it. */
function answerersOf(pods: readonly Pod[]): Answering {
  const before = answerers.get(pods);
  if (before) return before;
  const named = pods
    .flatMap(({ inhabitants }) => inhabitants)
    .map((inhabitant) => ({
      inhabitant,
      name: `${projectLabel(inhabitant.topology)}/${inhabitant.member.service.name}`,
    }))
    .sort((a, b) => byCodeUnit(a.name, b.name))
    .map(({ inhabitant }) => inhabitant);
  const lists = new Map<Project, Inhabitant[]>();
  for (const inhabitant of named) {
    const known = lists.get(inhabitant.topology.project);
    if (known) known.push(inhabitant);
    else lists.set(inhabitant.topology.project, [inhabitant]);
  }
  const byProject = new Map(Array.from(lists, ([project, own]) => [project, among(own)]));
  const found = { byProject, all: among(named) };
  answerers.set(pods, found);
  return found;
}

function among(sorted: readonly Inhabitant[]): Answerers {
  const called = new Map<string, Inhabitant>();
  for (const inhabitant of sorted) {
    const name = inhabitant.member.service.name.toLowerCase();
    if (!called.has(name)) called.set(name, inhabitant);
  }
  // The names of a namespace are its owner's.
  return { called, first: sorted.find((inhabitant) => inhabitant.pod.owner === inhabitant) ?? sorted[0] };
}

function addressed(landscape: Landscape, { pod: asker }: Inhabitant, address: string): readonly Pod[] {
  const pod = podAt(landscape, address);
  const near = asker.endpoints.some(({ engineName }) => pod?.onSegment.has(engineName));
  return pod && near ? [pod] : [];
}
