/** What words in the names of services, images and folders say about a service's role. Pure data. */
import type { Role } from '../topology.js';

/**
 * `any`: a whole word anywhere. `first`, `last`: at that end, instance words (`-1`, `-master`) not counted. `tail`: the
 * end of any word (`userdb`, `taskworker`), for what people write together.
 */
export type WordPlace = 'any' | 'first' | 'last' | 'tail';

export interface WordSignal {
  /** Words in lower case; several joined by `-` must follow each other. */
  readonly words: string;
  readonly role: Role;
  readonly weight: number;
  readonly place: WordPlace;
}

/**
 * Words that, where they end a name, say what the thing is, whatever comes before: `postgres-exporter` is no database.
 * Those that follow a product (`redis-commander`) hold only there.
 */
export interface HeadSignal {
  readonly words: string;
  readonly role: Role;
  readonly weight: number;
  /** The kind of word that must precede; absent: any. `product`: the name of a store, broker or platform. */
  readonly after?: 'product' | 'generic' | 'data';
  /** What a worker works on is no head: `worker-migrations`, `consumer-metrics`. */
  readonly notAfterWorker?: true;
}

export const HEAD_SIGNALS: readonly HeadSignal[] = [
  { words: 'exporter metrics-exporter', role: 'monitoring', weight: 7 },
  { words: 'metrics monitor monitoring', role: 'monitoring', weight: 6, notAfterWorker: true },
  {
    words: 'ui gui webui web-ui admin manager console viewer browser explorer commander insight express studio',
    role: 'admin',
    weight: 6,
    after: 'product',
  },
  { words: 'dashboard web gui-client', role: 'admin', weight: 5, after: 'product' },
  { words: 'admin-ui admin-panel admin-web admin-console admin-dashboard', role: 'admin', weight: 6 },
  { words: 'ui webui web-ui fe', role: 'frontend', weight: 5 },
  { words: 'frontend front-end webapp web-app', role: 'frontend', weight: 6 },
  { words: 'docs documentation website storybook', role: 'frontend', weight: 5 },
  { words: 'client', role: 'other', weight: 5, after: 'product' },
  { words: 'cli toolbox', role: 'other', weight: 5 },
  { words: 'schema helper load loader', role: 'other', weight: 5, after: 'product' },
  { words: 'backup backups backuper', role: 'worker', weight: 6 },
  {
    words: 'init initializer initialiser initdb init-db migrate migrator migration migrations',
    role: 'other',
    weight: 7,
    notAfterWorker: true,
  },
  {
    words:
      'setup seed seeder bootstrap provision provisioner configurator installer installation runner-register runner-registration',
    role: 'other',
    weight: 6,
    notAfterWorker: true,
  },
  {
    words: 'restore dump import fixtures permissions genkeys keygen certgen cert-gen create-certs',
    role: 'other',
    weight: 6,
    notAfterWorker: true,
  },
  { words: 'wait waiter wait-for healthcheck', role: 'other', weight: 6, notAfterWorker: true },
  {
    words: 'tests e2e unit-test functional-test integration-test integration-tests load-test',
    role: 'other',
    weight: 6,
  },
  { words: 'worker workers consumer consumers scheduler processor', role: 'worker', weight: 6 },
  { words: 'cron cronjob jobs queue-worker beat', role: 'worker', weight: 5 },
  {
    words: 'socket-proxy dockersocket-proxy docker-proxy docker-socket dockerproxy dockersocket',
    role: 'admin',
    weight: 7,
  },
  {
    words:
      'ssrf-proxy forward-proxy egress-proxy outbound-proxy tor-proxy socks-proxy socks5-proxy dns-proxy gh-proxy github-proxy',
    role: 'other',
    weight: 6,
  },
  { words: 'proxy', role: 'database', weight: 5, after: 'data' },
  { words: 'proxy reverseproxy', role: 'edge', weight: 6 },
  {
    words:
      'payment-gateway pay-gateway sms-gateway mail-gateway email-gateway iot-gateway lora-gateway gateway-bridge payment-gateway-service pay-gateway-service sms-gateway-service mail-gateway-service email-gateway-service',
    role: 'app',
    weight: 6,
  },
  { words: 'gateway api-gateway apigateway gw apigw api-gw', role: 'edge', weight: 6 },
  { words: 'gateway-service proxy-service edge-service', role: 'edge', weight: 6 },
  { words: 'api rest-api http-api', role: 'app', weight: 5 },
  { words: 'be', role: 'app', weight: 4 },
  { words: 'service svc microservice', role: 'app', weight: 4, after: 'generic' },
  { words: 'adapter connector operator', role: 'app', weight: 3, after: 'product' },
  { words: 'sidecar agent', role: 'monitoring', weight: 3, after: 'product' },
];

/** Parts of names that only tell instances apart. */
export const INSTANCE_WORDS: ReadonlySet<string> = new Set(
  'master primary leader replica slave secondary standby follower node main local dev development prod production staging test a b c blue green new old v'.split(
    ' ',
  ),
);

/** Words for what may be a store, a broker or a mail server, or an own service that deals with such. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  'queue cache storage search mail email smtp log logging logs monitoring message messaging secret secrets registry admin proxy gateway dns edge job jobs task tasks file files'.split(
    ' ',
  ),
);

export const WORD_SIGNALS: readonly WordSignal[] = [
  { words: 'db', role: 'database', weight: 5, place: 'any' },
  { words: 'db', role: 'database', weight: 4, place: 'tail' },
  { words: 'database databases', role: 'database', weight: 5, place: 'any' },
  { words: 'database', role: 'database', weight: 4, place: 'tail' },
  {
    words:
      'sql pg pgsql psql postgre postgresdb mongod mssql mssqlserver sqlserver sql-server oracledb dynamodb dynamo firestore h2 hsqldb patroni timescale postgis pgvector pgbouncer pgpool',
    role: 'database',
    weight: 5,
    place: 'any',
  },
  // What else is called an oracle has more to say behind it.
  { words: 'oracle', role: 'database', weight: 5, place: 'last' },
  { words: 'postgres postgresql mysql mongo mongodb mariadb', role: 'database', weight: 4, place: 'tail' },
  {
    words: 'elastic es opensearch vectordb timeseries datastore data-store',
    role: 'database',
    weight: 4,
    place: 'any',
  },
  { words: 'influx ldap openldap', role: 'database', weight: 4, place: 'any' },
  { words: 'cache caches caching memcache session-store', role: 'cache', weight: 5, place: 'any' },
  { words: 'redis', role: 'cache', weight: 4, place: 'tail' },
  { words: 'cache', role: 'cache', weight: 4, place: 'tail' },
  {
    words:
      'broker mq rabbit rmq eventbus event-bus message-bus message-queue zk mqtt amqp sqs pubsub gearman gearmand beanstalk nsqd nsqlookupd',
    role: 'queue',
    weight: 5,
    place: 'any',
  },
  { words: 'broker', role: 'queue', weight: 4, place: 'tail' },
  { words: 'messaging', role: 'queue', weight: 2, place: 'any' },
  { words: 'queue queues', role: 'worker', weight: 2.5, place: 'any' },
  { words: 'queue', role: 'queue', weight: 2, place: 'any' },
  {
    words: 's3 bucket buckets object-storage object-store objectstorage nfs samba smb ftp sftp fileserver file-server',
    role: 'storage',
    weight: 4,
    place: 'any',
  },
  { words: 'storage', role: 'storage', weight: 3, place: 'any' },
  { words: 'namenode datanode', role: 'storage', weight: 5, place: 'any' },

  { words: 'proxy', role: 'edge', weight: 5, place: 'last' },
  { words: 'proxy', role: 'edge', weight: 4, place: 'first' },
  {
    words: 'reverse-proxy reverseproxy revproxy web-proxy http-proxy api-proxy app-proxy',
    role: 'edge',
    weight: 6,
    place: 'any',
  },
  { words: 'proxy', role: 'edge', weight: 4, place: 'tail' },
  {
    words:
      'gateway gateways ingress lb loadbalancer load-balancer balancer waf apigw edge-router edge-server edge-proxy edge-gateway',
    role: 'edge',
    weight: 5,
    place: 'any',
  },
  // What runs at the edge, functions or agents, does not stand there for the others.
  { words: 'edge', role: 'edge', weight: 5, place: 'last' },
  { words: 'gateway apigw loadbalancer', role: 'edge', weight: 5, place: 'tail' },
  { words: 'router', role: 'edge', weight: 3, place: 'last' },
  { words: 'dockerapi docker-api', role: 'admin', weight: 6, place: 'any' },
  { words: 'egress socks socks5', role: 'other', weight: 5, place: 'any' },

  {
    words: 'frontend front-end webapp web-app webui web-ui webspa webmvc webclient web-client microfrontend',
    role: 'frontend',
    weight: 6,
    place: 'any',
  },
  { words: 'frontend webapp webui webspa webmvc webclient', role: 'frontend', weight: 5, place: 'tail' },
  {
    words: 'ui spa react reactapp react-app angular vue vuejs svelte nextjs nuxt vite storybook',
    role: 'frontend',
    weight: 5,
    place: 'any',
  },
  {
    words:
      'front www website site landing static client portal docs documentation dashboard interface webmail storefront shopfront',
    role: 'frontend',
    weight: 3.5,
    place: 'any',
  },
  { words: 'web', role: 'frontend', weight: 0.9, place: 'any' },

  { words: 'api apis backend back-end', role: 'app', weight: 4, place: 'any' },
  { words: 'backend appserver apiserver', role: 'app', weight: 4, place: 'tail' },
  {
    words:
      'server app application service svc core engine php fpm php-fpm phpfpm wsgi uwsgi gunicorn django rails laravel flask express nestjs spring graphql rest grpc websocket websockets ws socket realtime auth identity imap',
    role: 'app',
    weight: 2,
    place: 'any',
  },

  {
    words:
      'worker workers consumer consumers scheduler celery celeryworker celerybeat celery-beat sidekiq resque cron crond cronjob horizon housekeeping housekeeper',
    role: 'worker',
    weight: 5,
    place: 'any',
  },
  { words: 'worker workers scheduler consumer cron', role: 'worker', weight: 5, place: 'tail' },
  {
    words:
      'background backgroundtasks background-tasks background-worker task-runner tasks jobs job schedule runner processor batch etl crawler scraper spider fetcher fetchmail poller listener subscriber forwarder cleanup cleaner indexer ingest ingestor ingester syncer daemon curator notifier mailer janitor pruner reaper archiver replicator',
    role: 'worker',
    weight: 3,
    place: 'any',
  },
  { words: 'backgroundtasks processor', role: 'worker', weight: 4, place: 'tail' },
  { words: 'backup backups', role: 'worker', weight: 5, place: 'any' },

  { words: 'admin administration adminpanel backoffice back-office', role: 'admin', weight: 5, place: 'any' },
  { words: 'console', role: 'admin', weight: 2.5, place: 'last' },
  {
    words: 'monitoring monitor telemetry otel otelcol apm tracing metrics watchdog statsd',
    role: 'monitoring',
    weight: 5,
    place: 'any',
  },
  { words: 'uptime', role: 'monitoring', weight: 3.5, place: 'any' },
  { words: 'exporter', role: 'monitoring', weight: 6, place: 'tail' },
  { words: 'status', role: 'monitoring', weight: 3, place: 'tail' },
  { words: 'logging logger logs log-collector log-router', role: 'monitoring', weight: 4, place: 'any' },
  { words: 'tunnel vpn wireguard tailscale tor', role: 'tunnel', weight: 5, place: 'any' },
  { words: 'tunnel', role: 'tunnel', weight: 4, place: 'tail' },

  {
    words: 'init initializer migrate migrator migration migrations seed seeder',
    role: 'other',
    weight: 6,
    place: 'any',
  },
  { words: 'migrate migrations migrator seeder', role: 'other', weight: 5, place: 'tail' },
  {
    words: 'setup create wait restore import download generate prepare install bootstrap provision',
    role: 'other',
    weight: 6,
    place: 'first',
  },
  { words: 'setup bootstrap provision pull load-data', role: 'other', weight: 4, place: 'any' },
  {
    words:
      'test tests testing tester e2e cypress playwright selenium loadtest load-test loadgen loadgenerator load-generator locust simulator traffic-generator',
    role: 'other',
    weight: 5,
    place: 'any',
  },
  {
    words: 'mail smtp mailserver mail-server mailcatcher resolver dns ddns bind dnsmasq unbound',
    role: 'other',
    weight: 4,
    place: 'any',
  },
  {
    words:
      'vault secrets config configs configuration config-server configserver discovery eureka service-registry certbot letsencrypt acme certs',
    role: 'other',
    weight: 4,
    place: 'any',
  },
  { words: 'chrome chromium browser browserless', role: 'other', weight: 4, place: 'any' },
  { words: 'flags flagd feature-flags', role: 'other', weight: 2, place: 'any' },
];
