/** Connections that a project intends: every place that can speak of one, and what only looks like it. */
import { loadProject } from '../../src/compose/load';
import type { Project } from '../../src/compose/project';
import { regionOf, textOf } from '../../src/source/text';
import { defaultNames, readIntentions } from '../../src/topology/flows';
import { assignRoles } from '../../src/topology/roles';
import type { Flow } from '../../src/topology/topology';
import { effortOf } from '../support/effort';
import { memoryHost } from '../support/memory-host';
import { projectOf } from '../support/project';

function flowsOf(project: Project): readonly Flow[] {
  return readIntentions(project, defaultNames(project), assignRoles(project)).flows;
}

/** `from -> to:port (kinds)` for each flow. */
function arrows(flows: readonly Flow[]): readonly string[] {
  return flows.map(({ from, to, port, evidence }) => {
    const kinds = [...new Set(evidence.map(({ kind }) => kind))].join(' ');
    return `${from} -> ${to}${port === undefined ? '' : `:${port}`} (${kinds})`;
  });
}

/** The flows of `app`, one application beside a few servers, of which only `fields` speak. */
function fromApp(fields: string): readonly string[] {
  const project = projectOf(`services:
  app:
    build: ./app
${fields.replace(/^/gm, '    ')}
  db: { image: postgres, container_name: main-database, hostname: dbhost }
  db2: { image: postgres, networks: { default: { aliases: [replica] } } }
  redis: { image: redis }
  api: { build: ./api }
  node: { build: ./node }
`);
  return arrows(flowsOf(project).filter(({ from }) => from === 'app'));
}

describe('environment', () => {
  const variable = (name: string, value: string): readonly string[] =>
    fromApp(`environment:\n  ${name}: ${JSON.stringify(value)}`);

  test.each([
    ['DATABASE_URL', 'postgres://user:secret@db:5433/app', 'db:5433'],
    ['DATABASE_URL', 'postgresql+psycopg2://user:secret@db/app', 'db:5432'],
    ['DATABASE_URL', 'postgres://user:se/cr#et@db:5432/app', 'db:5432'],
    ['DATABASE_URL', 'postgres://${U}:${P}@db:5432/${N}', 'db:5432'],
    ['SPRING_DATASOURCE_URL', 'jdbc:postgresql://db:5432/app?user=x', 'db:5432'],
    ['JDBC', 'jdbc:sqlserver://db:1433;databaseName=x', 'db:1433'],
    ['JDBC', 'jdbc:oracle:thin:@db:1521/x', 'db:1521'],
    ['ConnectionStrings__Main', 'Server=db,1433;Database=x;User Id=sa;Password=y', 'db:1433'],
    ['ConnectionString', 'Host=db;Port=5432;Password=y', 'db'],
    ['DSN', 'user:secret@tcp(db:3306)/app', 'db:3306'],
    ['DSN', 'user:secret@tcp(db)/app', 'db'],
    ['DSN', 'host=db port=5432 password=x', 'db'],
    ['API_BASE_URL', 'http://api:8080/v1', 'api:8080'],
    ['API', 'http://api', 'api:80'],
    ['SETTINGS', '{"cache":{"host":"redis","port":6379}}', 'redis'],
    ['ES_HOSTS', '["http://api:9200"]', 'api:9200'],
    ['DB_HOST', 'db', 'db'],
    ['DB_HOST', 'DB', 'db'],
    ['PGHOST', 'main-database', 'db'],
    ['PGHOST', 'dbhost', 'db'],
    ['DB_REPLICA_HOST', 'replica', 'db2'],
    ['MYSQL_SERVER', 'db', 'db'],
    ['REDIS_HOST_1', 'redis', 'redis'],
    ['spring.redis.host', 'redis', 'redis'],
    ['database__connection__host', 'db', 'db'],
    ['EventBusConnection', 'redis', 'redis'],
    ['WAIT_FOR', 'db:5432', 'db:5432'],
    ['VOTERS', '1@db:9093', 'db:9093'],
    ['ZOO_SERVERS', 'server.1=db:2888:3888;2181', 'db:2888'],
    ['HTTP_PROXY', 'http://api:3128', 'api:3128'],
  ])('%s=%s', (name, value, target) => {
    expect(variable(name, value)).toEqual([`app -> ${target} (environment)`]);
  });

  test.each([
    ['MONGO_URL', 'mongodb://db:27017,db2:27018/x?replicaSet=rs', ['db:27017', 'db2:27018']],
    ['BROKERS', 'db:9092, db2:9092', ['db2:9092', 'db:9092']],
    ['SEED_HOSTS', 'db,db2', ['db', 'db2']],
    ['URLS', 'http://api:1080,http://node:1081', ['api:1080', 'node:1081']],
  ])('%s=%s names several', (name, value, targets) => {
    expect([...variable(name, value)].sort()).toEqual(targets.map((target) => `app -> ${target} (environment)`).sort());
  });

  test.each([
    ['DB_TYPE', 'redis'],
    ['DB_CONNECTION', 'redis'],
    ['CACHE_DRIVER', 'redis'],
    ['POSTGRES_DB', 'db'],
    ['POSTGRES_USER', 'node'],
    ['APP_NAME', 'api'],
    ['NODE_ENV', 'node'],
    ['GREETING', 'api'],
    ['IMAGE', 'redis:7000'],
    ['BASE_IMAGE', 'node:1800'],
    ['RUNTIME', 'node:18'],
    ['OWNER', 'node:node'],
    ['HOST', '0.0.0.0'],
    ['HOSTNAME', 'app'],
    ['SELF_URL', 'http://app:80'],
    ['BIND_HOST', 'api'],
    ['LISTEN_ADDR', 'api:80'],
    ['SERVER_NAME', 'api'],
    ['VIRTUAL_HOST', 'api'],
    ['KAFKA_ADVERTISED_LISTENERS', 'PLAINTEXT://api:9092'],
    ['ALLOWED_HOSTS', 'api,db'],
    ['TRUSTED_PROXIES', 'api'],
    ['CORS_ORIGIN', 'http://api:3000'],
    ['OAUTH_CALLBACK_URL', 'http://api/cb'],
    ['NO_PROXY', 'db,redis'],
    ['PUBLIC_URL', 'http://api'],
    ['APP_URL', 'http://api'],
    ['NEXTAUTH_URL', 'http://api'],
    ['REACT_APP_API', 'http://api:80'],
    ['VITE_API', 'http://api:80'],
    ['NEXT_PUBLIC_API', 'http://api:80'],
    ['DB_HOST', '${DB}'],
    ['DB_HOST', '$${DB}db'],
    ['DATABASE_URL', 'postgres://db:secret@elsewhere/x'],
    ['DATABASE_URL', 'postgres://elsewhere/db'],
    ['FILE', 'file:///db'],
    ['MOTTO', 'we love redis and db'],
    ['DB_HOST', 'db or redis!'],
  ])('%s=%s names nobody', (name, value) => {
    expect(variable(name, value)).toEqual([]);
  });

  test('the port may stand in a variable beside it', () => {
    expect(fromApp('environment: { DB_HOST: db, DB_PORT: 6000 }')).toEqual(['app -> db:6000 (environment)']);
    expect(fromApp('environment: { DB_HOST: db, DB_PORT: 65535 }')).toEqual(['app -> db:65535 (environment)']);
    expect(fromApp('environment: { DB_HOST: db, DB_PORT: 65536 }')).toEqual(['app -> db (environment)']);
    expect(fromApp('environment: { DB_HOST: db, DB_PORT: 0 }')).toEqual(['app -> db (environment)']);
    expect(fromApp('environment: { CH_HOST: "http://api", CH_PORT: "8123" }')).toEqual([
      'app -> api:8123 (environment)',
    ]);
  });

  test('a proxy has its targets where others have their own address', () => {
    const project = projectOf(
      'services: { proxy: { image: nginx, environment: { FRONTEND_URL: "http://ui:3000" } }, ui: { build: . } }',
    );
    expect(arrows(flowsOf(project))).toEqual(['proxy -> ui:3000 (environment)']);
  });

  test('env files speak, too, but not for proxies and stores that are handed them', () => {
    const files = {
      '/p/compose.yml': `services:
  api: { build: ./api, env_file: shared.env }
  proxy: { image: nginx, env_file: shared.env }
  redis: { image: redis, env_file: shared.env }
  db: { image: postgres }`,
      '/p/shared.env': 'DATABASE_URL=postgres://u:secret@db/x\n',
    };
    const options = { mode: 'analysis' as const, workingDirectory: '/p' };
    const { project } = loadProject(memoryHost(files, {}, '/p'), options);
    if (!project) throw new Error('no project');
    const flows = flowsOf(project);
    expect(arrows(flows)).toEqual(['api -> db:5432 (environment)']);
    expect(flows[0]?.evidence[0]?.at.source.path).toContain('shared.env');
  });
});

describe('commands and health checks', () => {
  test.each([
    ['command: wait-for-it.sh db:5432 -- run', 'db:5432', 'command'],
    ['command: dockerize -wait tcp://db:5432', 'db:5432', 'command'],
    ['command: ["run", "--redis-host", "redis"]', 'redis', 'command'],
    ['command: run --broker=redis:6379', 'redis:6379', 'command'],
    ['command: run --redis-host=redis', 'redis', 'command'],
    ['command: sh -c "until nc -z db 5432; do sleep 1; done; run"', 'db:5432', 'command'],
    ['command: sh -c "ping -c 1 db && run"', 'db', 'command'],
    ['command: psql -h db -U postgres', 'db', 'command'],
    ['command: run --db-host db:65535', 'db:65535', 'command'],
    ['command: sh -c "nc -z db 65535"', 'db:65535', 'command'],
    ['command: sh -c "nc -z db 65536"', 'db', 'command'],
    ['command: sh -c "nc -z db 0"', 'db', 'command'],
    ['command: ["run", "-H", "db"]', 'db', 'command'],
    ['command: run --wait-for --kafka-brokers=redis', 'redis', 'command'],
    ['entrypoint: sh -c "mc alias set s3 http://api:9000 $$USER $$PASSWORD"', 'api:9000', 'command'],
    ['healthcheck: { test: ["CMD", "curl", "-f", "http://api:8080/health"] }', 'api:8080', 'healthcheck'],
  ])('%s', (fields, target, kind) => {
    expect(fromApp(fields)).toEqual([`app -> ${target} (${kind})`]);
  });

  test.each([
    'command: run --host 0.0.0.0 --port 80',
    'command: ["run", "--listen-host", "api"]',
    'command: run --listen-address=api:80',
    'command: ["run", "--bind", "api:80"]',
    'command: node server.js',
    'command: redis-benchmark node',
    'healthcheck: { test: curl http://localhost:8080 }',
    'healthcheck: { test: pg_isready -U api -d db }',
    'command: sh -c "nc -z $$DB_HOST 5432"',
  ])('%s names nobody', (fields) => {
    expect(fromApp(fields)).toEqual([]);
  });
});

describe('wiring', () => {
  test('links and dependencies join what names a port', () => {
    expect(fromApp('links: [db]\ndepends_on: [db]\nenvironment: { DB: "http://db:5432" }')).toEqual([
      'app -> db:5432 (depends_on link environment)',
    ]);
  });

  test('a link gives a name', () => {
    expect(fromApp('links: ["db:database"]\nenvironment: { DB_HOST: database }')).toEqual([
      'app -> db (link environment)',
    ]);
  });

  test('a dependency that Compose implies is none of its own', () => {
    const project = projectOf('services: { a: { build: ., links: [b] }, b: { build: . } }');
    expect(arrows(flowsOf(project))).toEqual(['a -> b (link)']);
  });

  test('names that Compose 1 gave to containers are those of their services', () => {
    const project = projectOf(
      `services:
  web: { build: ., environment: { A: "http://shop_api_1:80", B: "http://shop_none_1:81", C: "http://shop_db:82", D: "http://other_api_1:83" } }
  api: { build: ., environment: { DB_HOST: shop_db_2, E: "http://shop_apart_1:84" } }
  db: { image: postgres }
  apart: { build: ., networks: [far] }
networks: { far: {} }
`,
      'shop',
    );
    expect(arrows(flowsOf(project))).toEqual(['api -> db (environment)', 'web -> api:80 (environment)']);
  });

  test('names that hang on the same variable are the same', () => {
    const project = projectOf(`services:
  a: { build: ., environment: { DB_HOSTNAME: "\${P}-db", DB_PORT: "5433", API_URL: "http://$IP:8080/x", MORE: "x\${P}-db", OTHER: "\${Q}-db", LIST: "\${P}-dbs:1" } }
  db: { image: postgres, container_name: "\${P}-db" }
  web: { build: ., networks: { default: { ipv4_address: "\${IP}" } } }
`);
    expect(arrows(flowsOf(project))).toEqual(['a -> db:5433 (environment)', 'a -> web:8080 (environment)']);
  });

  test.each<[string, readonly string[]]>([
    ['redis://user:x@${P}-db:6379/0', ['a -> db:6379 (environment)']],
    ['one:1,${P}-db:2', ['a -> db:2 (environment)']],
    ['${P}-db', ['a -> db (environment)']],
    ['${P}::5', ['a -> six (environment)']],
    ['redis://${P}-db:x@elsewhere', []],
    ['redis://user:${P}-db@elsewhere', []],
    ['${P}-db=x', []],
    ['x-${P}-db', []],
    ['${P}-dbs', []],
    ['${P}-db:65536', ['a -> db (environment)']],
  ])('in %s', (text, expected) => {
    const project = projectOf(`services:
  a: { build: ., environment: { TARGET: "${text}" } }
  db: { image: postgres, container_name: "\${P}-db" }
  six: { build: ., networks: { default: { ipv6_address: "\${P}::5" } } }
`);
    expect(arrows(flowsOf(project))).toEqual(expected);
  });

  test('however many there are, each value is read once', () => {
    const services = Array.from({ length: 4_000 }, (_, index) => {
      return `  s${index}: { image: x, container_name: "\${P}-c${index}", environment: { A_HOST: "\${Q}-c${index}" } }`;
    });
    const project = projectOf(`services:\n${services.join('\n')}\n`);
    const roles = assignRoles(project);
    expect(effortOf(() => readIntentions(project, defaultNames(project), roles))).toBeLessThan(1500);
  });

  test.each([
    [
      'a platform that rules containers, and keeps what it knows',
      'coolify: { image: coollabsio/coolify, depends_on: [db] }\ndb: { image: postgres }',
      ['coolify -> db'],
    ],
    [
      'a job that must end first',
      'api: { build: ., depends_on: { x: { condition: service_completed_successfully } } }\nx: { build: . }',
      [],
    ],
    ['a job without saying so', 'api: { build: ., depends_on: [db-migrate] }\ndb-migrate: { build: . }', []],
    [
      'what the job itself needs',
      'db-migrate: { build: ., depends_on: [db] }\ndb: { image: postgres }',
      ['db-migrate -> db'],
    ],
    ['a store that waits for an application', 'db: { image: postgres, depends_on: [api] }\napi: { build: . }', []],
    [
      'a broker that waits for its coordinator',
      'kafka: { image: apache/kafka, depends_on: [zk] }\nzk: { image: zookeeper }',
      ['kafka -> zk'],
    ],
    [
      'a collector that waits for what it watches',
      'cadvisor: { image: gcr.io/cadvisor/cadvisor, depends_on: [redis] }\nredis: { image: redis }',
      [],
    ],
    [
      'a dashboard that waits for its source',
      'grafana: { image: grafana/grafana, depends_on: [prometheus] }\nprometheus: { image: prom/prometheus }',
      ['grafana -> prometheus'],
    ],
    [
      'a proxy that waits for everybody',
      'nginx: { image: nginx, depends_on: [api, db] }\napi: { build: . }\ndb: { image: postgres }',
      ['nginx -> api'],
    ],
    [
      'a proxy before stores only',
      'haproxy: { image: haproxy, depends_on: [db] }\ndb: { image: postgres }',
      ['haproxy -> db'],
    ],
    [
      'a gateway with a store of its own',
      'kong: { image: kong, depends_on: [api, db] }\napi: { build: . }\ndb: { image: postgres }',
      ['kong -> api', 'kong -> db'],
    ],
  ])('%s', (_, services, expected) => {
    const project = projectOf(`services:\n${services.replace(/^/gm, '  ')}`);
    expect(arrows(flowsOf(project)).map((arrow) => arrow.replace(/ \(.*/, ''))).toEqual(expected);
  });

  test('a shared namespace is meant to be used', () => {
    const project = projectOf(`services:
  vpn: { image: qmcgaw/gluetun }
  client: { build: ., network_mode: "service:vpn", environment: { REDIS_URL: "redis://localhost" , API_URL: "http://api:80" } }
  redis: { image: redis, network_mode: "service:vpn" }
  api: { build: ./api }`);
    expect(arrows(flowsOf(project))).toEqual([
      'client -> api:80 (environment)',
      'client -> redis:6379 (environment)',
      'client -> vpn (namespace)',
      'redis -> vpn (namespace)',
    ]);
  });

  test('published ports are reached through the host', () => {
    const project = projectOf(`services:
  db: { image: postgres, ports: ["15432:5432"] }
  a: { build: ., environment: { DATABASE_URL: "postgres://host.docker.internal:15432/x" } }
  b: { build: ., extra_hosts: ["machine:host-gateway"], environment: { DATABASE_URL: "postgres://machine:15432/x" } }
  c: { build: ., network_mode: host, environment: { DATABASE_URL: "postgres://localhost:15432/x" } }
  d: { build: ., environment: { DATABASE_URL: "postgres://localhost:15432/x" } }`);
    expect(arrows(flowsOf(project))).toEqual(['a', 'b', 'c'].map((from) => `${from} -> db:5432 (environment)`));
  });

  test('fixed addresses are names', () => {
    const project = projectOf(`services:
  a: { build: ., networks: [n], environment: { DB_HOST: 10.9.0.5 } }
  db: { image: postgres, networks: { n: { ipv4_address: 10.9.0.5 } } }
networks: { n: { ipam: { config: [{ subnet: 10.9.0.0/24 }] } } }`);
    expect(arrows(flowsOf(project))).toEqual(['a -> db (environment)']);
  });
});

describe('labels', () => {
  const behind = (services: string): readonly string[] =>
    arrows(flowsOf(projectOf(`services:\n${services.replace(/^/gm, '  ')}`)));

  test.each([
    [
      'Traefik',
      'p: { image: traefik }\na: { build: ., labels: ["traefik.http.routers.a.rule=Host(`a`)", traefik.http.services.a.loadbalancer.server.port=8080] }',
      'p -> a:8080 (label)',
    ],
    [
      'Traefik 1',
      'p: { image: "traefik:1.7" }\na: { build: ., labels: { traefik.frontend.rule: x, traefik.port: 81 } }',
      'p -> a:81 (label)',
    ],
    [
      'the only port',
      'p: { image: traefik }\na: { build: ., expose: [7000], labels: [traefik.enable=true] }',
      'p -> a:7000 (label)',
    ],
    [
      'a Traefik of another image',
      'p: { build: ., command: --providers.docker }\na: { build: ., labels: [traefik.enable=true] }',
      'p -> a (label)',
    ],
    [
      'Caddy',
      'p: { image: lucaslorentz/caddy-docker-proxy }\na: { build: ., labels: { caddy: a.example, caddy.reverse_proxy: "{{upstreams 8080}}" } }',
      'p -> a:8080 (label)',
    ],
    [
      'nginx-proxy',
      'p: { image: nginxproxy/nginx-proxy }\na: { build: ., environment: { VIRTUAL_HOST: a.example, VIRTUAL_PORT: 90 } }',
      'p -> a:90 (environment)',
    ],
    [
      'a middleware',
      'p: { image: traefik, labels: ["traefik.http.middlewares.m.forwardauth.address=http://auth:9091/verify"] }\nauth: { image: authelia/authelia }',
      'p -> auth:9091 (label)',
    ],
  ])('%s', (_, services, expected) => {
    expect(behind(services)).toEqual([expected]);
  });

  test.each([
    [
      'switched off',
      'p: { image: traefik }\na: { build: ., labels: ["traefik.enable=false", "traefik.http.routers.a.rule=x"] }',
    ],
    ['for a proxy elsewhere', 'a: { build: ., labels: [traefik.enable=true] }'],
    [
      'for one of two proxies',
      'p: { image: traefik }\nq: { image: traefik }\na: { build: ., labels: [traefik.enable=true] }',
    ],
    ['of something else', 'p: { image: traefik }\na: { build: ., labels: [com.example.traefik=1] }'],
  ])('%s: nothing', (_, services) => {
    expect(behind(services)).toEqual([]);
  });
});

describe('configs', () => {
  test('written into the file', () => {
    const project = projectOf(`services:
  proxy: { image: nginx, configs: [site] }
  api: { build: ./api }
  php: { build: ./php }
  old: { build: ./old }
configs:
  site:
    content: |
      upstream backend { server api:8000; server old; }
      location / { proxy_pass http://backend; }
      location ~ php { fastcgi_pass php:9000; }
`);
    expect(arrows(flowsOf(project))).toEqual([
      'proxy -> api:8000 (config)',
      'proxy -> old (config)',
      'proxy -> php:9000 (config)',
    ]);
  });

  test.each([
    ['mongo-express', '', 'mongo', ['x -> mongo:27017']],
    ['mongo-express', '{ ME_CONFIG_MONGODB_SERVER: elsewhere }', 'mongo', []],
    ['adminer', '', 'db', ['x -> db:3306']],
    ['wordpress', '', 'mysql', ['x -> mysql:3306']],
    ['wordpress', '', 'db', []],
  ])('%s %s looks for its host of itself', (image, environment, other, expected) => {
    const project = projectOf(`services:
  x: { image: ${image}${environment === '' ? '' : `, environment: ${environment}`} }
  ${other}: { build: . }`);
    expect(arrows(flowsOf(project)).map((arrow) => arrow.replace(/ \(.*/, ''))).toEqual(expected);
  });
});

describe('places', () => {
  test('are the parts that name the host', () => {
    const project = projectOf(`services:
  app:
    build: .
    environment:
      DATABASE_URL: postgres://user:secret@db:5432/app
    command: ["wait", "db:5432"]
  db:
    image: postgres
`);
    const [flow] = flowsOf(project);
    expect(flow?.evidence.map(({ kind, text, at }) => [kind, text, textOf(at), regionOf(at).startLine])).toEqual([
      ['environment', '`DATABASE_URL` names `db`', 'db', 5],
      ['command', 'command names `db`', 'db', 6],
    ]);
  });

  test('show no values', () => {
    const project = projectOf(`services:
  app:
    build: .
    environment: { A_URL: "postgres://canary:canary@db/x", B_HOST: "db,canary", DB_DSN: "Server=db;Password=canary" }
    command: run --db=postgres://canary:canary@db
  db: { image: postgres }
`);
    const texts = flowsOf(project).flatMap(({ evidence }) => evidence.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.join()).not.toContain('canary');
  });
});

describe('names that do not resolve', () => {
  test('are told apart from flows', () => {
    const project = projectOf(`services:
  app: { build: ., networks: [front], environment: { DB_HOST: db } }
  db: { image: postgres, networks: [back] }
networks: { front: {}, back: {} }`);
    const { flows, unresolved } = readIntentions(project, defaultNames(project), assignRoles(project));
    expect(flows).toEqual([]);
    expect(unresolved.map(({ from, name, to, evidence }) => [from, name, to, evidence.text])).toEqual([
      ['app', 'db', 'db', '`DB_HOST` names `db`'],
    ]);
  });

  test('do not keep a dependency from being intended', () => {
    const project = projectOf(`services:
  app: { build: ., networks: [front], depends_on: [db] }
  db: { image: postgres, networks: [back] }
networks: { front: {}, back: {} }`);
    expect(arrows(flowsOf(project))).toEqual(['app -> db (depends_on)']);
  });
});

test.each([
  'a://'.repeat(25_000),
  'a://b:c'.repeat(15_000),
  `a://${'b:'.repeat(50_000)}`,
  '${'.repeat(50_000),
  'server='.repeat(15_000),
  `nc ${'-a '.repeat(30_000)}`,
  '--host'.repeat(15_000),
  `-h ${' '.repeat(90_000)}db`,
  'proxy_pass '.repeat(9_000),
  '-listen'.repeat(13_000),
  'db:5432 '.repeat(12_000),
  Array.from({ length: 9_000 }, (_, port) => `db:${port + 1000}`).join(' '),
])('hostile text %# is read at once', (text) => {
  const quoted = JSON.stringify(text.replaceAll('$', '$$'));
  const project = projectOf(`services:
  app: { build: ., environment: { DB_HOST: ${quoted} }, command: [${quoted}], configs: [c] }
  db: { image: postgres }
configs: { c: { content: ${quoted} } }`);
  expect(effortOf(() => flowsOf(project))).toBeLessThan(1500);
});
