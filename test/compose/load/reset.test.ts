/** `!reset` and `!override` in overriding files. */
import { configAt } from '../../support/load.js';

const BASE = `services:
  a:
    image: x
    ports: ["80:80"]
    environment: {A: 1, B: 2}
    networks: [n, m]
    volumes: ["./d:/d"]
networks: {n: {}, m: {}}
`;

test.each([
  ['!reset takes away', 'ports: !reset []', 'ports', undefined],
  ['whatever value it has', 'ports: !reset ["9:9"]', 'ports', undefined],
  ['!override replaces', 'networks: !override [m]', 'networks', { m: null }],
  ['of a mapping it takes one entry', 'environment: {A: !reset null}', 'environment', { B: '2' }],
  ['without a tag lists are added up', 'networks: [default]', 'networks', { n: null, m: null, default: null }],
  ['null keeps what was there', 'command: null\n    networks: {n: }', 'networks', { n: null, m: null }],
])('%s', (_title, override, key, expected) => {
  const files = { 'compose.yaml': BASE, 'compose.override.yaml': `services:\n  a:\n    ${override}\n` };
  expect(configAt(files, ['services', 'a', key])).toEqual(expected);
});

test('a tag on a list item of the base is about that file alone', () => {
  const files = {
    'compose.yaml': BASE,
    'compose.override.yaml': 'services:\n  a:\n    volumes: [!reset "./e:/e", "./f:/f"]\n',
  };
  expect(configAt(files, ['services', 'a', 'volumes', '1', 'target'])).toBe('/f');
});

test('inside of an !override other tags mean nothing', () => {
  const files = { 'compose.yaml': BASE, 'compose.override.yaml': 'services:\n  a: !override\n    image: !reset z\n' };
  expect(configAt(files, ['services', 'a', 'image'])).toBe('z');
});

test('entries of an environment that is a list by now stay: Compose looks for mappings only', () => {
  const files = {
    'compose.yaml': BASE.replace('{A: 1, B: 2}', '[A=1, B=2]'),
    'compose.override.yaml': 'services:\n  a:\n    environment: {A: !reset null}\n',
  };
  expect(configAt(files, ['services', 'a', 'environment'])).toEqual({ A: '1', B: '2' });
});

test.each([
  ['one that it merges in', '<<: *own', true],
  ['the first of several', '<<: [*own, *other]', true],
  ['nothing, where nothing is merged', 'init: true', false],
])('a value that is taken away hides %s no longer', (_title, merge, isThere) => {
  const files = {
    'compose.yaml': 'services:\n  a: { image: x, extra_hosts: { z: 10.0.0.9 } }\n',
    'compose.override.yaml': [
      'x-own: &own { extra_hosts: { a: 10.0.0.1 } }',
      'x-other: &other { extra_hosts: { b: 10.0.0.2 } }',
      `services:\n  a:\n    extra_hosts: !reset []\n    ${merge}\n`,
    ].join('\n'),
  };
  expect(configAt(files, ['services', 'a', 'extra_hosts'])).toEqual(isThere ? ['a=10.0.0.1'] : undefined);
});

test('a whole resource can be taken away', () => {
  const files = {
    'compose.yaml': 'services: {a: {image: x}, b: {image: y}}\n',
    'compose.override.yaml': 'services: {b: !reset null}\n',
  };
  expect(configAt(files, ['services', 'b'])).toBeUndefined();
});
