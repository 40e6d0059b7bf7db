/** Credentials that are tried first: the vendor's own, and those that follow from the name of the account. */
import type { Service } from '../compose/project.js';
import type { Topology } from '../topology/topology.js';
import { type Credential, credentialsOf } from './credentials/find.js';
import { BORN_WITH, COMMON_PASSWORDS, VENDOR_DEFAULTS } from './credentials/vendor-defaults.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { graded, imageFamily, mentions, perilOf, settingOf } from './service-facts.js';

export const defaultCredentials: Rule = {
  id: 'default-credentials',
  title: 'Default or guessable password',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['security', 'authentication', 'external/cwe/cwe-1392', 'external/cwe/cwe-521'],
  docs: {
    summary:
      'A server accepts a password that everybody tries first: the vendor default, or the name of its own account.',
    why: [
      'Automated attacks try the defaults of every product before anything else, and need no leak for it. Whoever can open a connection',
      'to the server is in.',
    ].join(' '),
    fix: 'Generate a password per installation, give it through a secret or through a variable without a default, and change it on the running server.',
    suppress: 'A server of a test that runs without a published port and without data.',
    bad: `services:
  queue:
    image: rabbitmq:4-management
    environment:
      RABBITMQ_DEFAULT_USER: guest
      RABBITMQ_DEFAULT_PASS: guest
    ports:
      - "15672:15672"
`,
    good: `services:
  queue:
    image: rabbitmq:4-management
    environment:
      RABBITMQ_DEFAULT_USER: shop
      RABBITMQ_DEFAULT_PASS: \${QUEUE_PASSWORD:?}
`,
    references: [
      { title: 'CWE-1392: Use of Default Credentials', url: 'https://cwe.mitre.org/data/definitions/1392.html' },
      { title: 'CWE-521: Weak Password Requirements', url: 'https://cwe.mitre.org/data/definitions/521.html' },
      {
        title: 'OWASP Authentication Cheat Sheet',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
      },
    ],
  },
  check,
};

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  const services = new Map(project.services.map((service) => [service.name, service]));
  for (const credential of credentialsOf(project)) {
    const service = services.get(credential.site.service);
    if (service && opens(service, credential)) yield* guessed(topology, service, credential);
  }
  for (const service of project.services) yield* bornWith(topology, service);
}

/** Whether the service itself checks the credential: its image documents the setting, and is a server and no client of one. */
function opens(service: Service, { site, kind }: Credential): boolean {
  if (site.place !== 'environment' && site.place !== 'env_file') return false;
  // With a password inside of a URL the service is the client of another.
  if (kind !== 'literal' && kind !== 'default') return false;
  // Where nobody is asked for it, no password is too weak.
  if (/\btrust\b/.test(settingOf(service, 'POSTGRES_HOST_AUTH_METHOD') ?? '')) return false;
  const family = imageFamily(service);
  if (!family?.credentials?.includes(site.key) || family.kind.startsWith('admin-ui')) return false;
  return family.flags?.includes('datastore') === true || /ADMIN|ROOT/i.test(site.key);
}

function* guessed(topology: Topology, service: Service, credential: Credential): Iterable<Draft> {
  const reason = reasonOf(service, credential);
  if (reason === undefined) return;
  const peril = perilOf(topology, service.name);
  const { site, at, fallback } = credential;
  yield {
    at,
    label: 'tried first by everybody',
    message: `\`${site.key}\` of \`${service.name}\` ${fallback ? 'falls back to' : 'is'} ${reason}${peril.text ? `; ${peril.text}` : ''}.`,
    advice: `Generate a password for \`${service.name}\` and give it through a secret or through \`\${${site.key}:?}\`.`,
    related: peril.places,
    services: [service.name],
    evidence: { service: service.name, place: site.place, key: site.key, kind: credential.kind },
    severity: graded(peril, ['high', 'medium', 'low']),
    confidence: fallback ? 'medium' : 'high',
    secrets: [at],
  };
}

const USER_SETTINGS = [
  'POSTGRES_USER',
  'MYSQL_USER',
  'MARIADB_USER',
  'MONGO_INITDB_ROOT_USERNAME',
  'RABBITMQ_DEFAULT_USER',
  'MINIO_ROOT_USER',
];
const NAME_SETTINGS = [
  ...USER_SETTINGS,
  'POSTGRES_DB',
  'MYSQL_DATABASE',
  'MARIADB_DATABASE',
  'COUCHDB_USER',
  'CLICKHOUSE_USER',
  'NEO4J_USER',
];

function reasonOf(service: Service, { secret }: Credential): string | undefined {
  const images = imageFamily(service)?.images ?? [];
  const vendor = images.flatMap((image) => VENDOR_DEFAULTS.get(image) ?? []);
  if (secret.is((text) => vendor.includes(text))) return 'a well-known password of the product';
  if (secret.is((text) => COMMON_PASSWORDS.has(text))) return 'one of the most common passwords';
  const names = NAME_SETTINGS.map((name) => settingOf(service, name));
  if (secret.is((text) => names.includes(text))) return 'the name of its own account or database';
  return undefined;
}

/** Images that were given no password at all: harmless as long as only clients reach them. */
function* bornWith(topology: Topology, service: Service): Iterable<Draft> {
  const family = imageFamily(service);
  const row = family && BORN_WITH.find(({ image }) => family.images.includes(image));
  if (!row || mentions(service, ...row.settings, ...row.settings.map((name) => `${name}_FILE`))) return;
  if (service.volumes.some(({ target }) => target.includes('conf') || target.includes('/etc/'))) return;
  const peril = perilOf(topology, service.name);
  if (peril.from !== 'outside') return;
  yield {
    at: service.image?.at ?? service.at,
    label: 'starts with a well-known account',
    message: `\`${service.name}\` is given no password, so it starts with the account ${row.account} that its vendor documents; ${peril.text}.`,
    advice: row.settings[0] ? `Set \`${row.settings[0]}\`.` : 'Configure an account of your own.',
    related: peril.places,
    services: [service.name],
    evidence: { service: service.name, place: 'image', key: 'image', kind: 'vendor-default' },
    severity: 'high',
    confidence: 'medium',
  };
}
