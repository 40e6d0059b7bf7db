/** Stores that ask for no password unless they are told to, where somebody can reach them who is no client. */
import type { Service } from '../compose/project.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { commandTexts, graded, imageFamily, imageName, mentions, perilOf, runsServer } from './service-facts.js';

export const missingAuthentication: Rule = {
  id: 'missing-authentication',
  title: 'Store without a password within reach',
  severity: 'medium',
  confidence: 'medium',
  persona: 'regular',
  tags: ['security', 'authentication', 'external/cwe/cwe-306'],
  docs: {
    summary:
      'A store whose image asks for no password by default got none, and can be reached by others than its clients.',
    why: [
      'Redis, MongoDB, Memcached, Kafka, Consul and others let in whoever connects until they are given a password; the official Redis image also switches',
      'its protected mode off. Reachable then means readable and writable, and with Redis often executable.',
    ].join(' '),
    fix: 'Give the store a password, and take away the published port or the network that lets others in.',
    suppress: 'A cache whose content is worth nothing and decides nothing.',
    bad: `services:
  cache:
    image: redis:7
    ports:
      - "6379:6379"
`,
    good: `services:
  web:
    image: example/web
    environment:
      REDIS_URL: redis://cache:6379
  cache:
    image: redis:7
`,
    references: [
      { title: 'Redis: Security', url: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/' },
      {
        title: 'MongoDB: Security Checklist',
        url: 'https://www.mongodb.com/docs/manual/administration/security-checklist/',
      },
      { title: 'Apache Kafka: Security', url: 'https://kafka.apache.org/documentation/#security_overview' },
      { title: 'Consul: Access Control List', url: 'https://developer.hashicorp.com/consul/docs/secure/acl' },
      {
        title: 'CWE-306: Missing Authentication for Critical Function',
        url: 'https://cwe.mitre.org/data/definitions/306.html',
      },
    ],
  },
  check,
};

interface OpenStore {
  /** Catalogue names of the family. */
  readonly images: readonly string[];
  /** Settings of which any one gives it a password. */
  readonly settings: readonly string[];
  /** Options of the command line that do, and what may stand anywhere in it. */
  readonly words: readonly string[];
  /** Programs of the image that are the server. */
  readonly servers: readonly string[];
  /** What to set, for the advice. */
  readonly remedy: string;
  /** Tags at which the image still asked for nothing. */
  readonly open?: (tag: string | undefined) => boolean;
  /** Anywhere in names and texts of settings and in the command line: clients have to say who they are. */
  readonly asks?: RegExp;
  /** On the command line, or absent with it: others than the container itself can connect. */
  readonly listens?: RegExp;
}

/** Sources: the documentation of the images. */
const STORES: readonly OpenStore[] = [
  {
    images: [
      'redis',
      'valkey/valkey',
      'eqalpha/keydb',
      'redis/redis-stack',
      'docker.dragonflydb.io/dragonflydb/dragonfly',
    ],
    settings: [
      'REDIS_PASSWORD',
      'VALKEY_PASSWORD',
      'KEYDB_PASSWORD',
      'REDIS_ARGS',
      'VALKEY_EXTRA_FLAGS',
      'DFLY_requirepass',
      'DFLY_PASSWORD',
    ],
    words: ['requirepass', 'aclfile', '.conf'],
    servers: ['redis-server', 'valkey-server', 'keydb-server', 'redis-stack', 'dragonfly', 'docker-entrypoint'],
    remedy: '`--requirepass`',
  },
  {
    images: ['mongo'],
    settings: ['MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_USERNAME_FILE', 'MONGO_INITDB_ROOT_PASSWORD'],
    // Of `--noauth` another rule tells.
    words: ['--auth', '--noauth', '--keyFile', '--config', '-f', '.conf'],
    servers: ['mongod', 'mongos', 'docker-entrypoint'],
    remedy: '`MONGO_INITDB_ROOT_USERNAME` and `MONGO_INITDB_ROOT_PASSWORD_FILE`',
  },
  {
    images: ['memcached'],
    settings: ['MEMCACHED_PASSWORD'],
    words: ['-S', '--enable-sasl', '-Y', '--auth-file'],
    servers: ['memcached'],
    remedy: '`--enable-sasl`',
  },
  {
    images: ['elasticsearch'],
    settings: ['xpack.security.enabled', 'ELASTIC_PASSWORD'],
    words: ['xpack.security.enabled=true', '.yml'],
    servers: ['elasticsearch', 'docker-entrypoint'],
    remedy: '`xpack.security.enabled`',
    open: (tag) => /^[1-7]\./.test(tag ?? ''),
  },
  {
    images: ['qdrant/qdrant'],
    settings: ['QDRANT__SERVICE__API_KEY'],
    words: ['--config-path'],
    servers: ['qdrant', 'entrypoint'],
    remedy: '`QDRANT__SERVICE__API_KEY`',
  },
  {
    images: ['getmeili/meilisearch'],
    settings: ['MEILI_MASTER_KEY'],
    words: ['--master-key'],
    servers: ['meilisearch'],
    remedy: '`MEILI_MASTER_KEY`',
  },
  {
    // https://kafka.apache.org/documentation/#security_overview: listeners ask for nothing unless they are SASL or SSL.
    images: ['apache/kafka'],
    settings: ['ALLOW_PLAINTEXT_LISTENER'],
    words: [],
    servers: ['kafka-server-start', 'start-kafka', 'docker/run'],
    remedy: '`SASL_SSL` as the protocol of its listeners',
    asks: /SASL|SSL_CLIENT_AUTH|login\.config/i,
  },
  {
    // https://zookeeper.apache.org/doc/current/zookeeperAdmin.html#sc_authOptions: no client has to authenticate by default.
    images: ['zookeeper'],
    settings: ['ALLOW_ANONYMOUS_LOGIN', 'ZOO_ENABLE_AUTH'],
    words: [],
    servers: ['zkServer', 'zookeeper-server-start', 'docker-entrypoint', 'docker/run'],
    remedy: '`-Dzookeeper.sessionRequireClientSASLAuth=true`',
    asks: /SASL|authProvider|login\.config|enforce\.auth/i,
  },
  {
    // https://developer.hashicorp.com/consul/docs/secure/acl: not enabled by default. Only a client address opens its API.
    images: ['consul'],
    settings: ['CONSUL_LOCAL_CONFIG'],
    words: ['-config-file', '--config-file', '-config-dir', '--config-dir', '-hcl', '--hcl', 'acl'],
    servers: ['consul', 'agent'],
    remedy: '`acl` with `enabled` and a `default_policy` of `deny`',
    listens: /-client[= ](?!["']?(?:127\.|localhost))\S/,
  },
  {
    images: ['chromadb/chroma'],
    settings: ['CHROMA_SERVER_AUTHN_CREDENTIALS', 'CHROMA_SERVER_AUTHN_PROVIDER'],
    words: [],
    servers: ['chroma', 'uvicorn', 'run'],
    remedy: '`CHROMA_SERVER_AUTHN_PROVIDER`',
  },
];

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  for (const service of project.services) {
    const store = openStore(service);
    if (!store) continue;
    const peril = perilOf(topology, service.name);
    if (peril.from === 'nobody') continue;
    yield {
      at: service.image?.at ?? service.at,
      label: 'asks for no password by default',
      message: `\`${service.name}\` asks nobody for a password, and ${peril.text}.`,
      advice: `Set ${store.remedy}, and let only the clients of \`${service.name}\` reach it.`,
      related: peril.places,
      services: [service.name],
      evidence: { service: service.name, place: 'image', key: 'image', kind: 'no-authentication' },
      severity: graded(peril, ['high', 'medium', 'low']),
      confidence: peril.from === 'outside' ? 'high' : 'medium',
    };
  }
}

function settingTexts(service: Service): readonly string[] {
  return [...commandTexts(service), ...service.environment.map(({ name, value }) => `${name}=${value?.value ?? ''}`)];
}

function openStore(service: Service): OpenStore | undefined {
  const family = imageFamily(service);
  const name = imageName(service);
  // Bitnami's images refuse to start without a password or an explicit permission.
  if (!family || !name || name.path.startsWith('bitnami')) return undefined;
  const store = STORES.find(({ images }) => images.some((image) => family.images.includes(image)));
  if (!store || (store.open && !store.open(name.tag)) || !runsServer(service, store.servers)) return undefined;
  if (mentions(service, ...store.settings, ...store.settings.map((setting) => `${setting}_FILE`))) return undefined;
  const texts = commandTexts(service);
  if (store.words.some((word) => texts.some((text) => hasWord(text, word)))) return undefined;
  if (store.asks && settingTexts(service).some((text) => store.asks?.test(text))) return undefined;
  if (store.listens && texts.length > 0 && !store.listens.test(texts.join(' '))) return undefined;
  const configured = service.volumes.some(({ target }) => isConfiguration(target));
  return configured || service.configs.length > 0 ? undefined : store;
}

/** `--config` is in `--config=/x`, and not in `--configdb`. */
function hasWord(text: string, word: string): boolean {
  if (!word.startsWith('-')) return text.includes(word);
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const [before, after] = [text.charAt(start - 1), text.charAt(start + word.length)];
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) return true;
  }
  return false;
}

/** What many containers get mounted below `/etc`, and MongoDB's own data, which say nothing about passwords. */
const UNTOLD =
  /^\/(?:data\/configdb|etc\/(?:localtime|timezone|hosts|resolv\.conf|passwd|group|ssl|pki|ca-certificates))(?:\/|$)/;

/** It may say anything. */
function isConfiguration(target: string): boolean {
  return !UNTOLD.test(target) && (target.includes('conf') || target.includes('/etc/'));
}
