/** The files of a store in the hands of a service of another tier. */
import type { Mount } from '../compose/project.js';
import { joinNames } from '../source/words.js';
import type { Channel, Member, Topology } from '../topology/topology.js';
import { familyOf, isStore, nearest, sharedName } from './isolation-facts.js';
import { CWE_ISOLATION, CWE_SPHERE } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { derive, weakest } from './severity.js';
import { capped, namesOf } from './tier-paths.js';

export const volumeSharedAcrossTiers: Rule = {
  id: 'volume-shared-across-tiers',
  title: "Store's files in the hands of another tier",
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  scale: {
    from: ['outside', 'peers', 'machine', 'inside'],
    path: ['bypass'],
    target: ['data'],
    strength: ['high', 'medium', 'low'],
  },
  tags: ['security', 'storage', 'external/cwe/cwe-668', 'external/cwe/cwe-653'],
  docs: {
    summary: 'A service of another tier mounts the folder in which a store keeps its data.',
    why: [
      'It can read, and unless the mount is read-only change, every record without a connection and without a password: neither networks',
      'nor the accounts of the store matter. Whoever takes the service over takes the data, too.',
    ].join(' '),
    fix: 'Let the service ask the store over a network. Give it a folder of its own for what it keeps itself.',
    suppress: 'A tool that copies the files while the store is stopped, such as a backup.',
    bad: `services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    volumes:
      - data:/srv/data
  db:
    image: postgres:17
    volumes:
      - data:/var/lib/postgresql/data
volumes:
  data:
`,
    good: `services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    volumes:
      - site:/srv/data
  db:
    image: postgres:17
    volumes:
      - data:/var/lib/postgresql/data
volumes:
  data:
  site:
`,
    references: [
      { title: 'Compose file reference: volumes', url: 'https://docs.docker.com/reference/compose-file/volumes/' },
      CWE_SPHERE,
      CWE_ISOLATION,
    ],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const channel of topology.channels) {
    if (channel.kind !== 'shared-volume') continue;
    const members = channel.to.flatMap((name) => topology.members.get(name) ?? []);
    const stores = members.filter((member) => isStore(member) && mountOf(member, channel, keepsData));
    const strangers = members.filter((member) => isStranger(member) && mountOf(member, channel));
    if (stores.length > 0 && strangers.length > 0) yield* draft(topology, channel, stores, strangers);
  }
}

/** Where images of stores keep their data, by the documentation of each. */
const DATA_FOLDERS =
  /^\/(?:var\/lib\/|var\/opt\/mssql|data(?:\/|$)|bitnami(?:\/|$)|usr\/share\/(?:elasticsearch|opensearch)\/data|opt\/couchdb\/data|qdrant\/storage|meili_data|cockroach\/|home\/influxdb)/;

function keepsData(mount: Mount): boolean {
  return DATA_FOLDERS.test(mount.target);
}

function mountOf(member: Member, channel: Channel, holds: (mount: Mount) => boolean = () => true): Mount | undefined {
  return member.service.volumes.find((mount) => mount.source === channel.through && holds(mount));
}

/** Tools that are there for the files of others, and services of which nothing is known, are left out. */
function isStranger(member: Member): boolean {
  const kind = familyOf(member)?.kind;
  if (kind === 'backup' || kind === 'job' || member.role.role === 'tunnel') return false;
  return (member.role.tier === 'edge' || member.role.tier === 'app') && member.role.confidence !== 'low';
}

function* draft(
  topology: Topology,
  channel: Channel,
  stores: readonly Member[],
  strangers: readonly Member[],
): Iterable<Draft> {
  const mounts = strangers.flatMap((member) => {
    const mount = mountOf(member, channel);
    return mount ? [{ service: member.service.name, mount }] : [];
  });
  const [first, ...others] = mounts;
  if (!first) return;
  const name = sharedName(topology, channel.through);
  const alone = strangers.length === 1;
  const writes = mounts.some(({ mount }) => !mount.readOnly);
  const declared = topology.project.volumes.find(({ key }) => key === channel.through);
  yield {
    at: first.mount.at,
    label: `the files of \`${stores[0]?.service.name ?? ''}\``,
    message: `${joinNames(namesOf(strangers))} can ${writes ? 'read and change' : 'read'} the data files of ${joinNames(namesOf(stores))}: both mount \`${name}\`.`,
    advice: `Give ${joinNames(namesOf(strangers))} ${alone ? 'a volume of its own, and let it' : 'volumes of their own, and let them'} ask ${joinNames(namesOf(stores))} over a network.`,
    related: capped([
      ...stores.flatMap((member) => {
        const mount = mountOf(member, channel, keepsData);
        return mount ? [{ at: mount.at, label: `\`${member.service.name}\` keeps its data here` }] : [];
      }),
      ...others.map(({ service, mount }) => ({ at: mount.at, label: `\`${service}\`, too` })),
      ...(declared ? [{ at: declared.at, label: 'the volume' }] : []),
    ]),
    services: [...namesOf(strangers), ...namesOf(stores)],
    evidence: { volume: name },
    ...derive({
      from: nearest(strangers),
      path: 'bypass',
      target: 'data',
      strength: weakest(...stores.map(({ role }) => role.confidence), 'high'),
    }),
  };
}
