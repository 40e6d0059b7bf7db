/** `--shard I/N`: every project in one part, whoever asks, and all parts together the whole. */
import path from 'node:path';
import fc from 'fast-check';
import { checkProjects } from '../../src/run/check.js';
import { diskHost } from '../../src/run/disk.js';
import { outlookOf } from '../../src/run/outlook.js';
import { type Piece, shareOf } from '../../src/run/shard.js';
import { parseShard } from '../../src/run/shard-name.js';
import { folderWith } from '../support/folder.js';
import { merged, shardsOf, type Written, written } from '../support/shards.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

describe('the name of a shard', () => {
  test.each(['1/1', '2/3', '3/3', '10000/10000'])('%s', (text) => {
    const { index, count } = parseShard(text);
    expect(`${index}/${count}`).toBe(text);
  });

  test.each(['', '0/3', '4/3', '1/0', '1', '1/', '/2', '1/2/3', '-1/2', '1.5/2', 'one/two', '1/10001', ' 1/2'])(
    'not %j',
    async (text) => {
      const { code, stderr } = await run(['check', `--shard=${text}`], { cwd: folderWith({}) });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringMatching(/^bulkhead: --shard: '.*' is no part of a whole\n {2}I\/N/),
      });
    },
  );
});

describe('the pieces', () => {
  const pieces = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 40 }).chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record<Piece>({
          name: fc.constant(name),
          links: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 1 }),
          weight: fc.nat(1000),
        }),
      ),
    ),
  );
  const counts = fc.integer({ min: 1, max: 9 });
  const split = (all: readonly Piece[], count: number) =>
    Array.from({ length: count }, (_, index) => {
      const { own, run: id } = shareOf(all, { index: index + 1, count });
      return { id, own: [...own].map((at) => all[at]).filter((piece) => piece !== undefined) };
    });

  test('are in one shard each, and linked ones together', () => {
    fc.assert(
      fc.property(pieces, counts, (all, count) => {
        const shards = split(all, count);
        const names = shards.flatMap(({ own }) => own.map(({ name }) => name));
        expect(names.toSorted()).toEqual(all.map(({ name }) => name).toSorted());
        expect(new Set(shards.map(({ id }) => id)).size).toBe(1);
        for (const link of 'abcde') {
          expect(shards.filter(({ own }) => own.some(({ links }) => links.includes(link))).length).toBeLessThan(2);
        }
      }),
    );
  });

  test('are shared out alike, in whichever order they are found', () => {
    fc.assert(
      fc.property(pieces, counts, (all, count) => {
        const namesOf = (list: readonly Piece[]) =>
          split(list, count).map(({ id, own }) => [id, own.map(({ name }) => name).toSorted()]);
        expect(namesOf(all.toReversed())).toEqual(namesOf(all));
      }),
    );
  });

  test('no shard has more than another by more than one piece', () => {
    fc.assert(
      fc.property(pieces, counts, (all, count) => {
        const single = all.map((piece) => ({ ...piece, links: [] }));
        const loads = split(single, count).map(({ own }) =>
          own.reduce((sum, { weight }) => sum + Math.max(weight, 1), 0),
        );
        const heaviest = Math.max(0, ...single.map(({ weight }) => Math.max(weight, 1)));
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(heaviest);
      }),
    );
  });
});

const db = (password: string, more = '') =>
  `services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: ${password}\n${more}`;
const linked = (more = '') =>
  `services:\n  web:\n    image: nginx:1.27\n    links: [db]\n${more}  db:\n    image: mysql:8\n`;

/** A project that its configuration never lets fail, however many shards have none. */
const STEERED = {
  'steered/.env': 'COMPOSE_FILE=../deploy/stack.yaml\n',
  'deploy/stack.yaml': db('sycamore-box-55'),
  'deploy/bulkhead.yaml': 'fail-on: never\n',
};

/** Folders that have to do with each other, and some that have not. */
const POOL: readonly Readonly<Record<string, string>>[] = [
  { 'plain/compose.yaml': db('maple-cedar-41') },
  { 'linked/compose.yaml': linked(), 'linked/compose.override.yaml': 'services:\n  web:\n    ports: ["80:80"]\n' },
  {
    'variants/compose.yaml': db('birch-aspen-52'),
    'variants/compose.prod.yaml': 'services:\n  db:\n    restart: always\n',
    'variants/compose.test.yaml': db('spruce-larch-63'),
  },
  {
    'common/redis.yaml': db('willow-elder-74'),
    'include/compose.yaml': 'include: [../common/redis.yaml]\n',
    'extend/compose.yaml': 'services:\n  api:\n    extends: { file: ../common/redis.yaml, service: db }\n',
  },
  { 'outer/compose.yaml': 'include: [../inner/compose.yaml]\n', 'inner/compose.yaml': linked() },
  {
    'round/a/compose.yaml': `include: [../b/compose.yaml]\n${db('hazel-alder-85')}`,
    'round/b/compose.yaml': 'include: [../a/compose.yaml]\n',
  },
  { 'escaped/compose.yaml': '"\\x69nclude": [../hidden/compose.yaml]\n', 'hidden/compose.yaml': linked() },
  {
    'shared.env': 'DB_PASSWORD=linden-rowan-96\n',
    'first/compose.yaml': 'services:\n  api:\n    image: example/api\n    env_file: ../shared.env\n',
    'second/compose.yaml': 'services:\n  api:\n    image: example/api\n    env_file:\n      - ../shared.env\n',
  },
  {
    'local/compose.yaml': 'services:\n  api:\n    image: example/api\n    env_file: api.env\n',
    'local/api.env': 'API_PASSWORD=juniper-holly-17\n',
    'neighbour/compose.yaml': 'services:\n  api:\n    image: example/api\n    env_file: ["../local/api.env"]\n',
  },
  {
    // Found by Docker Compose, though not by the search.
    'ignored/.gitignore': 'compose.override.yaml\n',
    'ignored/compose.yaml': linked(),
    'ignored/compose.override.yaml': 'include: [../behind/compose.yaml]\n',
    'behind/compose.yaml': db('walnut-beech-33'),
  },
  {
    // What brings in the last one is brought in itself, without the file that does.
    'chain/first/compose.yaml': 'include: [../second/compose.yaml]\n',
    'chain/second/compose.yaml': linked(),
    'chain/second/compose.override.yaml': 'include: [../third/compose.yaml]\n',
    'chain/third/compose.yaml': db('hornbeam-yew-44'),
  },
  STEERED,
  { 'broken/compose.yaml': 'services: [\n' },
  { 'empty/compose.yaml': 'volumes:\n  data:\n' },
  {
    'listed/.env': 'COMPOSE_FILE=base.yaml:../far/compose.base.yaml\n',
    'listed/base.yaml': linked(),
    'far/compose.base.yaml': 'services:\n  db:\n    restart: always\n',
  },
  {
    'lenient/compose.yaml': linked(),
    'lenient/bulkhead.yaml': 'fail-on: low\nrules: { deprecated-links: off, plaintext-credentials: medium }\n',
  },
  {
    'comment/compose.yaml': `# bulkhead-ignore-file[deprecated-links] nothing of the kind is left\n${db('poplar-acacia-28')}`,
  },
  {
    'bulkhead.yaml': [
      'ignores:',
      '  - { rules: [plaintext-credentials], paths: [plain, comment], reason: known }',
      '  - { rules: [deprecated-links, default-credentials], paths: [plain, linked, inner], reason: known }',
      '  - { rules: [name-shadowing], paths: [variants], reason: long gone }',
      '  - { rules: [plaintext-credentials], paths: [variants, round], expires: 2020-01-01, reason: for a while }',
      '',
    ].join('\n'),
  },
];

/** One that tells, in a comment, a path and a name, what only another project knows to be secret. */
const TELLING = {
  'told/a/compose.yaml': db('Xk29-Quince-Medlar'),
  'told/b/compose.yaml': [
    'services:',
    '  web: # Xk29-Quince-Medlar',
    '    image: nginx:1.27',
    '    links: [Xk29-Quince-Medlar]',
    '  Xk29-Quince-Medlar:',
    '    image: postgres:17',
    '    volumes: ["./Xk29-Quince-Medlar:/x"]',
    '    ports: ["5432:5432"]',
    '',
  ].join('\n'),
};

describe('a run', () => {
  test('is the sum of its shards, in JSON and in SARIF, whichever projects it has', async () => {
    const runs = fc.record({ chosen: fc.subarray([...POOL], { minLength: 1 }), count: fc.integer({ min: 1, max: 5 }) });
    await fc.assert(
      fc.asyncProperty(runs, async ({ chosen, count }) => {
        const cwd = folderWith({ '.git/HEAD': '', ...Object.assign({}, ...chosen) });
        const whole = await written(cwd, ['-r', '--pedantic']);
        const shards = await shardsOf(cwd, count, ['-r', '--pedantic']);
        expect(await merged(cwd, shards.toReversed())).toEqual(whole);
      }),
      {
        numRuns: 12,
        examples: [
          [{ chosen: [...POOL], count: 3 }],
          [{ chosen: [...POOL], count: 8 }],
          [{ chosen: [STEERED], count: 2 }],
        ],
      },
    );
  }, 120_000);

  test('is the same, however many projects are in memory together', () => {
    const runs = fc.record({
      chosen: fc.subarray([...POOL, TELLING], { minLength: 1 }),
      together: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(runs, ({ chosen, together }) => {
        const cwd = folderWith({ '.git/HEAD': '', ...Object.assign({}, ...chosen) });
        const check = (limit?: number) =>
          checkProjects(diskHost({}), {
            selection: {
              workingDirectory: cwd,
              paths: [],
              files: [],
              mode: 'analysis',
              profiles: [],
              envFiles: [],
              search: { scope: 'below', exclude: [] },
            },
            persona: 'pedantic',
            ...(limit !== undefined && { together: limit }),
          });
        const [whole, parts] = [check(), check(together)];
        expect(JSON.stringify(parts.report)).not.toContain('Quince-Medlar');
        expect(parts).toEqual({ ...whole, subjects: [] });
        expect(whole.subjects.map(({ project }) => project.name)).toEqual(
          whole.report.projects.map(({ name }) => name),
        );
      }),
      {
        numRuns: 20,
        examples: [
          [{ chosen: [TELLING], together: 1 }],
          [{ chosen: [...POOL, TELLING], together: 1 }],
          [{ chosen: [...POOL, TELLING], together: 4 }],
        ],
      },
    );
  }, 120_000);

  test('of which the shards alone cannot tell everything has all of it', async () => {
    const cwd = folderWith({ '.git/HEAD': '', ...Object.assign({}, ...POOL) });
    const problems = (json: string) =>
      JSON.parse(json).findings.flatMap(({ evidence }: { evidence: Record<string, string> }) =>
        evidence.place === 'config' ? `${evidence.rule} ${evidence.problem}` : [],
      );
    const [whole, ...shards] = [await written(cwd, ['-r']), ...(await shardsOf(cwd, 4, ['-r']))];
    expect(problems(whole.json)).toEqual([
      'plaintext-credentials expired',
      'default-credentials unused',
      'name-shadowing unused',
    ]);
    expect(shards.flatMap(({ json }) => problems(json))).toEqual([]);
    expect(shards.filter(({ json }) => JSON.parse(json).projects.length > 1).length).toBe(4);
  }, 60_000);

  test.each([[['-r', 'examples']], [['examples/shop', 'examples/legacy', 'examples/two-tier-leak']]])(
    'of the examples is, too: %j',
    async (argv) => {
      const whole = await written(ROOT, argv);
      expect(await merged(ROOT, await shardsOf(ROOT, 3, argv))).toEqual(whole);
    },
    60_000,
  );

  test('projects on one Engine are judged side by side, whichever shard has them', async () => {
    const meeting = 'networks:\n  meeting: { name: meeting }\n';
    const member = `services:\n  db:\n    image: postgres:17\n    networks: [meeting]\n${meeting}`;
    const cwd = folderWith({
      'a/compose.yaml': member,
      'b/compose.yaml': member,
      'c/compose.yaml': linked(),
      'd/compose.yaml': db('cypress-yew-39'),
    });
    const whole = await written(cwd, ['a', 'b', 'c', 'd']);
    const rules = JSON.parse(whole.json).findings.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(rules).toEqual(expect.arrayContaining(['duplicate-network-name', 'alias-collision']));
    const projectsOf = ({ json }: Written) => JSON.parse(json).projects.map(({ name }: { name: string }) => name);
    for (const count of [2, 3]) {
      const shards = await shardsOf(cwd, count, ['a', 'b', 'c', 'd']);
      expect(shards.map(projectsOf)).toContainEqual(expect.arrayContaining(['a', 'b']));
      expect(await merged(cwd, shards)).toEqual(whole);
      const reversed = await shardsOf(cwd, count, ['d', 'c', 'b', 'a']);
      expect(reversed.map((shard) => projectsOf(shard).sort())).toEqual(
        shards.map((shard) => projectsOf(shard).sort()),
      );
    }
  }, 60_000);

  test('the order of arguments decides nothing', async () => {
    const cwd = folderWith({
      'a/compose.yaml': linked(),
      'b/x/compose.yaml': linked(),
      'b/y/compose.yaml': db('fir-oak-40'),
    });
    const argv = ['-r', '--shard', '1/2', '--format', 'unix'];
    const [one, other] = [
      await run(['check', ...argv, 'a', 'b'], { cwd }),
      await run(['check', ...argv, 'b', 'a'], { cwd }),
    ];
    expect(one.stdout).toBe(other.stdout);
    expect(one.stdout).not.toBe('');
  });

  test('a fingerprint does not hang on which other repositories are there', async () => {
    const cwd = folderWith({
      'a/.git/HEAD': '',
      'a/compose.yaml': db('cedar-pine-51'),
      'b/.git/HEAD': '',
      'b/compose.yaml': db('cedar-pine-62'),
      'c/.git/HEAD': '',
      'c/compose.yaml': db('cedar-pine-73'),
    });
    const fingerprints = async (...argv: readonly string[]) => {
      const { findings } = JSON.parse((await written(cwd, ['-r', ...argv])).json);
      return new Map(
        findings.map(({ fingerprint, locations }: { fingerprint: string; locations: { file: string }[] }) => [
          locations[0]?.file,
          fingerprint,
        ]),
      );
    };
    const [all, some] = [await fingerprints('a', 'b', 'c'), await fingerprints('b', 'c')];
    expect(new Set(all.values()).size).toBe(3);
    expect(some.get('c/compose.yaml')).toBe(all.get('c/compose.yaml'));
  });
});

describe('a shard without projects', () => {
  const files = { 'a/compose.yaml': 'services:\n  web:\n    image: nginx:1.27\n' };

  test('passes, and says so', async () => {
    const cwd = folderWith(files);
    const { code, stdout } = await run(['check', '-r', '--shard', '2/2'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'Nothing to do for shard 2/2: all of the run is with the others\n',
    });
    const unix = await run(['check', '-r', '--shard', '2/2', '--format', 'unix'], { cwd });
    expect(unix).toEqual({ code: 0, stdout: '', stderr: `bulkhead: ${stdout}` });
  });

  test('of a run without projects is nothing', async () => {
    const cwd = folderWith({ 'readme.md': '' });
    const { code, stdout } = await run(['check', '-r', '--shard', '1/2'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'Nothing was analyzed\n' });
  });

  test('is of use where there is but one project', async () => {
    const cwd = folderWith(files);
    for (const argv of [['a'], ['-f', 'a/compose.yaml'], ['-r', 'a/compose.yaml']]) {
      const codes = (await shardsOf(cwd, 2, argv)).map(({ json }) => JSON.parse(json).projects.length);
      expect(codes).toEqual([1, 0]);
    }
  });
});

describe('whether a folder may reach beyond itself is told by its text', () => {
  const isWide = (text: string, env?: string): boolean => {
    const directory = folderWith({ 'compose.yaml': text, ...(env !== undefined && { '.env': env }) });
    const main = path.join(directory, 'compose.yaml');
    return outlookOf(diskHost({}), { directory, isProject: true, main, override: undefined, others: [] }).isWide;
  };
  const service = (line: string) => `services:\n  web:\n    image: nginx\n    ${line}\n  db:\n    image: mysql\n`;

  test.each([
    service('restart: always'),
    service('env_file: .env'),
    service('env_file: "./web.env"'),
    service('env_file:\n      - .env\n      - web.env'),
    service("env_file:\n    - '.env'\n\n    # more\n    restart: always"),
    'services:\n  web:\n    image: nginx\n    env_file: .env',
  ])('stays: %j', (text) => expect(isWide(text)).toBe(false));

  test.each([
    'include: [../a/compose.yaml]\n',
    '"inc\\u006cude": [../a/compose.yaml]\n',
    '"incl\\\n  ude": [../a/compose.yaml]\n',
    service('extends: { file: ../a.yaml, service: web }'),
    service('env_file: ../web.env'),
    service('env_file: /etc/web.env'),
    service('env_file: sub/web.env'),
    service('env_file: ${HERE}.env'),
    service('env_file: [.env, ../web.env]'),
    service('env_file: { path: ../web.env }'),
    service('env_file: &files .env'),
    service('env_file:\n      - .env\n      - ../web.env'),
    service('env_file:\n      - .env\n      # more\n      - ../web.env'),
    service('env_file:\n      - path: ../web.env'),
    service('label_file: ../web.labels'),
    service('env_file: .env\n    label_file: ../web.labels'),
  ])('may not: %j', (text) => expect(isWide(text)).toBe(true));

  test('.env may name files', () => {
    expect(isWide(service('restart: always'), 'TAG=1\n')).toBe(false);
    expect(isWide(service('restart: always'), 'COMPOSE_FILE=../a/compose.yaml\n')).toBe(true);
  });
});
