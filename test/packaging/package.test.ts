/** What npm would pack, and what the README says of it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/shared.js';

const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(text('package.json'));

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_EXTRA_CA_CERTS$)/i.test(name)),
);
const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: ROOT,
  encoding: 'utf8',
  env: environment,
  shell: process.platform === 'win32',
});
const [packed]: readonly (Packed | undefined)[] = JSON.parse(stdout);
const files = packed?.files.map((file) => file.path) ?? [];

test('it is small', () => {
  expect(packed?.size).toBeGreaterThan(100_000);
  expect(packed?.size).toBeLessThan(2_000_000);
});

test('everything that it promises is in it', () => {
  const { main, types, bin, exports } = manifest;
  const promised = [
    main,
    types,
    ...Object.values(bin),
    ...Object.values(exports).flatMap((each) => Object.values(each as object)),
  ];
  const paths = promised
    .filter((each) => typeof each === 'string' && each.length > 1)
    .map((each) => path.posix.normalize(each));
  expect(files).toEqual(expect.arrayContaining(paths));
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'dist/THIRD-PARTY-LICENSES.txt', 'schemas/report.schema.json']),
  );
});

test('and nothing else: no tests, no sources, no maps, no scripts of the build', () => {
  const allowed =
    /^(?:LICENSE|README\.md|package\.json|action\.yml|dist\/(?:cli\/)?[\w.-]+\.(?:js|txt)|dist\/types\/.+\.d\.ts|schemas\/[\w.-]+\.json)$/;
  expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith('.js')))
    expect(text(file)).not.toContain('sourceMappingURL=');
});

test('it says which Node it needs, and under which licence it comes', () => {
  expect(manifest.engines).toEqual({ node: '>=20.12' });
  expect(manifest.license).toBe('MIT');
  expect(text('LICENSE')).toMatch(/^MIT License/);
});

describe('what is bundled', () => {
  const table = /## Dependencies([\s\S]*?)\n## /.exec(text('README.md'))?.[1] ?? '';
  const named = Array.from(table.matchAll(/^\| \[`([^`]+)`\]\([^)]+\) \| (.+) \|$/gm), ([, name = '', why = '']) => ({
    name,
    why,
  }));
  const bundled = Array.from(
    text('dist/THIRD-PARTY-LICENSES.txt').matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d[\w.+-]* \(([^)]+)\)$/gm),
    ([, name = '', licence = '']) => ({ name, licence }),
  );
  const dependenciesOf = (name: string): readonly string[] => {
    const { dependencies = {} } = JSON.parse(text(`node_modules/${name}/package.json`));
    return Object.keys(dependencies).flatMap((each) => [each, ...dependenciesOf(each)]);
  };

  test('has a licence each that asks for no more than its text', () => {
    expect(bundled.length).toBeGreaterThan(3);
    expect(
      [...new Set(bundled.map(({ licence }) => licence))].filter((licence) => !['MIT', 'ISC'].includes(licence)),
    ).toEqual([]);
  });

  test('is in the table, with the reason, or comes with something that is', () => {
    const known = new Set(named.flatMap(({ name }) => [name, ...dependenciesOf(name)]));
    expect(bundled.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
    for (const { why } of named) expect(why).toMatch(/\w+ \w+/);
  });

  test('is all that is in the table, but for what the build alone needs', () => {
    const shipped = new Set(bundled.map(({ name }) => name));
    expect(named.map(({ name }) => name).filter((name) => !shipped.has(name))).toEqual(['ajv']);
    expect(named.map(({ name }) => name).filter((name) => !(name in manifest.devDependencies))).toEqual([]);
  });
});
