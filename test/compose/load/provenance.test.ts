/** Every value of a project points at what somebody wrote, and knows the way it came. */

import { textOf } from '../../../src/source/text.js';
import type { Origin, Scalar, Tree } from '../../../src/source/tree.js';
import { child } from '../../../src/source/tree.js';
import type { Files, Setting } from '../../support/load.js';
import { load, place } from '../../support/load.js';

const FILES = {
  'compose.yaml': `include: [inc.yaml]
x-common: &common {restart: always}
services:
  web:
    <<: *common
    extends: {file: base.yaml, service: base}
    image: "web:\${TAG}"
    ports: ["127.0.0.1:8080:80"]
    environment: {A: one}
    links: [db]
  db: {image: db}
`,
  'compose.override.yaml': 'services:\n  web:\n    environment: [B=two]\n',
  'base.yaml': 'services:\n  base:\n    user: "1000"\n',
  'inc.yaml': 'services:\n  worker: {image: worker, network_mode: "service:web"}\n',
  '.env': 'TAG=7\n',
};

function service(name: string, files: Files = FILES, setting: Setting = {}) {
  return load(files, setting).project?.services.find((one) => one.name === name);
}

const ways = (origin: Origin | undefined) => origin?.via.map(({ how }) => how);

test.each([
  ['written in the file', 'image', 'compose.yaml:7:12', []],
  ['through an alias and a merge key', 'restart', 'compose.yaml:2:29', ['alias', 'merge-key']],
  ['from the service extended', 'user', 'base.yaml:3:11', ['extends']],
])('a value %s', (_title, key, expected, via) => {
  const value = child(service('web')?.tree, key);
  expect([place(value?.at), ways(value?.at)]).toEqual([expected, via]);
});

test('an included service tells of the include', () => {
  const worker = service('worker');
  expect([place(worker?.at), ways(worker?.at)]).toEqual(['inc.yaml:2:3', ['include']]);
});

test('an overriding entry points at the override, with its own name and value', () => {
  const [a, b] = service('web')?.environment ?? [];
  expect([a, b].map((variable) => [variable?.name, place(variable?.at), place(variable?.value?.at)])).toEqual([
    ['A', 'compose.yaml:9:19', 'compose.yaml:9:22'],
    ['B', 'compose.override.yaml:3:19', 'compose.override.yaml:3:21'],
  ]);
});

test('a substituted variable names the place that defines it', () => {
  const [substitution] = service('web')?.image?.interpolation?.substitutions ?? [];
  expect([substitution?.name, place(substitution?.definition)]).toEqual(['TAG', '.env:1:5']);
});

test('a short port is one place, and each part of it another', () => {
  const web = service('web');
  expect(place(web?.ports[0]?.at)).toBe('compose.yaml:8:13');
  const ports = child(web?.tree, 'ports');
  const port = ports?.kind === 'sequence' ? ports.items[0] : undefined;
  const parts = ['host_ip', 'published', 'target'].map((name) => child(port, name)?.at);
  expect(parts.map((at) => at && textOf(at))).toEqual(['127.0.0.1', '8080', '80']);
});

test('what nobody wrote says why it is there', () => {
  const { project } = load(FILES);
  const network = project?.networks.find(({ key }) => key === 'default');
  expect(network?.at.via.at(-1)).toMatchObject({ how: 'default', reason: expect.any(String) });
  const web = service('web');
  expect(web?.dependsOn.map(({ service: name, implied, at }) => [name, implied, place(at)])).toEqual([
    ['db', true, 'compose.yaml:10:13'],
  ]);
});

function* scalars(tree: Tree): Generator<Scalar> {
  if (tree.kind === 'scalar') yield tree;
  else if (tree.kind === 'sequence') for (const item of tree.items) yield* scalars(item);
  else for (const { value } of tree.entries.values()) yield* scalars(value);
}

/** Not added by the loader, not made of an entry, not holding a variable. */
function isWritten({ at, pair, interpolation }: Scalar): boolean {
  return at.via.every(({ how }) => how !== 'default') && !pair && !interpolation;
}

test('the range of every value that was written, cut from its file, is the value', () => {
  const model = load(FILES).project?.model;
  const written = model ? [...scalars(model)].filter(isWritten) : [];
  expect(written.length).toBeGreaterThan(10);
  expect(written.map(({ at }) => textOf(at).replace(/^(["'])(.*)\1$/s, '$2'))).toEqual(
    written.map(({ value }) => String(value)),
  );
});
