/** What holds for every project: stages change nothing they were given, and doing a stage again changes nothing more. */
import fc from 'fast-check';
import { toCanonical } from '../../src/compose/canonical.js';
import { omitEmpty, setDefaults } from '../../src/compose/defaults.js';
import { extendService, mergeTrees } from '../../src/compose/merge.js';
import { normalize } from '../../src/compose/normalize.js';
import { resolvePaths } from '../../src/compose/paths.js';
import { enforceUnicity } from '../../src/compose/unicity.js';
import { type Mapping, mapping } from '../../src/source/tree.js';
import { frozen, mappingOf, plain, treeOf, withUnknowns } from '../support/trees.js';

const OPTIONS = { mode: 'analysis', lenient: false } as const;
const PATHS = { directory: '/work', home: '/home/me' };

/** Mostly what Compose allows, and sometimes anything. */
const loose = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
const oneOf = (...values: readonly unknown[]) => loose(fc.constantFrom(...values));
const listOf = (arbitrary: fc.Arbitrary<unknown>) => loose(fc.array(arbitrary, { maxLength: 4 }));
const keyed = (names: readonly string[], arbitrary: fc.Arbitrary<unknown>) =>
  loose(fc.dictionary(fc.constantFrom(...names), arbitrary, { maxKeys: 3 }));

const pairs = fc.oneof(
  listOf(oneOf('A=1', 'A', 'B=', '${C}=x', 'D=${D}')),
  keyed(['A', 'B', '__proto__'], oneOf('1', 2, null, true, '${X}', 1.5)),
);
const names = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof(listOf(oneOf('a', 'b', 'default')), keyed(['a', 'b', 'default'], arbitrary));

const service = loose(
  fc.record(
    {
      build: oneOf('.', { context: './x', args: ['A'] }, { args: { A: null } }, '${CONTEXT}'),
      command: oneOf('x', ['a', 'b'], null),
      configs: listOf(oneOf('a', { source: 'a', target: '/b' })),
      depends_on: names(oneOf({ condition: 'service_healthy' }, {})),
      devices: listOf(oneOf('/dev/a', '/dev/a:/dev/b:r', '${A}:/dev/x')),
      dns: oneOf('1.1.1.1', ['1.1.1.1', '']),
      env_file: oneOf('.env', ['a', { path: './b' }]),
      environment: pairs,
      extra_hosts: pairs,
      image: oneOf('x', '${IMAGE}'),
      labels: pairs,
      links: listOf(oneOf('a', 'b:c', '${L}:x')),
      logging: oneOf({ driver: 'a' }, { options: { x: '1' } }),
      network_mode: oneOf('host', 'service:a'),
      networks: names(oneOf(null, { aliases: ['x', 'x'] })),
      ports: listOf(oneOf(80, '80:80', '8-12:8-12', '${IP}:${PORT}:80', '${ALL}', { target: 80 }, '1:2:3:4', '0')),
      secrets: listOf(oneOf('a', { source: 'a' })),
      tmpfs: oneOf('/a', ['/a', '/b']),
      ulimits: keyed(['nofile'], oneOf(1, { soft: 1 }, '${N}')),
      volumes: listOf(
        oneOf('/a', './a:/b', 'vol:/c/', '${S}:${T}:${O}', { type: 'bind', source: './x', target: '/y' }, 'ab::c'),
      ),
      volumes_from: listOf(oneOf('a:ro', 'container:x')),
    },
    { requiredKeys: [] },
  ),
);

const project: fc.Arbitrary<Mapping> = fc
  .record(
    {
      name: fc.constant('p'),
      services: keyed(['a', 'b', 'c'], service),
      networks: keyed(['a', 'default'], oneOf(null, { external: { name: 'x' } }, { labels: ['A=1'] })),
      volumes: keyed(['v'], oneOf(null, { driver: 'local', driver_opts: { o: 'bind', device: './d' } })),
      secrets: keyed(['s'], oneOf({ file: './s' })),
    },
    { requiredKeys: [] },
  )
  .map((value) => frozen(withUnknowns(mappingOf(value))));

const canonical = (tree: Mapping) => toCanonical(enforceUnicity(tree).tree, OPTIONS).tree;

test('an empty override changes nothing', () => {
  fc.assert(
    fc.property(project, (tree) => {
      expect(mergeTrees(tree, mapping([], tree.at))).toEqual({ tree, problems: [] });
      expect(mergeTrees(mapping([], tree.at), tree).tree.entries).toEqual(tree.entries);
    }),
  );
});

test('merging gives the same each time, and leaves both sides alone', () => {
  fc.assert(
    fc.property(project, project, (base, override) => {
      const before = [plain(base), plain(override)];
      const first = mergeTrees(base, override);
      expect(mergeTrees(base, override)).toEqual(first);
      expect([plain(base), plain(override)]).toEqual(before);
      extendService(base, override);
    }),
  );
});

test('what is canonical stays as it is', () => {
  fc.assert(
    fc.property(project, (tree) => {
      const once = frozen(canonical(tree));
      const again = toCanonical(once, OPTIONS);
      expect(plain(again.tree)).toEqual(plain(once));
      expect(enforceUnicity(enforceUnicity(once).tree).problems).toEqual([]);
    }),
  );
});

test('defaults, paths and unicity are settled after one time', () => {
  fc.assert(
    fc.property(project, (tree) => {
      const unique = frozen(enforceUnicity(canonical(tree)).tree);
      expect(enforceUnicity(unique).tree).toBe(unique);
      const full = frozen(setDefaults(omitEmpty(unique)).tree);
      expect(plain(setDefaults(full).tree)).toEqual(plain(full));
      const placed = frozen(resolvePaths(full, PATHS).tree);
      expect(plain(resolvePaths(placed, PATHS).tree)).toEqual(plain(placed));
    }),
  );
});

test('what is normal stays as it is', () => {
  fc.assert(
    fc.property(project, (tree) => {
      const lookup = (name: string) => (name === 'A' ? { value: 'x' } : undefined);
      const once = frozen(normalize(canonical(tree), lookup));
      expect(plain(normalize(once, lookup))).toEqual(plain(once));
    }),
  );
});

test('no stage breaks down over a tree of any shape', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('services', 'networks', 'volumes', 'secrets', 'x'), fc.jsonValue()),
      (value) => {
        const tree = frozen(mappingOf(value));
        const merged = mergeTrees(tree, tree).tree;
        const full = resolvePaths(setDefaults(omitEmpty(canonical(merged))).tree, PATHS).tree;
        normalize(full, () => undefined);
        expect(treeOf(plain(full))).toBeDefined();
      },
    ),
  );
});
