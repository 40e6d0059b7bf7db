/** The two readings of one pipeline. */
import { isUnknown } from '../../../src/compose/project.js';
import { load, messages, place } from '../../support/load.js';

test('an unset variable: empty in strict mode, unknown in analysis', () => {
  const files = {
    'compose.yaml':
      'services:\n  a:\n    image: "x:${TAG}"\n    ports: ["${PORT}:80", "${IP}:81:81"]\n    volumes: ["${DATA}:/config"]\n',
  };
  expect(load(files).project).toBeUndefined();
  const { project, problems } = load(files, { mode: 'analysis' });
  const [service] = project?.services ?? [];
  expect(problems).toEqual([]);
  expect([service?.image?.value, isUnknown(service?.image)]).toEqual(['x:${TAG}', true]);
  expect(service?.ports.map(({ target, published, hostIp }) => ({ target, published, hostIp }))).toEqual([
    { target: 80, published: { kind: 'unknown' }, hostIp: '' },
    { target: 81, published: { kind: 'range', start: 81, end: 81 }, hostIp: undefined },
  ]);
  expect(service?.volumes.map(({ target, unknownSource }) => [target, unknownSource])).toEqual([['/config', true]]);
});

test('a default is known', () => {
  const files = { 'compose.yaml': 'services: {a: {image: "x:${TAG:-1}"}}\n' };
  const [service] = load(files, { mode: 'analysis' }).project?.services ?? [];
  expect([service?.image?.value, isUnknown(service?.image)]).toEqual(['x:1', false]);
});

test('a value of an unknown size or number is no mistake', () => {
  const files = {
    'compose.yaml': 'services: {a: {image: x, mem_limit: "${M}", deploy: {replicas: "${N}"}, privileged: "${P}"}}\n',
  };
  expect(load(files, { mode: 'analysis' }).problems).toEqual([]);
});

test('a fragment is analyzed: what another file must bring is a note', () => {
  const files = {
    'compose.yaml': 'services:\n  a:\n    networks: [elsewhere]\n    volumes: ["vol:/vol"]\n    depends_on: [other]\n',
  };
  const { project, problems } = load(files, { mode: 'analysis' });
  expect(problems.map(({ kind }) => kind)).toEqual(['note', 'note', 'note', 'note']);
  expect(project?.networks.map(({ key, declared }) => [key, declared])).toEqual([['elsewhere', false]]);
  expect(messages(load(files).problems)[0]).toBe(
    'service "a" has neither an image nor a build context specified: invalid compose project',
  );
});

test('what Compose would refuse is told with its place, and the rest is loaded', () => {
  const files = {
    'compose.yaml': `services:
  good: {image: x, ports: ["80:80", "nonsense:1", 81]}
  bad: just text
  typo: {image: x, imgae: y, environment: {A: [1]}}
networks: {n: {driver: 5}}
`,
  };
  const { project, problems } = load(files, { mode: 'analysis' });
  expect(project?.services.map(({ name, ports }) => [name, ports.map(({ target }) => target)])).toEqual([
    ['good', [80, 81]],
    ['typo', []],
  ]);
  const refusals = problems.filter(({ kind }) => kind === 'refusal');
  expect(refusals.map(({ message, at }) => [place(at), message]).sort()).toEqual([
    ['compose.yaml:2:37', expect.stringContaining('nonsense')],
    ['compose.yaml:3:8', 'services.bad must be a mapping'],
    ['compose.yaml:4:20', expect.stringContaining("additional properties 'imgae' not allowed")],
    ['compose.yaml:4:47', 'services.typo.environment.A must be a boolean, null, number or string'],
    ['compose.yaml:5:24', 'networks.n.driver must be a string'],
  ]);
});

test('broken YAML does not hide what could be understood', () => {
  const files = { 'compose.yaml': 'services:\n  a:\n    image: x\n  b:\n    image: [y\n' };
  const { project, problems } = load(files, { mode: 'analysis' });
  expect(project?.services.map(({ name }) => name)).toContain('a');
  expect(messages(problems, 'refusal')).not.toEqual([]);
});

test('every problem of a base and its override is told once', () => {
  const files = {
    'compose.yaml': 'services: {a: {image: 5}}\n',
    'compose.override.yaml': 'services: {a: {user: [x]}}\n',
  };
  expect(messages(load(files).problems)).toEqual([
    'services.a.image must be a string',
    'services.a.user must be a string',
  ]);
});

test('without interpolation nothing is bound, and no variable is known', () => {
  const files = {
    'compose.yaml': 'services: {a: {image: "x:${TAG}", mem_limit: "${M}", env_file: gone.env, environment: [HOME]}}\n',
  };
  const { project, problems } = load(files, { interpolate: false, env: { HOME: '/root' } });
  expect(problems).toEqual([]);
  expect(project?.services[0]?.environment.map(({ value }) => value)).toEqual([undefined]);
});
