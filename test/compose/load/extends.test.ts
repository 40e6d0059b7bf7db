/** Services that extend others. */
import { configAt, load, messages, place } from '../../support/load.js';

const SERVICES = ['services'];

test('a service of the same file, whatever the order', () => {
  const files = { 'compose.yaml': 'services:\n  b: {extends: a, user: u}\n  a: {image: x, ports: ["1:1"]}\n' };
  expect(configAt(files, [...SERVICES, 'b'])).toMatchObject({ image: 'x', user: 'u', ports: [{ published: '1' }] });
});

test('chains through other files keep every path where it was written', () => {
  const files = {
    'compose.yaml': 'services:\n  a: {extends: {file: one/base.yaml, service: b}}\n',
    'one/base.yaml': 'services:\n  b: {extends: {file: ../two/base.yaml, service: c}, env_file: one.env}\n',
    'two/base.yaml': 'services:\n  c: {image: x, volumes: ["./data:/data"], build: ./ctx}\n',
    'one/one.env': 'ONE=1\n',
  };
  expect(configAt(files, [...SERVICES, 'a'])).toMatchObject({
    image: 'x',
    environment: { ONE: '1' },
    volumes: [{ source: '/project/two/data' }],
    build: { context: '/project/two/ctx' },
  });
});

test('variables of the extending project, not of the folder that is extended from', () => {
  const files = {
    'compose.yaml': 'services:\n  a: {extends: {file: sub/base.yaml, service: b}}\n',
    'sub/base.yaml': `services:\n  b: {image: "x:\${T:-none}"}\n`,
    'sub/.env': 'T=sub\n',
    '.env': 'T=project\n',
  };
  expect(configAt(files, [...SERVICES, 'a', 'image'])).toBe('x:project');
});

test('tags of the service take from what it inherits', () => {
  const files = {
    'compose.yaml':
      'services:\n  a: {image: x, ports: ["1:1"], networks: [n]}\n  b: {extends: a, ports: !reset [], networks: !override [m]}\nnetworks: {n: {}, m: {}}\n',
  };
  expect(configAt(files, [...SERVICES, 'b'])).toEqual({
    command: null,
    entrypoint: null,
    image: 'x',
    networks: { m: null },
  });
});

test('an overriding file does not see the services of the base', () => {
  const files = {
    'compose.yaml': 'services: {a: {image: x}}\n',
    'compose.override.yaml': 'services: {b: {extends: a}}\n',
  };
  expect(messages(load(files).problems)).toContain(
    'cannot extend service "b" in /project/compose.override.yaml: service "a" not found',
  );
});

test.each([
  [
    'a cycle',
    'a: {extends: b}\n  b: {extends: a}',
    /^Circular reference:\n {2}a in .*\n {2}extends b in .*\n {2}extends a in /,
  ],
  ['no service', 'a: {extends: {file: x.yaml}}', /^extends.a.service is required$/],
  [
    'another file without the service',
    'a: {extends: {file: base.yaml, service: zz}}',
    /service "zz" not found in base.yaml$/,
  ],
  ['another file without services', 'a: {extends: {file: none.yaml, service: s}}', /none.yaml: no services section$/],
  [
    'a file that is not there',
    'a: {extends: {file: gone.yaml, service: s}}',
    /^open \/project\/gone.yaml: no such file or directory$/,
  ],
])('what cannot be extended: %s', (_title, services, expected) => {
  const files = {
    'compose.yaml': `services:\n  ${services}\n`,
    'base.yaml': 'services: {s: {image: x}}\n',
    'none.yaml': 'networks: {n: {}}\n',
  };
  const { project, problems } = load(files);
  expect(project).toBeUndefined();
  expect(messages(problems)[0]).toMatch(expected);
});

test('in analysis the service is loaded without what cannot be had', () => {
  const files = {
    'compose.yaml': 'services:\n  a:\n    image: x\n    extends:\n      file: gone.yaml\n      service: s\n',
  };
  const { project, problems } = load(files, { mode: 'analysis' });
  expect(project?.services[0]?.image?.value).toBe('x');
  expect(problems.map(({ kind, at }) => [kind, place(at)])).toEqual([['unseen', 'compose.yaml:5:13']]);
});
