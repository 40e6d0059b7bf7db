/** What services are, by each signal alone, by several together, and where names look alike. */
import { textOf } from '../../src/source/text';
import { assignRoles } from '../../src/topology/roles';
import type { RoleAssignment } from '../../src/topology/topology';
import { effortOf } from '../support/effort';
import { projectOf } from '../support/project';

function roleOf(services: string, name: string): RoleAssignment {
  const assigned = assignRoles(projectOf(`services:\n${services.replace(/^/gm, '  ')}`)).get(name);
  if (!assigned) throw new Error(`no role for ${name}`);
  return assigned;
}

/** A service named `x`, of which only `fields` speak. */
function roleOfFields(fields: string): RoleAssignment {
  return roleOf(`x:\n${fields.replace(/^/gm, '  ')}`, 'x');
}

describe('by image', () => {
  test.each([
    ['postgres:16', 'database'],
    ['bitnami/redis', 'cache'],
    ['rabbitmq:3-management', 'queue'],
    ['confluentinc/cp-zookeeper', 'queue'],
    ['opensearchproject/opensearch', 'database'],
    ['influxdb', 'database'],
    ['qdrant/qdrant', 'database'],
    ['minio/minio', 'storage'],
    ['traefik:v3', 'edge'],
    ['nginx', 'edge'],
    ['kong', 'edge'],
    ['dpage/pgadmin4', 'admin'],
    ['portainer/portainer-ce', 'admin'],
    ['tecnativa/docker-socket-proxy', 'admin'],
    ['prom/prometheus', 'monitoring'],
    ['quay.io/prometheuscommunity/postgres-exporter', 'monitoring'],
    ['jaegertracing/all-in-one', 'monitoring'],
    ['cloudflare/cloudflared', 'tunnel'],
    ['swaggerapi/swagger-ui', 'frontend'],
    ['wordpress', 'app'],
    ['tomsquest/docker-radicale', 'app'],
    ['raymondmm/miflora-mqtt', 'app'],
    ['mbentley/timemachine:smb', 'storage'],
    ['privatebin/nginx-fpm-alpine', 'app'],
    ['mailhog/mailhog', 'other'],
    ['pihole/pihole', 'other'],
    ['hashicorp/vault', 'other'],
    ['hashicorp/consul', 'other'],
    ['migrate/migrate', 'other'],
    ['offen/docker-volume-backup', 'worker'],
    ['gitlab/gitlab-runner', 'worker'],
    ['acme/thing', 'app'],
    ['python:3', 'app'],
    ['alpine', 'other'],
    ['${POSTGRES_IMAGE}', 'database'],
    ['acme/orders-db', 'database'],
    ['acme/my-redis', 'cache'],
    ['acme/redis-replica', 'cache'],
    ['acme/apache-druid', 'database'],
    ['acme/go_webdav', 'storage'],
    // What is made for a store, or with one, is none.
    ['acme/hello-app-redis', 'app'],
    ['acme/etl-kafka', 'worker'],
    ['acme/django-mysql', 'app'],
    ['acme/spring-with-h2database', 'app'],
    ['acme/toshi-moto', 'app'],
    ['quay.io/ansible/awx', 'app'],
  ])('%s: %s', (image, role) => {
    expect(roleOfFields(`image: ${image}`).role).toBe(role);
  });
});

describe('by name', () => {
  const named = (name: string): string => roleOf(`${name}: { image: acme/thing }`, name).role;

  test.each([
    ['db', 'database'],
    ['user-db', 'database'],
    ['userdb', 'database'],
    ['postgres14', 'database'],
    ['mongo-primary', 'database'],
    ['session-cache', 'cache'],
    ['redis_1', 'cache'],
    ['message-broker', 'queue'],
    ['kafka', 'queue'],
    ['reverse_proxy', 'edge'],
    ['api-gateway', 'edge'],
    ['webapigw', 'edge'],
    ['loadbalancer', 'edge'],
    ['front-end', 'frontend'],
    ['shop-ui', 'frontend'],
    ['webapp', 'frontend'],
    ['backend', 'app'],
    ['orders', 'app'],
    ['web', 'app'],
    ['celery-beat', 'worker'],
    ['mailConsumer', 'worker'],
    ['taskworker', 'worker'],
    ['grafana', 'monitoring'],
    ['s3', 'storage'],
    ['vpn', 'tunnel'],
    ['smtp', 'other'],
    ['config-server', 'other'],
    ['webspa', 'frontend'],
    ['housekeeping', 'worker'],
    ['fetchmail', 'worker'],
    ['oracle', 'database'],
    ['proxy-service', 'edge'],
    ['api-gateway-service', 'edge'],
    ['payment-gateway-service', 'app'],
    ['config-service', 'other'],
    ['edge', 'edge'],
    ['edge-router', 'edge'],
    ['edge-functions', 'app'],
    ['schedule', 'worker'],
    ['shop-fe', 'frontend'],
    ['shop-be', 'app'],
    ['shop-ws', 'app'],
    ['runner-register', 'other'],
  ])('%s: %s', (name, role) => {
    expect(named(name)).toBe(role);
  });

  test.each([
    ['db-migrate', 'other'],
    ['db-init', 'other'],
    ['migrate-db', 'other'],
    ['init-db', 'other'],
    ['db-seeder', 'other'],
    ['wait-for-db', 'other'],
    ['db-backup', 'worker'],
    ['db-admin', 'admin'],
    ['redis-commander', 'admin'],
    ['mongo-express', 'admin'],
    ['kafka-ui', 'admin'],
    ['postgres-exporter', 'monitoring'],
    ['redis_exporter', 'monitoring'],
    ['mysql-client', 'other'],
    ['db-proxy', 'database'],
    ['docker-socket-proxy', 'admin'],
    ['frontend-proxy', 'edge'],
    ['egress-proxy', 'other'],
    ['tor-proxy', 'other'],
    ['price-oracle-server', 'app'],
    ['payment-gateway', 'app'],
    ['search-api', 'app'],
    ['email-service', 'app'],
    ['storage-service', 'app'],
    ['worker-migrations', 'worker'],
    ['queue-worker', 'worker'],
    ['queue-long', 'worker'],
    ['metrics-consumer', 'worker'],
    ['load-test', 'other'],
    ['admin-ui', 'admin'],
    ['telemetry-docs', 'frontend'],
    ['dbus', 'app'],
    ['mongoose-api', 'app'],
    ['cachet', 'app'],
  ])('%s is %s, whatever it looks like', (name, role) => {
    expect(named(name)).toBe(role);
  });

  test.each([
    ['build: ./postgres', 'database'],
    ['build: { context: ., dockerfile: docker/worker/Dockerfile }', 'worker'],
    ['build: { context: ., dockerfile: Dockerfile.frontend }', 'frontend'],
    ['build: { context: ., target: worker }', 'worker'],
    ['{ build: ., container_name: shop-redis }', 'cache'],
    ['{ build: ., hostname: db }', 'database'],
  ])('of the build and the container: %s', (fields, role) => {
    expect(roleOfFields(fields).role).toBe(role);
  });

  test('the name that most services share hides no ending', () => {
    const services = ['nginx-shop', 'mysql-shop', 'worker-shop'].map((name) => `${name}: { build: . }`).join('\n');
    expect(roleOf(services, 'nginx-shop').role).toBe('edge');
    expect(roleOf(services, 'worker-shop').role).toBe('worker');
  });
});

describe('by what the container is given', () => {
  test.each([
    ['build: .\nports: ["15432:5432"]', 'database'],
    ['build: .\nports: ["5432:8080"]', 'app'],
    ['build: .\nexpose: [6379]', 'cache'],
    ['build: .\nenvironment: { PGDATA: /data }', 'database'],
    ['build: .\nenvironment: { POSTGRES_PASSWORD: x }', 'database'],
    ['build: .\nenvironment: { POSTGRES_PASSWORD: x, POSTGRES_HOST: elsewhere }', 'app'],
    ['build: .\nenvironment: [MONGO_INITDB_ROOT_USERNAME=root]', 'database'],
    ['build: .\nenvironment: { RABBITMQ_DEFAULT_USER: x }', 'queue'],
    ['build: .\nenvironment: { KAFKA_ADVERTISED_LISTENERS: "PLAINTEXT://x:9092" }', 'queue'],
    ['build: .\nenvironment: { MINIO_ROOT_USER: x }', 'storage'],
    ['build: .\nenvironment: { PMA_HOST: x }', 'admin'],
    ['build: .\nenvironment: { GF_SERVER_ROOT_URL: x }', 'monitoring'],
    ['build: .\nenvironment: { TUNNEL_TOKEN: x }', 'tunnel'],
    ['build: .\nenvironment: { REACT_APP_API: x }', 'frontend'],
    ['build: .\nenvironment: { APP_KEY: x, VITE_APP_NAME: x, VITE_PUSHER_APP_KEY: x }', 'app'],
    ['build: .\nvolumes: ["data:/var/lib/mysql"]', 'database'],
    ['build: .\nvolumes: ["data:/var/lib/mysql"]\nports: ["80:80"]', 'app'],
    ['build: .\nvolumes: ["./traefik.yml:/etc/traefik/traefik.yml"]', 'edge'],
    ['build: .\nvolumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"]', 'monitoring'],
    ['build: .\nvolumes: ["./config.js:/usr/share/nginx/html/js/config.js"]', 'frontend'],
    ['build: .\nvolumes: ["uploads:/usr/share/nginx/html/uploaded-files"]', 'app'],
  ])('%j: %s', (fields, role) => {
    expect(roleOfFields(fields).role).toBe(role);
  });
});

describe('by what it runs', () => {
  test.each([
    ['command: mysqld --skip-name-resolve', 'database'],
    ['command: ["redis-server", "--requirepass", "x"]', 'cache'],
    ['entrypoint: sh -c "exec mongod --replSet rs"', 'database'],
    ['command: gunicorn -k uvicorn.workers.UvicornWorker --workers 4 app:app', 'app'],
    ['command: celery -A app worker', 'worker'],
    ['command: celery -A app flower', 'admin'],
    ['command: bundle exec sidekiq', 'worker'],
    ['command: php artisan queue:work', 'worker'],
    ['command: node dist/worker.js', 'worker'],
    ['command: python manage.py migrate', 'other'],
    ['command: sh -c "python manage.py migrate && gunicorn app"', 'app'],
    ['command: echo the postgres database is elsewhere', 'app'],
    ['command: npm run dev -- --seed', 'app'],
    ['healthcheck: { test: pg_isready }', 'database'],
    ['healthcheck: { test: ["CMD", "redis-cli", "ping"] }', 'cache'],
    ['healthcheck: { test: ["CMD", "pg_isready", "-h", "other"] }', 'app'],
    ['deploy: { mode: replicated-job }', 'other'],
  ])('%s: %s', (fields, role) => {
    expect(roleOfFields(`build: .\n${fields}`).role).toBe(role);
  });

  test.each([
    ['image: postgres\ncommand: sh -c "pg_dump -h db app > /backup/x"', 'other'],
    ['image: postgres\ncommand: sh -c "while true; do pg_dump -h db app; sleep 86400; done"', 'worker'],
    ['image: mysql\ncommand: ["--default-authentication-plugin=x"]', 'database'],
    ['image: mongo\ncommand: mongod --auth', 'database'],
    ['image: redis\ncommand: sh -c "redis-server --requirepass x"', 'cache'],
    ['image: minio/minio\ncommand: server /data', 'storage'],
    ['image: nextcloud\nentrypoint: /cron.sh', 'worker'],
  ])('in a known image: %j: %s', (fields, role) => {
    expect(roleOfFields(fields).role).toBe(role);
  });

  test('a known image under the name of a job, with a command of its own', () => {
    expect(roleOf('kafka-init: { image: apache/kafka, command: /create-topics.sh }', 'kafka-init').role).toBe('other');
    expect(roleOf('kafka-init: { image: apache/kafka }', 'kafka-init').role).toBe('queue');
  });
});

describe('by the others', () => {
  test('the image of an application under the name of a worker', () => {
    const services = (queue: string) => `web: { image: acme/shop, ports: ["80:80"] }\nqueue: ${queue}`;
    expect(roleOf(services('{ image: acme/shop, environment: { APP_KEY: x, DATABASE_URL: x } }'), 'queue').role).toBe(
      'worker',
    );
    expect(roleOf('web: { image: nextcloud }\nx-daemon: { image: nextcloud }', 'x-daemon').role).toBe('worker');
    expect(roleOf('web: { image: other }\nx-daemon: { image: nextcloud }', 'x-daemon').role).toBe('app');
    expect(roleOf('web: { image: nextcloud }\nx-daemon: { image: nextcloud, ports: ["80"] }', 'x-daemon').role).toBe(
      'app',
    );
  });

  test('who is waited for until it ends is a one-shot', () => {
    const services =
      'a: { build: ., depends_on: { b: { condition: service_completed_successfully } } }\nb: { build: . }';
    expect(roleOf(services, 'b').role).toBe('other');
  });

  test('credentials of a store that it depends on make no store', () => {
    const services =
      'x: { build: ., environment: [MYSQL_ROOT_PASSWORD=x], depends_on: [mysql] }\nmysql: { image: mysql }';
    expect(roleOf(services, 'x').role).toBe('app');
  });

  test('`web` beside a backend is its interface, unless it needs the database', () => {
    const web = (more: string): string => `web: { build: .${more} }\napi: { build: . }\ndb: { image: postgres }`;
    expect(roleOf(web(''), 'web').role).toBe('frontend');
    expect(roleOf(web(', depends_on: [db]'), 'web').role).toBe('app');
    expect(roleOf(web(', environment: [DATABASE_URL=x]'), 'web').role).toBe('app');
    expect(roleOf('web: { build: . }\ndb: { image: postgres }', 'web').role).toBe('app');
  });

  test('a web server stands at the edge, or serves pages behind it', () => {
    expect(
      roleOf('front: { image: nginx, volumes: ["./default.conf:/etc/nginx/conf.d/default.conf"] }', 'front').role,
    ).toBe('edge');
    expect(roleOf('site: { image: nginx, volumes: ["./public:/usr/share/nginx/html"] }', 'site').role).toBe('frontend');
    expect(roleOf('frontend: { image: nginx }', 'frontend').role).toBe('frontend');
    const theirs = 'home: { image: acme/traefik-home, labels: [traefik.enable=true]';
    expect(roleOf(`${theirs} }`, 'home').role).toBe('frontend');
    expect(roleOf(`${theirs}, ports: ["80:80"] }`, 'home').role).toBe('edge');
    const proxied = 'proxy: { image: traefik }\nnginx: { image: nginx, labels: [traefik.enable=true] }';
    expect(roleOf(proxied, 'nginx').role).toBe('frontend');
  });
});

describe('assignRoles', () => {
  test('takes the file at its word', () => {
    expect(roleOf('x: { image: postgres, x-bulkhead: { role: cache } }', 'x')).toMatchObject({
      role: 'cache',
      tier: 'data',
      confidence: 'high',
      evidence: [{ text: 'the file says so (`x-bulkhead`)' }],
    });
    expect(roleOf('x: { image: postgres, x-bulkhead: { role: nonsense } }', 'x').role).toBe('database');
  });

  test('is sure where signals agree, and says so where they do not', () => {
    expect(roleOf('db: { image: postgres }', 'db').confidence).toBe('high');
    expect(roleOf('db: { build: . }', 'db').confidence).toBe('medium');
    expect(roleOf('orders: { build: . }', 'orders').confidence).toBe('low');
  });

  test('a reason that several places give is told once', () => {
    const waiting = (name: string) =>
      `${name}: { image: example/${name}, depends_on: { setup: { condition: service_completed_successfully } } }`;
    const { evidence } = roleOf(`setup: { image: example/setup }\n${waiting('web')}\n${waiting('api')}`, 'setup');
    const texts = evidence.map(({ text }) => text);
    expect(texts).toContain('others wait for its end');
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('points at the places, the strongest first', () => {
    const { evidence } = roleOf('db: { image: postgres, ports: ["5432:5432"] }', 'db');
    expect(evidence.map(({ text, at }) => [text, textOf(at)])).toEqual([
      ['image `postgres` is a relational database', 'postgres'],
      ['name says `db`', 'db'],
      ['container port 5432', '"5432:5432"'],
    ]);
  });

  test('has nothing to say about a fragment', () => {
    expect(roleOf('x: { labels: [a=b] }', 'x')).toEqual({
      role: 'other',
      tier: 'other',
      confidence: 'low',
      evidence: [],
    });
  });

  test('shows no values', () => {
    const canary = 'canary-4711';
    const project = projectOf(`services:
  x:
    image: mysql
    environment: { MYSQL_ROOT_PASSWORD: ${canary}, DATABASE_URL: "mysql://u:${canary}@db/x" }
    command: mysqld --password=${canary}
    healthcheck: { test: "mysqladmin ping -p${canary}" }`);
    expect(
      JSON.stringify([...assignRoles(project).values()].flatMap(({ evidence }) => evidence.map(({ text }) => text))),
    ).not.toContain(canary);
  });

  test('bears hostile names', () => {
    const long = `${'a-'.repeat(50_000)}db`;
    const services = [long, '__proto__', 'constructor'].map(
      (name) => `"${name}": { image: "${long}", command: "${'celery '.repeat(20_000)}" }`,
    );
    const effort = effortOf(() => {
      expect(assignRoles(projectOf(`services: { ${services.join(', ')} }`)).size).toBe(3);
    });
    expect(effort).toBeLessThan(2000);
  });
});

test('a role may be given from outside, which what the file says of itself overrides', () => {
  const project = projectOf(
    'services: {a: {image: postgres}, b: {image: x, x-bulkhead: {role: cache}}, c: {image: redis}}',
  );
  const at = project.services[0]?.at;
  if (at === undefined) throw new Error('no service');
  const given = (service: string) => (service === 'c' ? undefined : ({ role: 'worker', at } as const));
  const roles = assignRoles(project, given);
  expect(roles.get('a')).toEqual({
    role: 'worker',
    tier: 'app',
    confidence: 'high',
    evidence: [{ text: 'the configuration says so', at }],
  });
  expect([roles.get('b')?.role, roles.get('c')?.role]).toEqual(['cache', 'cache']);
});
