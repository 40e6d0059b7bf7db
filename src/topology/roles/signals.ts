/** What the parts of a service say about its role: the table of signals, each with its weight. Pure data. */
import type { ImageKind } from '../images/kinds.js';
import type { Role } from '../topology.js';
import { beginning, matcherOf, type Signal } from './signal.js';

export interface PortSignal {
  readonly ports: readonly number[];
  readonly role: Role;
  readonly weight: number;
}

/** By how the catalogue found the image. */
export const IMAGE_WEIGHTS = { exact: 12, pattern: 11, 'last-segment': 8 } as const;

/** Kinds of images that run in more than one role, so that other signals decide. */
export const KIND_WEIGHTS: Readonly<Partial<Record<ImageKind, number>>> = {
  'web-server': 4.5,
  'app-server': 3,
  app: 4,
  'app.content': 4,
  'app.data': 4,
  'app-service': 4,
  automation: 4,
  workflow: 4,
  compute: 4,
  'ai-inference': 4,
  identity: 5,
  vcs: 5,
  'ci-cd': 5,
  registry: 5,
  frontend: 6,
  'dev-tool': 7,
  mail: 6,
  secrets: 6,
};

/** What runs an image that says nothing, or none that is known, is most likely an application. */
export const DEFAULT_WEIGHT = 1;

/** An image that is known for one thing runs another. */
export const JOB_WEIGHT = 16;

/** A data directory of a store, in a service that serves pages: an application with a store inside. */
export const EMBEDDED_STORE_WEIGHT = 0.9;

export const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 3000, 4000, 5000, 8000, 8080, 8081, 8443, 8888, 9000]);

/** A plain system without a port runs a script. */
export const SCRIPT_WEIGHT = 1.2;

/** Of what the name of an image or a build says beside other things about a store. */
export const PASSING_SHARE = 0.2;

export const NAME_SOURCE_WEIGHTS = { service: 1, image: 0.9, build: 0.8, container: 0.7, host: 0.6 } as const;

/** Names of environment variables. */
export const ENVIRONMENT_SIGNALS: readonly Signal[] = [
  {
    pattern: beginning(
      'POSTGRES',
      /^(?:POSTGRES_(?:PASSWORD|USER|DB|HOST_AUTH_METHOD)|POSTGRESQL_(?:PASSWORD|DATABASE))(?:_FILE)?$/,
    ),
    role: 'database',
    weight: 3,
    client: true,
  },
  {
    pattern: beginning(
      'PGDATA|POSTGRES_INITDB|TIMESCALEDB',
      /^(?:PGDATA|POSTGRES_INITDB_ARGS|POSTGRES_INITDB_WALDIR|TIMESCALEDB_TELEMETRY)$/,
    ),
    role: 'database',
    weight: 5,
  },
  {
    pattern: beginning(
      'MYSQL|MARIADB',
      /^(?:MYSQL|MARIADB)_(?:ROOT_PASSWORD|ALLOW_EMPTY_(?:ROOT_)?PASSWORD|RANDOM_ROOT_PASSWORD)(?:_FILE)?$/,
    ),
    role: 'database',
    weight: 4,
    client: true,
  },
  {
    pattern: beginning('MONGO', /^MONGO(?:DB)?_INITDB_|^MONGODB_(?:ROOT_PASSWORD|REPLICA_SET_MODE)$/),
    role: 'database',
    weight: 5,
  },
  {
    pattern: beginning('MSSQL|SA_', /^(?:MSSQL_SA_PASSWORD|SA_PASSWORD|MSSQL_PID)$/),
    role: 'database',
    weight: 4,
    client: true,
  },
  {
    pattern: beginning(
      'discovery|cluster|bootstrap|ES_|OPENSEARCH',
      /^(?:discovery\.(?:type|seed_hosts)|cluster\.(?:name|initial_master_nodes)|bootstrap\.memory_lock|ES_JAVA_OPTS|OPENSEARCH_JAVA_OPTS)$/,
    ),
    role: 'database',
    weight: 5,
  },
  {
    pattern: beginning(
      'NEO4J|ARANGO|CASSANDRA|MAX_HEAP|DOCKER_INFLUXDB|INFLUXDB|CLICKHOUSE|TYPESENSE|ETCD|COUCHDB',
      /^(?:NEO4J_AUTH|ARANGO_ROOT_PASSWORD|CASSANDRA_(?:CLUSTER_NAME|SEEDS)|MAX_HEAP_SIZE|DOCKER_INFLUXDB_INIT_\w+|INFLUXDB_DB|CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT|TYPESENSE_DATA_DIR|ETCD_(?:NAME|DATA_DIR)|COUCHDB_PASSWORD)$/,
    ),
    role: 'database',
    weight: 4,
    client: true,
  },
  {
    pattern: beginning(
      'REDIS|ALLOW_EMPTY|VALKEY|MEMCACHED',
      /^(?:REDIS_REPLICATION_MODE|REDIS_AOF_ENABLED|ALLOW_EMPTY_PASSWORD|VALKEY_PASSWORD|MEMCACHED_MEMORY)$/,
    ),
    role: 'cache',
    weight: 3,
    client: true,
  },
  {
    pattern: beginning('RABBITMQ', /^RABBITMQ_(?:DEFAULT_(?:USER|PASS|VHOST)|ERLANG_COOKIE|NODENAME)$/),
    role: 'queue',
    weight: 4,
    client: true,
  },
  {
    pattern: beginning(
      'KAFKA',
      /^KAFKA_(?:ADVERTISED_LISTENERS|LISTENERS|BROKER_ID|NODE_ID|PROCESS_ROLES|ZOOKEEPER_CONNECT|CFG_\w+|AUTO_CREATE_TOPICS_ENABLE)$/,
    ),
    role: 'queue',
    weight: 5,
  },
  {
    pattern: beginning('ZOO', /^(?:ZOOKEEPER_(?:CLIENT_PORT|SERVER_ID|TICK_TIME)|ZOO_(?:MY_ID|SERVERS|PORT))$/),
    role: 'queue',
    weight: 5,
  },
  {
    pattern: beginning('MINIO|RUSTFS', /^(?:MINIO_ROOT_(?:USER|PASSWORD)(?:_FILE)?|RUSTFS_ACCESS_KEY)$/),
    role: 'storage',
    weight: 4,
    client: true,
  },
  {
    pattern: beginning(
      'PMA|PGADMIN|ME_CONFIG|ADMINER|KAFKA|REDISINSIGHT',
      /^(?:PMA_(?:HOSTS?|ARBITRARY)|PGADMIN_(?:DEFAULT|LISTEN|CONFIG)_\w+|ME_CONFIG_\w+|ADMINER_\w+|KAFKA_CLUSTERS_\d+_\w+|KAFKA_BROKERCONNECT|REDISINSIGHT_\w+)$/,
    ),
    role: 'admin',
    weight: 6,
  },
  {
    pattern: beginning('FLOWER|PORTAINER|WATCHTOWER', /^(?:FLOWER_\w+|PORTAINER_\w+|WATCHTOWER_\w+)$/),
    role: 'admin',
    weight: 4,
  },
  {
    pattern: beginning(
      'GF_|DATA_SOURCE|PROMETHEUS|COLLECTOR|SPAN_|DD_',
      /^(?:GF_[A-Z]\w+|DATA_SOURCE_NAME|PROMETHEUS_RETENTION\w*|COLLECTOR_(?:OTLP|ZIPKIN)_\w+|SPAN_STORAGE_TYPE|DD_API_KEY)$/,
    ),
    role: 'monitoring',
    weight: 5,
  },
  {
    pattern: beginning(
      'TUNNEL|TS_|NGROK|WG_|OPENVPN|VPN_',
      /^(?:TUNNEL_TOKEN|TS_AUTH_?KEY|NGROK_AUTHTOKEN|WG_HOST|OPENVPN_\w+|VPN_SERVICE_PROVIDER)$/,
    ),
    role: 'tunnel',
    weight: 5,
  },
  {
    pattern: beginning(
      'REACT_APP|VITE|NEXT_PUBLIC|NUXT_PUBLIC|VUE_APP|GATSBY|EXPO_PUBLIC|NG_APP',
      /^(?:REACT_APP|VITE(?!_(?:PUSHER|REVERB|APP_NAME))|NEXT_PUBLIC|NUXT_PUBLIC|VUE_APP|GATSBY|EXPO_PUBLIC|NG_APP)_\w/,
    ),
    role: 'frontend',
    weight: 3,
  },
  {
    pattern: beginning(
      'CELERY|C_FORCE|WORKER|SIDEKIQ',
      /^(?:CELERY_WORKER_\w+|CELERYBEAT_\w+|C_FORCE_ROOT|WORKER_(?:CONCURRENCY|QUEUES?|TYPE)|SIDEKIQ_\w+)$/,
    ),
    role: 'worker',
    weight: 1.5,
  },
  {
    pattern: beginning(
      'SECRET_KEY|APP_|JWT|DJANGO|RAILS|FLASK|SPRING|NODE_ENV|LARAVEL',
      /^(?:SECRET_KEY(?:_BASE)?|APP_KEY|APP_ENV|JWT_SECRET|DJANGO_\w+|RAILS_ENV|FLASK_\w+|SPRING_PROFILES_ACTIVE|NODE_ENV|LARAVEL_\w+)$/,
    ),
    role: 'app',
    weight: 1,
  },
];

export const environmentSignals = matcherOf(ENVIRONMENT_SIGNALS);

const DATABASE_WORDS =
  '_DATABASE _DB _POSTGRES _POSTGRESQL _PG _PGSQL _MYSQL _MARIADB _MONGO _MONGODB _SQL _DATASOURCE _SQLALCHEMY'.split(
    ' ',
  );
const ADDRESS_WORDS =
  'HOST HOSTNAME SERVER ADDR ADDRESS URL URI DSN CONN CONNECTION CONNECTION_STRING CONNECTION_URI'.split(' ');
const SPRING_SOURCE = /^_SPRING_DATA(?:SOURCE)?_\w*UR[LI]$/;

/** Whether a variable names a database elsewhere: whoever has one is a client. */
export function namesDatabase(variable: string): boolean {
  const name = `_${variable.toUpperCase()}`;
  if (/SQL_?ALCHEMY|^_CONNECTIONSTRINGS?__|DATABASE_URI$|^_(?:DSN|PGHOST)$/.test(name)) return true;
  if (name.startsWith('_SPRING') && SPRING_SOURCE.test(name)) return true;
  const stem = name.endsWith('_FILE') ? name.slice(0, -'_FILE'.length) : name;
  return ADDRESS_WORDS.some((word) => stem.endsWith(word) && namesStore(stem.slice(0, -word.length)));
}

/** `_APP_DB_` and `_DB`, of `APP_DB_HOST` and `DBHOST`. */
function namesStore(start: string): boolean {
  return DATABASE_WORDS.some((word) => start.endsWith(word) || start.endsWith(`${word}_`));
}

/** Ports of the container, as targets of `ports`, in `expose`, and in probes of itself. */
export const PORT_SIGNALS: readonly PortSignal[] = [
  {
    ports: [
      5432, 5433, 3306, 33060, 27017, 27018, 27019, 1433, 1521, 9042, 8529, 7687, 5984, 26257, 28015, 19530, 6334, 7700,
      8108, 9300,
    ],
    role: 'database',
    weight: 4,
  },
  { ports: [9200, 6333, 8983, 7474, 389, 636], role: 'database', weight: 3 },
  { ports: [6379, 6380, 26379, 11211], role: 'cache', weight: 4 },
  { ports: [5672, 5671, 15672, 9092, 29092, 4222, 1883, 61616, 6650, 2181, 9093], role: 'queue', weight: 3.5 },
  { ports: [2049, 445, 139], role: 'storage', weight: 3 },
  { ports: [9187, 9121, 9104, 9113, 9115, 9216, 9100, 9308, 16686, 24224, 14268], role: 'monitoring', weight: 4 },
  { ports: [4317, 4318, 9411], role: 'monitoring', weight: 2 },
  { ports: [5601], role: 'admin', weight: 3 },
  { ports: [51820, 1194], role: 'tunnel', weight: 4 },
  { ports: [53, 25, 465, 587, 143, 993], role: 'other', weight: 2.5 },
  { ports: [5173, 4200, 4173], role: 'frontend', weight: 2 },
  { ports: [443], role: 'edge', weight: 0.9 },
  { ports: [3000, 5000, 8000, 8080, 8081, 9000], role: 'app', weight: 0.5 },
];

/** Where volumes are mounted in the container. */
export const VOLUME_SIGNALS: readonly Signal[] = [
  {
    pattern: beginning(
      '/var/|/data/|/bitnami/|/opt/|/usr/share/|/qdrant|/meili|/cockroach|/etcd',
      /^\/(?:var\/lib\/(?:postgresql|pgsql|mysql|mongodb|clickhouse|influxdb2?|cassandra|neo4j|milvus|weaviate|arangodb3?|scylla|rethinkdb|ldap|meilisearch)|data\/(?:db|configdb)|bitnami\/(?:postgresql|mysql|mariadb|mongodb|elasticsearch|cassandra)|var\/opt\/mssql|opt\/oracle\/oradata|usr\/share\/(?:elasticsearch|opensearch)\/data|qdrant\/storage|meili_data|cockroach\/cockroach-data|opt\/couchdb\/data|var\/solr|etcd-data)(?:\/|$)/,
    ),
    role: 'database',
    weight: 5,
  },
  { pattern: beginning('/docker-entrypoint', /^\/docker-entrypoint-initdb\.d(?:\/|$)/), role: 'database', weight: 4 },
  {
    pattern: beginning(
      '/bitnami/|/usr/local/etc/|/etc/redis|/var/lib/redis',
      /^\/(?:bitnami\/(?:redis|valkey|memcached)|usr\/local\/etc\/redis|etc\/redis|var\/lib\/redis)(?:\/|$)/,
    ),
    role: 'cache',
    weight: 5,
  },
  {
    pattern: beginning(
      '/var/lib/|/etc/rabbitmq|/bitnami/|/mosquitto|/kafka',
      /^\/(?:var\/lib\/(?:rabbitmq|kafka|zookeeper)|etc\/rabbitmq|bitnami\/(?:kafka|rabbitmq|zookeeper)|mosquitto|kafka)(?:\/|$)/,
    ),
    role: 'queue',
    weight: 5,
  },
  { pattern: beginning('/var/lib/registry', /^\/var\/lib\/registry(?:\/|$)/), role: 'storage', weight: 5 },
  {
    pattern: beginning(
      '/var/lib/grafana|/prometheus|/etc/|/fluent|/loki',
      /^\/(?:var\/lib\/grafana|prometheus|etc\/(?:prometheus|grafana|alertmanager|promtail|loki|otel\w*|otelcol\S*|telegraf|vector|fluent(?:d|-bit)?)|fluent(?:d|-bit)\/etc|loki)(?:\/|$)/,
    ),
    role: 'monitoring',
    weight: 5,
  },
  {
    pattern: beginning('/rootfs|/host', /^\/(?:rootfs|host\/(?:proc|sys|root)|host_mnt)(?:\/|$)/),
    role: 'monitoring',
    weight: 3,
  },
  { pattern: beginning('/var/lib/pgadmin', /^\/var\/lib\/pgadmin(?:\/|$)/), role: 'admin', weight: 6 },
  {
    pattern: beginning(
      '/etc/|/usr/local/etc/haproxy|/traefik|/acme',
      /^\/(?:etc\/(?:traefik|haproxy|envoy|caddy)|usr\/local\/etc\/haproxy|traefik\.\w+|acme\.json)(?:\/|$)/,
    ),
    role: 'edge',
    weight: 6,
  },
  {
    pattern: beginning(
      '/etc/|/usr/local/',
      /^\/(?:etc\/nginx|usr\/local\/openresty|etc\/openresty|etc\/apache2|usr\/local\/apache2\/conf|etc\/httpd)(?:\/|$)/,
    ),
    role: 'edge',
    weight: 2.5,
  },
  {
    pattern: beginning('/etc/|/certs', /^\/(?:etc\/letsencrypt|etc\/ssl|certs|etc\/nginx\/(?:certs|ssl))(?:\/|$)/),
    role: 'edge',
    weight: 1,
  },
  {
    pattern: beginning('/usr/', /^\/(?:usr\/share\/nginx\/html|usr\/local\/apache2\/htdocs|usr\/share\/caddy)\/?$/),
    role: 'frontend',
    weight: 2.5,
  },
  {
    // What users have uploaded is no page.
    pattern: beginning(
      '/usr/share/nginx/html/',
      /^\/usr\/share\/nginx\/html\/(?![^/]*(?:upload|storage|image|file|media|document))./,
    ),
    role: 'frontend',
    weight: 1.2,
  },
  { pattern: beginning('/var/run/|/run/', /^\/(?:var\/)?run\/docker\.sock$/), role: 'admin', weight: 0.9 },
  { pattern: beginning('/backup', /^\/backups?(?:\/|$)/), role: 'worker', weight: 1 },
];

/** Names of labels. Whoever is published through a proxy is at least a web application. */
export const LABEL_SIGNALS: readonly Signal[] = [
  { pattern: /^traefik\.(?:http\.routers\.|frontend\.|enable$)/i, role: 'app', weight: 1 },
  { pattern: /^caddy(?:_\d+)?(?:\.|$)/i, role: 'app', weight: 1 },
];

/** One that is asked to run to its end. */
export const LIFE_WEIGHTS = { completed: 20, jobMode: 8, noRestart: 1.5, toolProfile: 1.5, hostControl: 1.5 } as const;

export const TOOL_PROFILES: ReadonlySet<string> = new Set(
  'tools tool test tests e2e cli job jobs setup init migrate migration seed debug manual once'.split(' '),
);
