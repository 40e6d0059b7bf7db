/** One password that opens several doors. */
import type { Project, Service } from '../compose/project.js';
import { joinNames } from '../source/words.js';
import { intentOf } from '../topology/intent.js';
import type { Topology } from '../topology/topology.js';
import { type Credential, credentialsOf } from './credentials/find.js';
import { Secret } from './credentials/secret.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { imageFamily } from './service-facts.js';

export const sharedCredential: Rule = {
  id: 'shared-credential',
  title: 'One password for several doors',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  tags: ['security', 'secrets', 'external/cwe/cwe-1391', 'external/cwe/cwe-653'],
  docs: {
    summary: 'The same password is set on several servers, or for the administrator and the application of one.',
    why: [
      'Whoever learns it in one place has all of them: a leak from the cache opens the database, and the account of the application',
      'is the administrator. Separate networks and separate accounts then separate nothing.',
    ].join(' '),
    fix: 'Give each server and each account a password of its own.',
    suppress: 'Members of one cluster, which have to share their credentials.',
    bad: `services:
  db:
    image: mysql:8
    environment:
      MYSQL_ROOT_PASSWORD: hunter2
  store:
    image: minio/minio
    environment:
      MINIO_ROOT_PASSWORD: hunter2
`,
    good: `services:
  web:
    image: example/web
    environment:
      DB_PASSWORD: hunter2
      STORE_PASSWORD: hunter3
  db:
    image: mysql:8
    environment:
      MYSQL_PASSWORD: hunter2
  store:
    image: minio/minio
    environment:
      MINIO_ROOT_PASSWORD: hunter3
`,
    references: [
      { title: 'CWE-1391: Use of Weak Credentials', url: 'https://cwe.mitre.org/data/definitions/1391.html' },
      {
        title: 'OWASP Secrets Management Cheat Sheet',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      },
    ],
  },
  check,
};

/** What a credential opens: an account of a server, or what an application protects with it. */
interface Door {
  readonly id: string;
  readonly service: string;
  readonly credential: Credential;
}

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  for (const group of Secret.group(doorsOf(project, topology), (door) => door.credential.secret)) {
    const doors = [...new Map(group.map((door) => [door.id, door])).values()];
    const first = doors[0];
    if (doors.length > 1 && first) yield draftOf(doors, first);
  }
}

function draftOf(doors: readonly Door[], first: Door): Draft {
  const services = [...new Set(doors.map((door) => door.service))];
  const { site } = first.credential;
  const keys = joinNames([...new Set(doors.map((door) => door.credential.site.key))], 6);
  const where =
    services.length > 1
      ? `${joinNames(services, 6)} open with the same password`
      : `\`${first.service}\` has one password for several accounts`;
  return {
    at: first.credential.at,
    label: 'the same as elsewhere',
    message: `${where}: ${keys}.`,
    advice: 'Give each a password of its own, so that the loss of one is not the loss of all.',
    related: doors.slice(1).map((door) => ({ at: door.credential.at, label: `the same on \`${door.service}\`` })),
    services,
    evidence: {
      service: site.service,
      place: site.place,
      key: site.key,
      kind: 'shared',
      others: doors
        .slice(1)
        .map((door) => `${door.service}/${door.credential.site.key}`)
        .sort()
        .join(' '),
    },
    severity: services.length > 1 ? 'medium' : 'low',
    secrets: doors.map((door) => door.credential.at),
  };
}

function doorsOf(project: Project, topology: Topology): readonly Door[] {
  const services = new Map(project.services.map((service) => [service.name, service]));
  const clusters = clustersOf(project, topology);
  return credentialsOf(project).flatMap((credential): readonly Door[] => {
    const service = services.get(credential.site.service);
    const id = service && doorOf(service, credential, clusters.get(service.name) ?? service.name);
    return service && id !== undefined ? [{ id, service: service.name, credential }] : [];
  });
}

/** `undefined` for the copy that a client has, and for what somebody else issued. */
function doorOf(service: Service, { site, class: kind, hashed }: Credential, cluster: string): string | undefined {
  if (hashed || (site.place !== 'environment' && site.place !== 'env_file')) return undefined;
  const family = imageFamily(service);
  if (family?.credentials?.includes(site.key) && family.flags?.includes('datastore')) {
    return `${cluster} ${isAdministrator(site.key) ? 'administrator' : 'account'}`;
  }
  return kind === 'secret' && !site.key.toUpperCase().includes('ACCESS')
    ? `secret ${site.key.toUpperCase()}`
    : undefined;
}

function isAdministrator(key: string): boolean {
  return /root|admin|^sa_|_sa_|postgres_password|secret/i.test(key);
}

/** Servers of one kind that connect to each other share their credentials of necessity; so do copies of one service. */
function clustersOf(project: Project, topology: Topology): ReadonlyMap<string, string> {
  const { targetsOf } = intentOf(topology);
  const clusters = new Map<string, string>();
  for (const service of project.services) {
    const family = imageFamily(service);
    const peer = project.services.find(
      (other) =>
        other !== service &&
        family !== undefined &&
        imageFamily(other) === family &&
        connected(targetsOf, service.name, other.name),
    );
    const name = peer ? (clusters.get(peer.name) ?? peer.name) : service.name;
    clusters.set(service.name, name);
    if (peer) clusters.set(peer.name, name);
  }
  return clusters;
}

function connected(targetsOf: ReadonlyMap<string, ReadonlySet<string>>, one: string, other: string): boolean {
  return targetsOf.get(one)?.has(other) === true || targetsOf.get(other)?.has(one) === true;
}
