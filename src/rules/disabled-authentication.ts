/** Stores that were told to let everybody in. */
import { isUnknown, type Service } from '../compose/project.js';
import { shellWords } from './credentials/shell.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { graded, imageName, isFalsy, isTruthy, perilOf, settingOf } from './service-facts.js';

export const disabledAuthentication: Rule = {
  id: 'disabled-authentication',
  title: 'Authentication switched off',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['security', 'authentication', 'external/cwe/cwe-306', 'external/cwe/cwe-258'],
  docs: {
    summary: 'A database, cache or queue is configured to accept connections without a password.',
    why: [
      'Whoever can open a connection has all the data: a container that was taken over, a service added later to the same network, or,',
      'with a published port, everybody on the network of the host. `trust` and empty passwords are meant for a first start on a laptop.',
    ].join(' '),
    fix: 'Remove the setting and give the store a password, through a secret if its image reads one from a file.',
    suppress: 'A store without data worth having, on a network that only its clients share.',
    bad: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_HOST_AUTH_METHOD: trust
`,
    good: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,
    references: [
      { title: 'postgres on Docker Hub: POSTGRES_HOST_AUTH_METHOD', url: 'https://hub.docker.com/_/postgres' },
      {
        title: 'OWASP Database Security Cheat Sheet',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
      },
      {
        title: 'CWE-306: Missing Authentication for Critical Function',
        url: 'https://cwe.mitre.org/data/definitions/306.html',
      },
      {
        title: 'CWE-258: Empty Password in Configuration File',
        url: 'https://cwe.mitre.org/data/definitions/258.html',
      },
    ],
  },
  check,
};

interface Setting {
  readonly names: readonly string[];
  readonly off: (text: string) => boolean;
  /** Last segments of the images that have the setting, where its name is not telling. */
  readonly images?: readonly string[];
  /** A second setting without which this one lets nobody do much. */
  readonly with?: { readonly name: string; readonly is: RegExp };
  /** Settings that win: with one of them, this one is without effect. */
  readonly unless?: readonly string[];
}

const is = (word: string) => (text: string) => text.trim().toLowerCase() === word;
const present = (text: string) => text !== '';

/** Sources: the documentation of the images. */
const SETTINGS: readonly Setting[] = [
  { names: ['POSTGRES_HOST_AUTH_METHOD'], off: (text) => /\btrust\b/i.test(text.slice(0, 200)) },
  // Any text counts, `no` included: the entrypoints only test whether the variable is empty.
  {
    names: ['MYSQL_ALLOW_EMPTY_PASSWORD', 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', 'MARIADB_ALLOW_EMPTY_PASSWORD'],
    off: present,
    unless: ['MYSQL_ROOT_PASSWORD', 'MARIADB_ROOT_PASSWORD', 'MYSQL_ROOT_PASSWORD_FILE', 'MARIADB_ROOT_PASSWORD_FILE'],
  },
  {
    names: ['ALLOW_EMPTY_PASSWORD'],
    off: isTruthy,
    unless: [
      'REDIS_PASSWORD',
      'POSTGRESQL_PASSWORD',
      'MYSQL_ROOT_PASSWORD',
      'MARIADB_ROOT_PASSWORD',
      'MONGODB_ROOT_PASSWORD',
      'VALKEY_PASSWORD',
    ],
  },
  { names: ['ALLOW_ANONYMOUS_LOGIN'], off: isTruthy },
  { names: ['ALLOW_NONE_AUTHENTICATION'], off: isTruthy, unless: ['ETCD_ROOT_PASSWORD'] },
  {
    names: ['AUTH_TYPE', 'PGBOUNCER_AUTH_TYPE'],
    off: (text) => is('trust')(text) || is('any')(text),
    images: ['pgbouncer'],
  },
  { names: ['NEO4J_AUTH'], off: is('none') },
  { names: ['NEO4J_dbms_security_auth__enabled', 'NEO4J_server_security_auth__enabled'], off: isFalsy },
  { names: ['ARANGO_NO_AUTH'], off: isTruthy },
  {
    names: ['xpack.security.enabled', 'XPACK_SECURITY_ENABLED'],
    off: isFalsy,
    images: ['elasticsearch', 'elasticsearch-oss', 'elasticsearch-wolfi'],
  },
  { names: ['DISABLE_SECURITY_PLUGIN', 'plugins.security.disabled'], off: isTruthy },
  // Left alone, the account `default` has no password, and then only the container itself may use it.
  { names: ['CLICKHOUSE_SKIP_USER_SETUP'], off: is('1'), unless: ['CLICKHOUSE_PASSWORD', 'CLICKHOUSE_PASSWORD_FILE'] },
  {
    names: ['GF_AUTH_ANONYMOUS_ENABLED'],
    off: isTruthy,
    with: { name: 'GF_AUTH_ANONYMOUS_ORG_ROLE', is: /^(?:admin|editor)$/i },
  },
  { names: ['WEBPASSWORD', 'FTLCONF_webserver_api_password'], off: is(''), images: ['pihole'] },
  { names: ['AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED'], off: isTruthy, images: ['weaviate'] },
  { names: ['SURREAL_UNAUTHENTICATED'], off: isTruthy },
  { names: ['INFLUXDB_HTTP_AUTH_ENABLED'], off: isFalsy },
  { names: ['CASSANDRA_AUTHENTICATOR'], off: is('allowallauthenticator') },
  { names: ['ACTIVEMQ_ANONYMOUS_LOGIN', 'ANONYMOUS_LOGIN'], off: isTruthy, images: ['activemq-artemis', 'artemis'] },
  {
    names: ['EMQX_ALLOW_ANONYMOUS', 'DOCKER_VERNEMQ_ALLOW_ANONYMOUS'],
    off: (text) => is('on')(text) || isTruthy(text),
  },
];

/** Options that switch authentication off, by the server that has them. */
const OPTIONS: readonly { readonly program: string; readonly option: string; readonly value?: string }[] = [
  { program: 'mongod', option: '--noauth' },
  { program: 'mysqld', option: '--skip-grant-tables' },
  { program: 'mariadbd', option: '--skip-grant-tables' },
  { program: 'cockroach', option: '--insecure' },
  { program: 'surreal', option: '--unauthenticated' },
  { program: 'arangod', option: '--server.authentication', value: 'false' },
];

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  for (const service of project.services) {
    for (const place of [...offSettings(service), ...offOptions(service)]) {
      const peril = perilOf(topology, service.name);
      yield {
        at: place.at,
        label: 'no password needed',
        message: `\`${place.key}\` lets everybody into \`${service.name}\` without a password${peril.text ? `; ${peril.text}` : ''}.`,
        advice: `Remove \`${place.key}\` and give \`${service.name}\` a password that its clients get through a secret or a variable.`,
        related: [...place.related, ...peril.places],
        services: [service.name],
        evidence: { service: service.name, place: place.place, key: place.key, kind: 'no-authentication' },
        severity: graded(peril, ['critical', 'high', 'medium']),
      };
    }
  }
}

interface Off extends Omit<Place, 'label'> {
  readonly place: string;
  readonly key: string;
  readonly related: readonly Place[];
}

function* offSettings(service: Service): Iterable<Off> {
  const segment = imageName(service)?.path.split('/').at(-1) ?? '';
  for (const setting of SETTINGS) {
    if (setting.images && !setting.images.includes(segment)) continue;
    if (setting.with && !setting.with.is.test(settingOf(service, setting.with.name) ?? '')) continue;
    if (setting.unless?.some((name) => settingOf(service, name) !== undefined)) continue;
    for (const { name, at, value, file } of service.environment) {
      if (!setting.names.includes(name) || !value || isUnknown(value) || !setting.off(String(value.value))) continue;
      const related = at.start === value.at.start ? [] : [{ at, label: 'the key' }];
      yield { at: value.at, place: file ? 'env_file' : 'environment', key: name, related };
    }
  }
}

function* offOptions(service: Service): Iterable<Off> {
  for (const [place, scalars] of [
    ['command', service.command],
    ['entrypoint', service.entrypoint],
  ] as const) {
    for (const scalar of scalars) {
      for (const word of shellWords(String(scalar.value))) {
        const found = OPTIONS.find(
          ({ option, value }) => word.text === (value === undefined ? option : `${option}=${value}`),
        );
        if (found && runs(service, found.program)) yield { at: scalar.at, place, key: found.option, related: [] };
      }
    }
  }
}

function runs(service: Service, program: string): boolean {
  const image = imageName(service)?.path.split('/').at(-1) ?? '';
  if (program.startsWith(image) && image !== '') return true;
  return [...service.entrypoint, ...service.command].some((word) =>
    String(word.value).split(/\s+/, 20).includes(program),
  );
}
