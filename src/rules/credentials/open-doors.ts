/** Settings and options by which servers let everybody in. Sources: the documentation of the images. */
import type { Service } from '../../compose/project.js';
import { commandTexts, isFalsy, isTruthy } from '../service-facts.js';

/** What is open, where it is not the whole service. */
export interface Part {
  /** After "into", before the service. */
  readonly phrase: string;
  /** Where it listens. */
  readonly portOf: (service: Service) => number;
}

export interface OpenSetting {
  readonly names: readonly string[];
  readonly off: (text: string) => boolean;
  /** Last segments of the images that have the setting, where its name is not telling. */
  readonly images?: readonly string[];
  /** Official images of these names do not know it. */
  readonly vendorOnly?: boolean;
  /** Tags of the images that have it; others ignore it. */
  readonly tags?: RegExp;
  /** A second setting without which this one lets nobody do much. */
  readonly with?: { readonly name: string; readonly is: RegExp };
  /** Settings that win: with one of them, this one is without effect. */
  readonly unless?: readonly string[];
  /** A file of accounts that is mounted or written in its place. */
  readonly accounts?: RegExp;
  readonly part?: Part;
}

const is = (word: string) => (text: string) => text.trim().toLowerCase() === word;
const present = (text: string) => text !== '';

/** https://doc.traefik.io/traefik/operations/api/: on the entry point `traefik`, which is 8080 unless it is said otherwise. */
const DASHBOARD: Part = {
  phrase: 'the dashboard of',
  portOf: (service) => {
    const texts = commandTexts(service).map((text) =>
      /--entrypoints\.traefik\.address=[^\s:]{0,80}:(\d{1,5})/i.exec(text),
    );
    return Number(texts.find(Boolean)?.[1] ?? 8080);
  },
};

/**
 * Bitnami's stores, and what gives them a password. Any setting `X` may be given as `X_FILE`: `NAME-env.sh` of the images,
 * which also tells the second names.
 */
const BITNAMI_STORES: readonly { readonly images: string; readonly passwords: readonly string[] }[] = [
  { images: 'redis redis-cluster redis-sentinel', passwords: ['REDIS_PASSWORD'] },
  { images: 'valkey valkey-cluster valkey-sentinel', passwords: ['VALKEY_PASSWORD'] },
  { images: 'keydb', passwords: ['KEYDB_PASSWORD'] },
  { images: 'mysql mariadb mariadb-galera', passwords: ['MYSQL_ROOT_PASSWORD', 'MARIADB_ROOT_PASSWORD'] },
  { images: 'postgresql postgresql-repmgr', passwords: ['POSTGRESQL_PASSWORD', 'POSTGRES_PASSWORD'] },
  { images: 'mongodb mongodb-sharded', passwords: ['MONGODB_ROOT_PASSWORD'] },
];

export const OPEN_SETTINGS: readonly OpenSetting[] = [
  { names: ['POSTGRES_HOST_AUTH_METHOD'], off: (text) => /\btrust\b/i.test(text.slice(0, 200)) },
  // Any text counts, `no` included: the entrypoints only test whether the variable is empty.
  {
    names: ['MYSQL_ALLOW_EMPTY_PASSWORD', 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', 'MARIADB_ALLOW_EMPTY_PASSWORD'],
    off: present,
    unless: [
      'MYSQL_ROOT_PASSWORD',
      'MARIADB_ROOT_PASSWORD',
      'MYSQL_ROOT_PASSWORD_FILE',
      'MARIADB_ROOT_PASSWORD_FILE',
      'MYSQL_RANDOM_ROOT_PASSWORD',
      'MARIADB_RANDOM_ROOT_PASSWORD',
    ],
  },
  ...BITNAMI_STORES.map(({ images, passwords }) => ({
    names: ['ALLOW_EMPTY_PASSWORD'],
    off: isTruthy,
    images: images.split(' '),
    vendorOnly: true,
    unless: passwords.flatMap((name) => [name, `${name}_FILE`]),
  })),
  { names: ['ALLOW_ANONYMOUS_LOGIN'], off: isTruthy },
  {
    names: ['ALLOW_PLAINTEXT_LISTENER'],
    off: isTruthy,
    images: ['kafka'],
    unless: ['KAFKA_CLIENT_USERS', 'KAFKA_CLIENT_PASSWORDS', 'KAFKA_CLIENT_PASSWORD'],
  },
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
  {
    names: ['CLICKHOUSE_SKIP_USER_SETUP'],
    off: is('1'),
    unless: ['CLICKHOUSE_PASSWORD', 'CLICKHOUSE_PASSWORD_FILE'],
    accounts: /users\.xml|\/users\.d\/?$/,
  },
  {
    names: ['GF_AUTH_ANONYMOUS_ENABLED'],
    off: isTruthy,
    with: { name: 'GF_AUTH_ANONYMOUS_ORG_ROLE', is: /^(?:admin|editor)$/i },
  },
  // https://docs.pi-hole.net/docker/upgrading/v5-v6: version 6 came with 2025.02.0, and has a setting of another name.
  { names: ['WEBPASSWORD'], off: is(''), images: ['pihole'], tags: /^(?:v?[45]\.|20(?:1\d|2[0-4])\.)/ },
  { names: ['FTLCONF_webserver_api_password'], off: is(''), images: ['pihole'] },
  { names: ['AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED'], off: isTruthy, images: ['weaviate'] },
  { names: ['SURREAL_UNAUTHENTICATED'], off: isTruthy },
  // https://aspire.dev/dashboard/configuration/
  {
    names: ['DOTNET_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS', 'ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS'],
    off: isTruthy,
  },
  { names: ['EVENTSTORE_INSECURE', 'KURRENTDB_INSECURE'], off: isTruthy },
  // https://docs.ravendb.net/6.0/server/configuration/security-configuration
  {
    names: ['RAVEN_Security_UnsecuredAccessAllowed'],
    off: (text) => /^(?:publicnetwork|privatenetwork)$/i.test(text.trim()),
  },
  { names: ['INFLUXDB_HTTP_AUTH_ENABLED'], off: isFalsy },
  { names: ['CASSANDRA_AUTHENTICATOR'], off: is('allowallauthenticator') },
  { names: ['ACTIVEMQ_ANONYMOUS_LOGIN', 'ANONYMOUS_LOGIN'], off: isTruthy, images: ['activemq-artemis', 'artemis'] },
  {
    names: ['EMQX_ALLOW_ANONYMOUS', 'DOCKER_VERNEMQ_ALLOW_ANONYMOUS'],
    off: (text) => is('on')(text) || isTruthy(text),
  },
  { names: ['TRAEFIK_API_INSECURE'], off: isTruthy, images: ['traefik'], part: DASHBOARD },
];

export interface OpenOption {
  /** Absent: no other program has an option of that name. */
  readonly program?: string;
  /** The ways to write it. */
  readonly words: readonly string[];
  /** Another option with which this one is without effect. */
  readonly unless?: RegExp;
  readonly part?: Part;
}

/** https://jupyter-server.readthedocs.io/en/latest/operators/security.html: without a token and a password it runs code for anybody. */
const JUPYTER_PASSWORD = /^--(?:(?:Notebook|Server|Lab)App\.password|PasswordIdentityProvider\.hashed_password)=./;

export const OPEN_OPTIONS: readonly OpenOption[] = [
  { program: 'mongod', words: ['--noauth'] },
  { program: 'mysqld', words: ['--skip-grant-tables'] },
  { program: 'mariadbd', words: ['--skip-grant-tables'] },
  { program: 'cockroach', words: ['--insecure'] },
  { program: 'surreal', words: ['--unauthenticated'] },
  { program: 'arangod', words: ['--server.authentication=false'] },
  { program: 'traefik', words: ['--api.insecure', '--api.insecure=true'], part: DASHBOARD },
  { words: ['--NotebookApp.token='], unless: JUPYTER_PASSWORD },
  { words: ['--ServerApp.token='], unless: JUPYTER_PASSWORD },
  { words: ['--LabApp.token='], unless: JUPYTER_PASSWORD },
  { words: ['--IdentityProvider.token='], unless: JUPYTER_PASSWORD },
];
