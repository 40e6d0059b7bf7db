/** What the name of a variable says about hosts in its value. */
import { mayNameTarget, namesHost, portKeysFor } from '../../src/topology/flows/keys';

test.each([
  'DB_HOST',
  'dbHostname',
  'PGHOST',
  'REDISHOST',
  'KAFKA_BOOTSTRAP_SERVERS',
  'spring.data.redis.host',
  'HOST_NAME',
  'REDIS_MASTER',
  'EventBusConnection',
  'ConnectionString',
  'DB_CONNECTION_STRING',
  'CASSANDRA_CONTACT_POINTS',
  'UPSTREAM',
  'HOST1',
])('a bare word is a host: %s', (key) => {
  expect(namesHost(key)).toBe(true);
});

test.each([
  'DB_TYPE',
  'DB_HOST_PORT',
  'USER_NAME',
  'MASTER',
  'DB_CONNECTION',
  'QUERY_STRING',
  'DB_DRIVER',
  'HOST_PASSWORD',
  'SERVER_ID',
  'MODE',
  '',
  '___',
  `${'A'.repeat(300)}_HOST`,
])('a bare word is no host: %s', (key) => {
  expect(namesHost(key)).toBe(false);
});

test.each(['API_URL', 'DB_HOST', 'backend', 'SERVICE.URL', 'BASE_URL_INTERNAL'])('may name a target: %s', (key) => {
  expect(mayNameTarget(key, false)).toBe(true);
});

test.each([
  ['read by the browser', 'REACT_APP_API'],
  ['read by the browser', 'NEXT_PUBLIC_API'],
  ['its own address', 'KAFKA_ADVERTISED_LISTENERS'],
  ['its own address', 'SERVER_NAME'],
  ['its own address', 'app.bind.host'],
  ['its own address', 'URL'],
  ['its own address', 'BASE_URL'],
  ['its own address', 'COOKIE_DOMAIN'],
  ['whom to trust', 'ALLOWED_HOSTS'],
  ['whom to trust', 'CORS_ORIGINS'],
  ['an image', 'REDIS_IMAGE'],
  ['an image', 'REDIS_TAG'],
  ['an image', 'APP_VERSION'],
])('names no target, but %s: %s', (_, key) => {
  expect(mayNameTarget(key, true)).toBe(false);
});

test.each(['SITE_URL', 'APP_URL', 'NEXTAUTH_URL', 'app-url', 'ROOT_URI'])(
  '%s is where browsers go, unless a proxy is told',
  (key) => {
    expect(mayNameTarget(key, false)).toBe(false);
    expect(mayNameTarget(key, true)).toBe(true);
  },
);

test.each<[string, readonly string[]]>([
  ['DB_HOST', ['DB_PORT', 'DB_Port']],
  ['DB_HOSTNAME', ['DB_PORT', 'DB_Port']],
  ['DB_HOST_NAME', ['DB_PORT', 'DB_Port']],
  ['HOST_READ', ['PORT_READ', 'Port_READ']],
  ['SMTP_SERVER', ['SMTP_PORT', 'SMTP_Port']],
  ['SMTP_ADDR', ['SMTP_PORT', 'SMTP_Port']],
  ['SMTP_ADDRESS', ['SMTP_PORT', 'SMTP_Port']],
  ['db_host', ['db_port']],
  ['Mail__Host', ['Mail__PORT', 'Mail__Port']],
  ['DB_NAME', []],
])('the port for %s is in %j', (key, expected) => {
  expect(portKeysFor(key)).toEqual(expected);
});
