/** What the consistency checks say of a project, and where each problem lies. */
import { checkConsistency } from '../../src/compose/consistency.js';
import { interpolateTree } from '../../src/compose/interpolate.js';
import type { Mode } from '../../src/compose/project.js';
import { textOf } from '../../src/source/text.js';
import type { Mapping } from '../../src/source/tree.js';
import { child } from '../../src/source/tree.js';
import { mappingOf, yaml } from '../support/trees.js';

type Row = readonly [message: string, place: string];

function check(tree: Mapping, mode: Mode = 'strict', disabled: readonly string[] = []) {
  const services = child(tree, 'services');
  const names = services?.kind === 'mapping' ? [...services.entries.keys()] : [];
  return checkConsistency(tree, new Set(names.filter((name) => !disabled.includes(name))), mode);
}

/** `: invalid compose project` left out, which says nothing. */
function rows(text: string): readonly Row[] {
  return check(yaml(text)).map(({ message, at }) => [
    message.replace(': invalid compose project', ''),
    at ? textOf(at) : '',
  ]);
}

const CASES: readonly (readonly [web: string, ...expected: readonly Row[]])[] = [
  ['image: x'],
  ['build: { context: . }'],
  ['provider: { type: model }'],
  ['hostname: x', ['service "web" has neither an image nor a build context specified', 'web']],
  [
    'build: { dockerfile: a, dockerfile_inline: FROM x }',
    ['service "web" declares mutualy exclusive dockerfile and dockerfile_inline', 'FROM x'],
  ],
  ['build: { additional_contexts: { base: service:built, far: docker-image://x } }'],
  [
    'build: { additional_contexts: { one: service:none, two: service:db } }',
    ['service "web" declares unknown service "none" as additional contexts one', 'service:none'],
    ['service "web" declares non-buildable service "db" as additional contexts two', 'service:db'],
  ],
  ['{ platform: linux/arm64, build: { platforms: [linux/amd64, linux/arm64] } }'],
  [
    '{ platform: linux/arm64, build: { platforms: [linux/amd64] } }',
    ['service.build.platforms MUST include service.platform "linux/arm64"', 'linux/arm64'],
  ],
  ['{ image: x, network_mode: host, networks: {} }'],
  [
    '{ image: x, network_mode: host, networks: { net: } }',
    ['service web declares mutually exclusive `network_mode` and `networks`', 'host'],
  ],
  ['{ image: x, networks: { net:, none: } }', ['service "web" refers to undefined network none', 'none']],
  ['{ image: x, healthcheck: { test: [NONE] } }'],
  ['{ image: x, healthcheck: { test: anything } }'],
  [
    '{ image: x, healthcheck: { test: [curl, host] } }',
    ['healthcheck.test must start either by "CMD", "CMD-SHELL" or "NONE"', 'curl'],
  ],
  [
    '{ image: x, depends_on: { db: {}, none: { required: false } } }',
    ['service "web" depends on undefined service "none"', 'none'],
  ],
  [
    '{ image: x, network_mode: "service:none" }',
    ['service "none" not found for network_mode \'service:none\'', '"service:none"'],
  ],
  [
    // The loader adds this dependency: one mistake, told once.
    '{ image: x, network_mode: "service:none", depends_on: { none: {} } }',
    ['service "web" depends on undefined service "none"', 'none'],
  ],
  ['{ image: x, volumes: [{ type: volume, target: /a }, { type: bind, source: none, target: /b }] }'],
  [
    '{ image: x, volumes: [{ type: volume, source: none, target: /a }] }',
    ['service "web" refers to undefined volume none', 'none'],
  ],
  [
    '{ build: { secrets: [{ source: a }] }, secrets: [{ source: b }], configs: [{ source: c }], models: { d: } }',
    ['service "web" refers to undefined build secret a', 'a'],
    ['service "web" refers to undefined config c', 'c'],
    ['service "web" refers to undefined model d', 'd'],
    ['service "web" refers to undefined secret b', 'b'],
  ],
  ['{ image: x, scale: 2, deploy: { replicas: 2 } }'],
  [
    '{ image: x, scale: 2, deploy: { replicas: 3 } }',
    ["services.web: can't set distinct values on 'scale' and 'deploy.replicas'", '2'],
  ],
  ['{ image: x, scale: -1 }', ['services.web.scale: must be greater than or equal to 0', '-1']],
  [
    '{ image: x, deploy: { replicas: -2 } }',
    ['services.web.deploy.replicas: must be greater than or equal to 0', '-2'],
  ],
  ['{ image: x, container_name: one, scale: 1 }'],
  [
    '{ image: x, container_name: one, deploy: { replicas: 2 } }',
    ["services.deploy.replicas: can't set container_name and web as container name must be unique", 'one'],
  ],
  ['{ image: x, mem_limit: 1g, deploy: { resources: { limits: { memory: "1073741824" } } } }'],
  ['{ image: x, cpus: 0.5, deploy: { resources: { limits: { cpus: "0.50" }, reservations: {} } } }'],
  [
    '{ image: x, cpus: 1, mem_reservation: 1g, deploy: { resources: { limits: { pids: 5 }, reservations: { memory: 2g } } } }',
    ["services.web: can't set distinct values on 'cpus' and 'deploy.resources.limits.cpus'", '1'],
    ["services.web: can't set distinct values on 'mem_reservation' and 'deploy.resources.reservations.memory'", '1g'],
  ],
  ['{ image: x, develop: { watch: [{ path: a, action: restart }, { path: a, action: sync, target: /b }] } }'],
  [
    '{ image: x, develop: { watch: [{ path: a, action: sync }] } }',
    ['services.web.develop.watch: target is required for non-rebuild actions', '{ path: a, action: sync }'],
  ],
  [
    '{ image: x, tmpfs: "/a:size=1m", volumes: [{ target: /b }, { target: /a }, { target: /b }] }',
    ['services.web.volumes[1]: target /a already mounted as services.web.tmpfs[0]', '/a'],
    ['services.web.volumes[2]: target /b already mounted as services.web.volumes[0]', '/b'],
  ],
];

test.each(CASES.map(([web, ...expected]) => [web, expected] as const))('%s', (web, expected) => {
  const block = web.startsWith('{') ? web : `{ ${web} }`;
  expect(rows(`services:\n  web: ${block}\n  db: { image: x }\n  built: { build: {} }\nnetworks: { net: }\n`)).toEqual(
    expected,
  );
});

describe('services that a profile disables', () => {
  const project = yaml(`
services:
  web: { image: x, depends_on: { debug: { required: false } }, network_mode: "service:debug" }
  strict: { image: x, depends_on: { debug: { required: true } } }
  debug: { networks: { none: } }
`);

  test('are not checked, and can be missed unless they are required', () => {
    expect(check(project, 'strict', ['debug']).map(({ message }) => message)).toEqual([
      'service "debug" not found for network_mode \'service:debug\'',
      'service "strict" depends on undefined service "debug": invalid compose project',
    ]);
  });
});

test('a secret needs a source that Compose knows', () => {
  const secrets = yaml('secrets: { a: { driver: vault }, b: {}, c: { external: true }, d: { file: x } }');
  const strict = check(secrets).map(({ message }) => message.split(' ').slice(0, 4).join(' '));
  expect(strict).toEqual(['secret "a" must declare', 'secret "b" must declare']);
  expect(check(secrets, 'analysis')).toHaveLength(1);
});

describe('in analysis', () => {
  test('what another file may bring is a note, a contradiction is not', () => {
    const tree = yaml(
      'services: { web: { networks: { none: }, configs: [{ source: c }], healthcheck: { test: [x] } } }',
    );
    expect(check(tree, 'analysis').map(({ kind }) => kind)).toEqual(['note', 'note', 'refusal', 'note']);
    expect(new Set(check(tree, 'strict').map(({ kind }) => kind))).toEqual(new Set(['refusal']));
  });

  test('nothing is said of what hangs on variables that are not set', () => {
    const tree = yaml(`
services:
  web:
    image: $V
    platform: $V
    build: { platforms: [a], additional_contexts: { a: "service:$V" } }
    network_mode: "service:$V"
    networks: { net: }
    healthcheck: { test: [$V] }
    volumes: [{ type: volume, source: $V, target: $V }, { type: volume, source: data-$V, target: $V }]
    secrets: [{ source: $V }]
    mem_limit: $V
    cpus: $V
    scale: $V
    container_name: $V
    deploy: { replicas: 2, resources: { limits: { memory: 1g, cpus: $V } } }
networks: { net: }
secrets: { key: { file: $V } }
`);
    expect(check(interpolateTree(tree, () => undefined, 'analysis').tree, 'analysis')).toEqual([]);
  });
});

describe('a dependency cycle', () => {
  const graph = (edges: Readonly<Record<string, readonly string[]>>): Mapping =>
    mappingOf({
      services: Object.fromEntries(
        Object.entries(edges).map(([name, others]) => [
          name,
          { image: 'x', depends_on: Object.fromEntries(others.map((other) => [other, {}])) },
        ]),
      ),
    });
  const cycles = (edges: Readonly<Record<string, readonly string[]>>) =>
    check(graph(edges)).map(({ message }) => message);

  test.each<readonly [edges: Readonly<Record<string, readonly string[]>>, expected: readonly string[]]>([
    [{ a: ['a'] }, ['a -> a']],
    [{ b: ['a'], a: ['b'] }, ['a -> b -> a']],
    [{ a: ['b'], b: ['c'], c: ['b'] }, ['b -> c -> b']],
    [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    // Two that share no service, and two that do.
    [{ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }, ['a -> b -> a', 'c -> d -> c']],
    [{ a: ['c', 'b'], b: ['a'], c: ['a'] }, ['a -> b -> a']],
  ])('%j', (edges, expected) => {
    expect(cycles(edges)).toEqual(expected.map((path) => `dependency cycle detected: ${path}`));
  });

  test('lies where a service of it names the first', () => {
    const tree = yaml('services: { a: { image: x, depends_on: { b: {} } }, b: { image: x, depends_on: { "a": {} } } }');
    expect(check(tree).map(({ at }) => at && textOf(at))).toEqual(['"a"']);
  });

  test('is found in long chains and dense graphs alike', () => {
    const size = 20_000;
    const chain = Object.fromEntries(
      Array.from({ length: size }, (_, index) => [`s${index}`, [`s${(index + 1) % size}`]]),
    );
    expect(cycles(chain)).toHaveLength(1);
    const names = Array.from({ length: 300 }, (_, index) => `s${index}`);
    expect(cycles(Object.fromEntries(names.map((name, index) => [name, names.slice(0, index)])))).toEqual([]);
    expect(cycles(Object.fromEntries(names.map((name) => [name, names])))).toHaveLength(300);
  });
});
