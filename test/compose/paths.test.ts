import { type PathOptions, resolvePaths } from '../../src/compose/paths.js';
import { textOf } from '../../src/source/text.js';
import { at, plain, withUnknowns, yaml } from '../support/trees.js';

const OPTIONS: PathOptions = { directory: '/base', home: '/home/me' };

function resolved(text: string, options = OPTIONS) {
  return resolvePaths(withUnknowns(yaml(text)), options);
}

const SOURCE = ['services', 'a', 'volumes', 0, 'source'];
const volume = (source: string) =>
  `services: { a: { volumes: [{ type: bind, source: ${JSON.stringify(source)}, target: /t }] } }`;
const context = (path: string) => `services: { a: { build: { context: ${JSON.stringify(path)} } } }`;

test.each([
  ['./x', '/base/x'],
  ['../x/', '/x'],
  ['/abs//x', '/abs//x'],
  ['~/x', '/home/me/x'],
  ['~', '/home/me'],
  ['C:\\x', 'C:\\x'],
  ['\\\\server\\x', '\\\\server\\x'],
  ['', '/base'],
  ['${DATA}/x', '${DATA}/x'],
  ['./${DATA}/x', '/base/${DATA}/x'],
])('bind mount of %s', (source, path) => {
  expect(plain(at(resolved(volume(source)).tree, ...SOURCE))).toBe(path);
});

test.each([
  ['.', '/base'],
  ['app', '/base/app'],
  ['https://host/repository.git', 'https://host/repository.git'],
  ['git@host:repository', 'git@host:repository'],
  ['github.com/a/b', 'github.com/a/b'],
  ['service:base', 'service:base'],
  ['', ''],
])('build context %s', (path, result) => {
  expect(plain(at(resolved(context(path)).tree, 'services', 'a', 'build', 'context'))).toBe(result);
});

test.each<[string, readonly (string | number)[], unknown]>([
  ['services: { a: { env_file: [{ path: a.env }] } }', ['services', 'a', 'env_file', 0, 'path'], '/base/a.env'],
  ['services: { a: { label_file: [l] } }', ['services', 'a', 'label_file', 0], '/base/l'],
  ['services: { a: { volumes: [{ type: volume, source: x, target: /t }] } }', SOURCE, 'x'],
  [
    'services: { a: { build: { ssh: { default: , k: ./k } } } }',
    ['services', 'a', 'build', 'ssh'],
    { default: null, k: '/base/k' },
  ],
  ['secrets: { s: { file: ./s } }', ['secrets', 's', 'file'], '/base/s'],
  [
    'volumes: { v: { driver: local, driver_opts: { o: bind, device: ./d } } }',
    ['volumes', 'v', 'driver_opts', 'device'],
    '/base/d',
  ],
  ['volumes: { v: { driver_opts: { o: bind, device: ./d } } }', ['volumes', 'v', 'driver_opts', 'device'], './d'],
])('%s', (text, path, result) => {
  expect(plain(at(resolved(text).tree, ...path))).toEqual(result);
});

test('a relative directory gives relative paths', () => {
  const { tree } = resolved(volume('./x'), { directory: '../base', home: undefined });
  expect(plain(at(tree, ...SOURCE))).toBe('../base/x');
});

test('without a home directory, ~ stays what it is', () => {
  expect(plain(at(resolved(volume('/~'), { directory: '/w', home: undefined }).tree, ...SOURCE))).toBe('/~');
});

test('watched paths follow links, and remote bases are no paths', () => {
  const text = 'services: { a: { develop: { watch: [{ path: ./x }] }, extends: { file: "oci://x", service: b } } }';
  const { tree } = resolved(text, {
    ...OPTIONS,
    realPath: (path) => `/real${path}`,
    isRemote: (path) => path.startsWith('oci:'),
  });
  expect(plain(at(tree, 'services', 'a', 'develop', 'watch', 0, 'path'))).toBe('/real/base/x');
  expect(plain(at(tree, 'services', 'a', 'extends', 'file'))).toBe('oci://x');
});

test('a bind mount needs a source', () => {
  const { problems } = resolved('services: { a: { volumes: [{ type: bind, target: /t }] } }');
  expect(problems.map((problem) => [problem.message, problem.at && textOf(problem.at)])).toEqual([
    ['invalid mount config for type "bind": field Source must not be empty', '{ type: bind, target: /t }'],
  ]);
});

test('a resolved path is still where it was written, and its variables are where they are now', () => {
  const source = at(resolved(volume('./${DATA}/x')).tree, ...SOURCE);
  expect(source && textOf(source.at)).toBe('"./${DATA}/x"');
  expect(source?.kind === 'scalar' && source.interpolation?.substitutions).toMatchObject([
    { name: 'DATA', start: 6, end: 13 },
  ]);
});
