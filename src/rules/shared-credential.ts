/** One password that opens several doors. */
import type { Project, Service } from '../compose/project.js';
import { joinNames } from '../source/words.js';
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
    summary:
      'The same password is set on several servers, or for the administrator and the application of one, or is also the key of an application.',
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
  readonly kind: 'account' | 'application';
  readonly service: string;
  readonly credential: Credential;
}

function* check({ project }: RuleContext): Iterable<Draft> {
  for (const group of Secret.group(doorsOf(project), (door) => door.credential.secret)) {
    const doors = [...new Map(group.map((door) => [door.id, door])).values()];
    const first = doors.find((door) => door.kind === 'account');
    if (doors.length > 1 && first) yield draftOf([first, ...doors.filter((door) => door !== first)], first);
  }
}

function draftOf(doors: readonly Door[], first: Door): Draft {
  const services = [...new Set(doors.map((door) => door.service))];
  const { site } = first.credential;
  const keys = joinNames([...new Set(doors.map((door) => door.credential.site.key))], 6);
  return {
    at: first.credential.at,
    label: 'the same as elsewhere',
    message: `${whatOpens(doors)}: ${keys}.`,
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

/** A password lets in, a key signs or encrypts. */
function whatOpens(doors: readonly Door[]): string {
  const [accounts, keys] = [namesOf(doors, 'account'), namesOf(doors, 'application')];
  const signs = `${joinNames(keys, 6)} ${keys.length > 1 ? 'sign or encrypt' : 'signs or encrypts'} with`;
  const others = keys.length > 0 ? `, and ${signs} it, too` : '';
  if (accounts.length > 1) return `${joinNames(accounts, 6)} open with the same password${others}`;
  const several = doors.filter(({ kind }) => kind === 'account').length > 1;
  return several
    ? `${joinNames(accounts)} has one password for several accounts${others}`
    : `${joinNames(accounts)} opens with what ${signs}`;
}

function namesOf(doors: readonly Door[], kind: Door['kind']): readonly string[] {
  return [...new Set(doors.filter((door) => door.kind === kind).map((door) => door.service))];
}

function doorsOf(project: Project): readonly Door[] {
  const services = new Map(project.services.map((service) => [service.name, service]));
  return credentialsOf(project).flatMap((credential): readonly Door[] => {
    const { site, placeholder, hashed, kind } = credential;
    const service = services.get(site.service);
    const isSetting = site.place === 'environment' || site.place === 'env_file';
    if (service && isServerOption(service, credential)) {
      const id = `${clusterName(service)} account`;
      return [{ id, kind: 'account', service: service.name, credential }];
    }
    if (!service || !isSetting || placeholder || hashed || !(kind === 'literal' || kind === 'default')) return [];
    const family = imageFamily(service);
    if (family?.credentials?.includes(site.key) && family.flags?.includes('datastore')) {
      const account = ADMINISTRATOR.test(site.key) ? 'administrator' : 'account';
      return [{ id: `${clusterName(service)} ${account}`, kind: 'account', service: service.name, credential }];
    }
    return PROTECTED.test(site.key)
      ? [{ id: site.key.toUpperCase(), kind: 'application', service: service.name, credential }]
      : [];
  });
}

/** `--requirepass` and its like, on the command line of a store. */
function isServerOption(service: Service, { site, placeholder, class: found }: Credential): boolean {
  const isCommand = site.place === 'command' || site.place === 'entrypoint';
  return (
    isCommand && !placeholder && found === 'password' && imageFamily(service)?.flags?.includes('datastore') === true
  );
}

/** Images often read the password of one account from several variables. */
const ADMINISTRATOR = /root|admin|^(mssql_)?sa_|^postgres|secret/i;

/** What applications sign and encrypt with. The keys of other people's services are no doors of this project. */
const PROTECTED =
  /(^|_)(jwt|session|cookie|auth|nextauth|app|encryption|signing|django)_?(secret|key|secret_key)$|^secret(_key(_base)?)?$|_secret_key_base$/i;

/** Members of a cluster share their credentials of necessity: `redis-node-1` and `redis-node-2`, `db-primary` and `db-replica`. */
function clusterName(service: Service): string {
  const name = service.name
    .toLowerCase()
    .replace(/primary|secondary|replica|master|slave|leader|follower|standby|node|shard/g, '');
  return `${imageFamily(service)?.kind} ${name.replace(/[^a-z]/g, '')}`;
}
