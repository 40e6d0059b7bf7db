/** What programs in commands and health checks say about a role. Pure data. */
import type { Role } from '../topology.js';
import { mentioning, type Pattern, type Signal } from './signal.js';

/** Where a shell, or the container, starts a program: not where an option or a message only mentions it. Repeats are bounded, so that no text takes long. */
const START = String.raw`(?:^|[;&|(\n\`]|--? |\s-[elux]{0,4}c\b|\b(?:exec|do|then|else|until|while|if|time|sudo|nohup|(?:su-exec|gosu) \S{1,60}|[\w.-]{0,60}entrypoint[\w.-]{0,20}\.sh|tini|dumb-init)\b)\s{0,8}["']?!?\s{0,2}(?:[\w./-]{0,100}\/)?`;

/**
 * A pattern for programs that are started; the argument is a part of a regular expression. Most texts mention none of
 * them, and most that do begin with one: what may stand before a program takes V8 a millisecond to compile.
 */
function started(programs: string): Pattern & { readonly pattern: RegExp } {
  const words = programs.match(/[A-Za-z][\w-]+/g) ?? [];
  const named = String.raw`(?:${programs})(?=$|[\s"'\`;&|)])`;
  const program = new RegExp(named);
  const pattern = new RegExp(START + named);
  return {
    pattern,
    test: (text) => {
      if (!words.some((word) => text.includes(word))) return false;
      const place = text.search(program);
      return place === 0 || (place > 0 && pattern.test(text));
    },
  };
}

/** The words of entrypoint and command, joined by spaces. */
export const COMMAND_SIGNALS: readonly Signal[] = [
  {
    pattern: started(
      String.raw`postgres|mysqld|mariadbd|mongod|mongos|cockroach start\S*|influxd|clickhouse-server|etcd|slapd|rqlited`,
    ),
    role: 'database',
    weight: 6,
  },
  { pattern: started('redis-server|valkey-server|keydb-server|memcached|redis-sentinel'), role: 'cache', weight: 6 },
  {
    pattern: started(String.raw`rabbitmq-server|kafka-server-start\S*|nats-server|mosquitto|zkServer\S*`),
    role: 'queue',
    weight: 6,
  },
  { pattern: started('(?:minio|weed|rustfs) server'), role: 'storage', weight: 6 },
  { pattern: started('traefik|haproxy|envoy'), role: 'edge', weight: 6 },
  { pattern: /--(?:providers|entry[pP]oints)\./, role: 'edge', weight: 6 },
  { pattern: started(String.raw`nginx|nginx-entrypoint\S*|caddy (?:run|reverse-proxy)`), role: 'edge', weight: 2.5 },
  { pattern: started(String.raw`prometheus|grafana-server|loki|otelcol\S*|promtail`), role: 'monitoring', weight: 6 },
  { pattern: /--storage\.tsdb\.|--web\.enable-lifecycle/, role: 'monitoring', weight: 6 },
  { pattern: started('cloudflared|tunnel (?:--no-autoupdate )?run|frpc|ngrok'), role: 'tunnel', weight: 6 },
  { pattern: /\bcelery\b[^;&|]{0,200}\bflower\b/, role: 'admin', weight: 9 },

  {
    pattern: mentioning(
      'celery|dramatiq|huey_consumer|taskiq|resque|sidekiq|good_job|sneakers|shoryuken|rq|qcluster|queue:|schedule:|horizon|jobs:work|solid_queue:|messenger:',
      /(?:^|[\s/.])(?:celery|dramatiq|huey_consumer(?:\.py)?|arq|taskiq|resque|sidekiq|good_job|sneakers|shoryuken|rqworker|rqscheduler|qcluster)(?=$|[\s"';])|\brq worker\b|(?:queue:(?:work|listen)|schedule:(?:work|run)|\bhorizon\b|jobs:work|solid_queue:start|messenger:consume)/,
    ),
    role: 'worker',
    weight: 6,
  },
  { pattern: started(String.raw`crond|cron|supercronic|(?:cron|housekeeping)\.sh|anacron`), role: 'worker', weight: 6 },
  {
    pattern: mentioning(
      'corn|daphne|uwsgi|waitress-serve|puma|php-fpm|apache2-|catalina.|standalone.|passenger|rails|runserver|flask|fastapi|artisan|octane:',
      /\b(?:gunicorn|uvicorn|hypercorn|daphne|uwsgi|waitress-serve|puma|unicorn|php-fpm|apache2-foreground|catalina\.sh|standalone\.sh|passenger)\b|\brails s(?:erver)?\b|\brunserver\b|\bflask run\b|\bfastapi (?:run|dev)\b|\bartisan serve\b|\boctane:/,
    ),
    role: 'app',
    weight: 4.5,
  },
  {
    pattern: mentioning('web|api|serve', /(?:^|[\s"'])(?:webserver|api|api-server|server|serve|web)(?=$|[\s"';])/),
    role: 'app',
    weight: 2,
  },
  {
    pattern: mentioning(
      'npm|yarn|bun|node|java|dotnet|go|python',
      /\b(?:npm|yarn|pnpm|bun) (?:run )?(?:start|serve|dev)\b|\bnode \S|\bjava \S|\bdotnet \S|\bgo run\b|\bpython3? \S/,
    ),
    role: 'app',
    weight: 1,
  },
  {
    pattern: mentioning(
      'vite|ng serve|next |nuxt|react-scripts|webpack-dev-|vue-cli-|http-server|gatsby|astro|storybook|mkdocs|hugo|serve -s',
      /\b(?:vite|ng serve|next (?:dev|start)|nuxt|react-scripts|webpack-dev-server|vue-cli-service|http-server|gatsby|astro|storybook|mkdocs|hugo)\b|\bserve -s\b/,
    ),
    role: 'frontend',
    weight: 3,
  },
];

/** The same without options, in which such words only tune a server (`--workers 4`). */
export const COMMAND_WORD_SIGNALS: readonly Signal[] = [
  {
    pattern: mentioning(
      'worker|consumer|scheduler|beat|cronjob|subscriber|daemon:run',
      /(?:^|[\s/:_."'-])(?:workers?|consumers?|scheduler|beat|cronjob|subscriber|taskworker|daemon:run)(?:\.(?:js|ts|mjs|py|rb|php|sh|jar|dll))?(?=$|[\s:;"'_-])/,
    ),
    role: 'worker',
    weight: 4.5,
  },
  {
    pattern: mentioning(
      'migrat|db|alembic|flyway|createsuperuser|loaddata|seed|bootstrap|import:',
      /\b(?:migrate|migrations?|db:(?:migrate|seed|setup|create|prepare)|alembic|flyway|createsuperuser|initdb|db (?:init|upgrade|push|migrate)|loaddata|seed|bootstrap)\b|\bimport:\w/,
    ),
    role: 'other',
    weight: 4,
  },
];

/** Where a command starts a server as well, what prepares it (`migrate && runserver`) does not make it a one-shot. */
export const SERVER_ROLES: ReadonlySet<Role> = new Set<Role>(['app', 'worker', 'frontend', 'edge']);

/** Clients of stores. A store's own image that runs one in place of the server is a job, or a worker where it loops. */
export const CLIENT_PROGRAM = started(
  String.raw`psql|pg_dump(?:all)?|pg_restore|pg_basebackup|pg_isready|createdb|mysql|mariadb|mysqldump|mariadb-dump|mysqladmin|mysqlimport|mongosh|mongo|mongodump|mongorestore|mongoimport|redis-cli|valkey-cli|rabbitmqadmin|kafka-topics(?:\.sh)?|kafka-console-\w+|cub|mc|cqlsh|clickhouse-client|influx|curl|wget`,
);

export const SERVER_PROGRAM = started(
  String.raw`\S{0,100}docker-entrypoint\.sh|postgres|mysqld\S*|mariadbd\S*|mongod|mongos|redis-server|valkey-server|redis-sentinel|rabbitmq-server|kafka-server-start\S*|start\S*|run\S*|(?:minio|weed) server|entrypoint\S*`,
);

export const LOOP = /\bwhile (?:true|:|\[)|\bcrond?\b|\bgo-cron\b|\bsupercronic\b/;

export const HEALTHCHECK_SIGNALS: readonly Signal[] = [
  {
    pattern: mentioning(
      'pg_isready|mysqladmin|mariadb-admin|innodb_initialized|mongo|cqlsh|clickhouse-|_cluster|cypher-shell|influx|etcdctl',
      /\bpg_isready\b|\bmysqladmin\b|\bmariadb-admin\b|--connect --innodb_initialized|\bmongosh?\b|\bcqlsh\b|\bclickhouse-client\b|_cluster\/health|\bcypher-shell\b|\binflux ping\b|\betcdctl\b/,
    ),
    role: 'database',
    weight: 5,
    client: true,
  },
  { pattern: /\b(?:redis|valkey|keydb)-cli\b/, role: 'cache', weight: 5, client: true },
  {
    pattern: mentioning(
      'rabbitmq|kafka-|ruok',
      /\brabbitmq-diagnostics\b|\brabbitmqctl\b|\bkafka-(?:topics|broker-api-versions|cluster)\b|\bruok\b/,
    ),
    role: 'queue',
    weight: 6,
  },
  { pattern: /\/minio\/health|\bmc ready\b/, role: 'storage', weight: 5 },
  { pattern: /\bcelery\b[^;&|]{0,200}\b(?:inspect|ping)\b/, role: 'worker', weight: 5 },
];

/** Of a probe: it asks another host. */
export const REMOTE_PROBE = /(?:^|\s)(?:-h|--host)[\s=]?(?!localhost|127\.|::1|\$)\S/;
