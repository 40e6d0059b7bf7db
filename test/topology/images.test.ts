/** Image references as people write them, and what the catalogue makes of them. */
import { IMAGE_CATALOGUE } from '../../src/topology/images/catalogue';
import { familyOfName, findImage } from '../../src/topology/images/find-image';
import { parseImageReference } from '../../src/topology/images/image-name';
import { KINDS } from '../../src/topology/images/kinds';
import { effortOf } from '../support/effort';

describe('parseImageReference', () => {
  test.each<[string, Partial<ReturnType<typeof parseImageReference>>]>([
    ['postgres', { registry: undefined, path: 'postgres', tag: undefined, digest: undefined, unknown: [] }],
    ['postgres:16-alpine', { path: 'postgres', tag: '16-alpine' }],
    ['library/postgres:16', { path: 'postgres', tag: '16' }],
    ['docker.io/library/postgres', { registry: undefined, path: 'postgres' }],
    ['docker.io/grafana/grafana:11', { registry: undefined, path: 'grafana/grafana', tag: '11' }],
    ['public.ecr.aws/docker/library/redis:7', { registry: undefined, path: 'redis', tag: '7' }],
    ['mirror.gcr.io/library/nginx', { registry: undefined, path: 'nginx' }],
    ['cache.example.org/docker.io/bitnami/redis:7', { registry: undefined, path: 'bitnami/redis', tag: '7' }],
    ['ghcr.io/Owner/App:V1', { registry: 'ghcr.io', path: 'owner/app', tag: 'V1' }],
    ['registry.example.org:5000/team/api', { registry: 'registry.example.org:5000', path: 'team/api', tag: undefined }],
    ['registry.example.org:5000/api:2', { registry: 'registry.example.org:5000', path: 'api', tag: '2' }],
    ['localhost/api', { registry: 'localhost', path: 'api' }],
    ['redis@sha256:abc', { path: 'redis', tag: undefined, digest: 'sha256:abc' }],
    ['redis:7@sha256:abc', { path: 'redis', tag: '7', digest: 'sha256:abc' }],
    ['postgres:${TAG}', { path: 'postgres', tag: undefined, unknown: ['tag'] }],
    ['postgres:${TAG:-16}', { path: 'postgres', tag: '16', unknown: [] }],
    ['postgres:${MAJOR:-${FALLBACK:-15}}', { path: 'postgres', tag: '15', unknown: [] }],
    ['postgres:16${SUFFIX}', { path: 'postgres', tag: undefined, unknown: ['tag'] }],
    ['${REGISTRY}/postgres:16', { registry: undefined, path: 'postgres', tag: '16', unknown: ['registry'] }],
    ['${REGISTRY:-ghcr.io}/team/app', { registry: 'ghcr.io', path: 'team/app', unknown: [] }],
    ['${REGISTRY}/${TEAM}/app', { path: 'app', unknown: ['registry', 'path'], pathVariables: ['TEAM'] }],
    ['${DOCKER_REGISTRY-}catalog', { path: 'catalog', unknown: [] }],
    ['$POSTGRES_IMAGE', { path: '', unknown: ['path'], pathVariables: ['POSTGRES_IMAGE'] }],
    ['${IMAGE}:${TAG}', { path: '', tag: undefined, unknown: ['path', 'tag'], pathVariables: ['IMAGE'] }],
    ['${IMAGE:?set it}', { path: '', unknown: ['path'] }],
    ['mysql-${FLAVOUR}:8', { path: 'mysql', tag: '8', unknown: ['path'] }],
    ['', { path: '', unknown: [] }],
    ['   ', { path: '' }],
    [':', { path: '' }],
    ['@', { path: '', digest: undefined }],
    ['/', { path: '' }],
    ['a//b', { path: 'a/b' }],
  ])('%s', (text, expected) => {
    expect(parseImageReference(text)).toMatchObject(expected);
  });

  test.each([
    '${'.repeat(200_000),
    '${A:-'.repeat(100_000),
    '/'.repeat(500_000),
    ':'.repeat(500_000),
    '$'.repeat(500_000),
    `${'a'.repeat(500_000)}/b`,
  ])('hostile text %#  is read at once', (text) => {
    expect(effortOf(() => findImage(text))).toBeLessThan(200);
  });
});

describe('findImage', () => {
  test.each<[string, string, string]>([
    ['postgres:16', 'postgres', 'exact'],
    ['docker.io/library/postgres', 'postgres', 'exact'],
    ['arm64v8/postgres', 'postgres', 'exact'],
    ['bitnamilegacy/postgresql:16', 'postgres', 'exact'],
    ['quay.io/keycloak/keycloak:26', 'keycloak/keycloak', 'exact'],
    ['registry.example.org/grafana/grafana', 'grafana/grafana', 'exact'],
    ['mcr.microsoft.com/mssql/server:2022-latest', 'mssql/server', 'exact'],
    ['lscr.io/linuxserver/mariadb', 'mariadb', 'exact'],
    ['zabbix/zabbix-agent2', 'zabbix/zabbix-server-*', 'pattern'],
    ['registry.example.org/postgres:16', 'postgres', 'last-segment'],
    ['${REGISTRY}/postgres:16', 'postgres', 'last-segment'],
    ['my.corp/mirror/redis', 'redis', 'last-segment'],
    ['my.corp/dockerhub/grafana/grafana', 'grafana/grafana', 'last-segment'],
    ['acme/mongo-express', 'mongo-express', 'last-segment'],
  ])('%s is %s', (reference, first, match) => {
    const found = findImage(reference);
    expect([found?.family.images[0], found?.match]).toEqual([first, match]);
  });

  test.each([
    'acme/api',
    'acme/server',
    'acme/web',
    'registry.example.org/db',
    'postgres-tools',
    '$IMAGE',
    '',
    'x2mqtt',
    'cnfldemos/server',
    'rhelmariadb-1',
    'selenium/node',
    'gvenzl/oracle-',
    'acme/infinity',
    'acme/console',
    'acme/exporter',
    'acme/',
  ])('%s is not known', (reference) => {
    expect(findImage(reference)).toBeUndefined();
  });

  test.each(['constructor', '__proto__', 'toString', 'acme/__proto__'])('%s is no image', (reference) => {
    expect(findImage(reference)).toBeUndefined();
    expect(familyOfName(reference)).toBeUndefined();
  });
});

describe('the catalogue', () => {
  const families = IMAGE_CATALOGUE.flat();

  test('names each image once', () => {
    const seen = new Set<string>();
    const twice = families.flatMap(({ images }) => images).filter((image) => seen.size === seen.add(image).size);
    expect(twice).toEqual([]);
  });

  test('spells images as they are looked up: lower case, without registry, tag and `library/`', () => {
    const odd = families
      .flatMap(({ images }) => images)
      .filter((image) => {
        const { path, registry, tag } = parseImageReference(image);
        const single = !path.includes('/') && registry !== undefined;
        return tag !== undefined || (single ? `${registry}/${path}` : path) !== image;
      });
    expect(odd).toEqual([]);
  });

  test('lists administration ports among the ports', () => {
    const odd = families.filter(({ ports = [], adminPorts = [] }) => adminPorts.some((port) => !ports.includes(port)));
    expect(odd.map(({ images }) => images[0])).toEqual([]);
  });

  test('has a role for every kind but those that say nothing', () => {
    const silent = Object.entries(KINDS).flatMap(([kind, { role }]) => (role === undefined ? [kind] : []));
    expect(silent).toEqual(['language-runtime', 'base-os']);
  });

  test('marks as data stores what holds data', () => {
    const roles = new Set(['database', 'cache', 'queue', 'storage']);
    const unmarked = families.filter(
      ({ kind, role = KINDS[kind].role, flags = [] }) =>
        role !== undefined &&
        roles.has(role) &&
        /^(?:database|cache|queue(?:\.mqtt)?$|search|object)/.test(kind) &&
        !flags.includes('datastore'),
    );
    expect(unmarked.map(({ images }) => images[0])).toEqual([]);
  });
});
