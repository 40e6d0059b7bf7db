/** Which projects a search makes of the files of a repository: `check --recursive` and `check --whole-project`. */
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { diskHost } from '../../src/run/disk.js';
import { findProjects } from '../../src/run/find-projects.js';
import type { Limits } from '../../src/source/limits.js';
import { folderWith } from '../support/folder.js';
import { run } from '../support/world.js';

const WEB = 'services:\n  web:\n    image: nginx:1.27\n';
const PORTS = 'services:\n  web:\n    ports: ["80:80"]\n';

type Files = Readonly<Record<string, string>>;

/** The files of each project, joined by `+`. */
async function projects(files: Files, ...argv: readonly string[]): Promise<readonly string[]> {
  return projectsIn(folderWith(files), ...argv);
}

async function projectsIn(cwd: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await run(['check', '--format', 'json', ...argv], { cwd });
  if (stderr !== '' && !stderr.startsWith('bulkhead: no Compose file found')) throw new Error(stderr);
  const report: { readonly projects: readonly { readonly files: readonly string[] }[] } = JSON.parse(stdout);
  return report.projects.map((project) => project.files.join(' + '));
}

describe('--recursive', () => {
  test.each<readonly [string, Files, readonly string[]]>([
    [
      'the four names of Docker Compose',
      { 'a/compose.yaml': WEB, 'b/docker-compose.yml': WEB },
      ['a/compose.yaml', 'b/docker-compose.yml'],
    ],
    [
      'a main file with its override',
      { 'compose.yaml': WEB, 'compose.override.yaml': PORTS },
      ['compose.yaml + compose.override.yaml'],
    ],
    [
      'a variant that stands alone',
      { 'compose.yaml': WEB, 'compose.prod.yaml': WEB },
      ['compose.yaml', 'compose.prod.yaml'],
    ],
    [
      'a variant that is a fragment',
      { 'compose.yaml': WEB, 'compose.override.yaml': PORTS, 'compose.prod.yaml': PORTS },
      ['compose.yaml + compose.override.yaml', 'compose.yaml + compose.prod.yaml'],
    ],
    ['a fragment without a main file', { 'deploy/docker-compose.prod.yml': PORTS }, ['deploy/docker-compose.prod.yml']],
    [
      'names that people make up',
      { 'docker-compose-dev.yml': WEB, 'compose_test.yaml': WEB, 'prod.docker-compose.yml': WEB },
      ['compose_test.yaml', 'docker-compose-dev.yml', 'prod.docker-compose.yml'],
    ],
    [
      'names of something else',
      {
        'composer.yaml': WEB,
        'decompose.yml': WEB,
        'compose.config.yaml': 'kind: ConfigMap\n',
        'compose.yaml.j2': WEB,
      },
      [],
    ],
    [
      'what another project includes is no project of its own',
      { 'compose.yaml': 'include: [db/compose.yaml]\n', 'db/compose.yaml': WEB },
      ['compose.yaml + db/compose.yaml'],
    ],
    [
      'what another project extends may well be one',
      {
        'a/compose.yaml': 'services:\n  api:\n    extends: { file: ../b/compose.yaml, service: web }\n',
        'b/compose.yaml': WEB,
      },
      ['a/compose.yaml + b/compose.yaml', 'b/compose.yaml'],
    ],
    [
      'a file to extend from is none',
      {
        'compose.yaml': 'services:\n  api:\n    extends: { file: compose.common.yaml, service: web }\n',
        'compose.common.yaml': WEB,
      },
      ['compose.yaml + compose.common.yaml'],
    ],
    [
      '.env may name the files',
      {
        '.env': 'COMPOSE_FILE=compose.base.yaml:compose.prod.yaml\n',
        'compose.base.yaml': WEB,
        'compose.prod.yaml': PORTS,
      },
      ['compose.base.yaml + compose.prod.yaml'],
    ],
    [
      'node_modules, .git, and what git ignores',
      {
        '.gitignore': 'build/\n*.local.yaml\n!keep.local.yaml\n',
        'a/.gitignore': '/private\n',
        'node_modules/x/compose.yaml': WEB,
        '.git/compose.yaml': WEB,
        'build/compose.yaml': WEB,
        'a/build/compose.yaml': WEB,
        'a/private/compose.yaml': WEB,
        'b/private/compose.yaml': WEB,
        'compose.local.yaml': WEB,
      },
      ['b/private/compose.yaml'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await projects(files, '-r')).toEqual(expected);
  });

  test('a directory below the repository obeys the ignore files above', async () => {
    const root = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'gen/\n',
      'a/gen/compose.yaml': WEB,
      'a/b/compose.yaml': WEB,
    });
    expect(await projectsIn(path.join(root, 'a'), '-r')).toEqual(['b/compose.yaml']);
  });

  test('--exclude speaks the language of .gitignore', async () => {
    const files = { 'a/compose.yaml': WEB, 'test/compose.yaml': WEB, 'a/test/compose.yaml': WEB };
    expect(await projects(files, '-r', '--exclude', '/test')).toEqual(['a/compose.yaml', 'a/test/compose.yaml']);
    expect(await projects(files, '-r', '--exclude', 'test/')).toEqual(['a/compose.yaml']);
  });

  test('files are projects of their own, directories are searched, nothing is checked twice', async () => {
    const files = {
      'a/compose.yaml': WEB,
      'a/compose.override.yaml': PORTS,
      'b/stack.yaml': WEB,
      'c/compose.yaml': WEB,
    };
    expect(await projects(files, '-r', 'b/stack.yaml', 'a', '.', 'c')).toEqual([
      'b/stack.yaml',
      'a/compose.yaml + a/compose.override.yaml',
      'c/compose.yaml',
    ]);
  });

  test('symbolic links are not followed, and that is said of Compose files', async () => {
    const root = folderWith({ 'real/compose.yaml': WEB });
    mkdirSync(path.join(root, 'a'));
    symlinkSync('../real/compose.yaml', path.join(root, 'a/compose.yaml'));
    symlinkSync('..', path.join(root, 'real/loop'));
    const { code, stdout } = await run(['check', '-r'], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toMatch(/symbolic link.*\n?.*\n\s+--> a\/compose\.yaml/);
    expect(await projectsIn(root, '-r')).toEqual(['real/compose.yaml']);
  });

  test('nothing found is no success', async () => {
    const { code, stdout } = await run(['check', '-r'], { cwd: folderWith({ 'a/readme.md': '' }) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'Nothing was analyzed\n' });
  });

  test('a broken project is a gap, and does not keep the others from being checked', async () => {
    const cwd = folderWith({ 'a/compose.yaml': 'services: [\n', 'b/compose.yaml': WEB });
    const { code, stdout } = await run(['check', '-r'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('--> a/compose.yaml:1:11');
    expect(stdout).toContain('so the analysis is incomplete · 2 projects, 1 service, 2 files analyzed');
  });

  test('what several projects have in common is told once', async () => {
    const secret =
      'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: maple-cedar-41\n';
    const cwd = folderWith({
      'compose.yaml': secret,
      'compose.prod.yaml': 'services:\n  db:\n    restart: always\n',
      'compose.test.yaml': 'services:\n  db:\n    restart: always\n',
    });
    const { stdout } = await run(['check', '-r', '--format', 'unix'], { cwd });
    expect(stdout.match(/plaintext-credentials/g)).toHaveLength(1);
  });

  test('projects of one name are not taken for one network', async () => {
    const proxy = 'services:\n  proxy:\n    image: nginx\n    ports: ["80:80"]\n';
    const database =
      'services:\n  db:\n    image: postgres:17\n  app:\n    image: app\n    environment: { PGHOST: db }\n';
    const cwd = folderWith({ 'a/x/compose.yaml': proxy, 'b/x/compose.yaml': database });
    const { code, stdout } = await run(['check', '-r', '--format', 'unix'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  test.each([
    ['-f', 'compose.yaml'],
    ['-p', 'x'],
    ['--project-directory', '.'],
  ])('goes without %s', async (option, value) => {
    const { code, stderr } = await run(['check', '-r', option, value], { cwd: folderWith({ 'compose.yaml': WEB }) });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('a search finds projects of its own'),
    });
  });
});

describe('limits', () => {
  const host = diskHost({});
  const files = { 'a/b/c/compose.yaml': WEB, 'd/compose.yaml': WEB, 'e/compose.yaml': WEB };

  test.each<readonly [string, Partial<Limits>, number]>([
    ['search-depth=2', { 'search-depth': 2 }, 2],
    ['directories=5', { directories: 5 }, 2],
    ['projects=1', { projects: 1 }, 1],
    ['none of them', {}, 3],
  ])('%s', (name, limits, count) => {
    const root = folderWith(files);
    const found = findProjects(host, root, { displayDirectory: root, exclude: [], limits });
    expect(found.folders).toHaveLength(count);
    expect(found.gaps.map(({ reason }) => reason)).toEqual(
      count === 3
        ? []
        : [`too many directories, or too deep ones, to search all of them: name the projects (--limit ${name})`],
    );
  });
});

describe('--whole-project', () => {
  const BASE = { 'compose.yaml': WEB, 'compose.override.yaml': PORTS, 'compose.prod.yaml': PORTS };
  const SHARED_FILES = {
    '.git/HEAD': '',
    'common/redis.yaml': WEB,
    'a/compose.yaml': 'include: [../common/redis.yaml]\n',
    'b/compose.yaml': 'services:\n  api:\n    extends: { file: ../common/redis.yaml, service: web }\n',
    'c/compose.yaml': WEB,
  };

  test.each<readonly [string, Files, readonly string[], readonly string[]]>([
    ['the override', BASE, ['compose.override.yaml'], ['compose.yaml + compose.override.yaml']],
    ['a fragment', BASE, ['compose.prod.yaml'], ['compose.yaml + compose.prod.yaml']],
    [
      'the main file, with all that are merged onto it',
      BASE,
      ['compose.yaml'],
      ['compose.yaml + compose.override.yaml', 'compose.yaml + compose.prod.yaml'],
    ],
    [
      'several files of one project',
      BASE,
      ['compose.override.yaml', 'compose.yaml', 'compose.override.yaml'],
      ['compose.yaml + compose.override.yaml', 'compose.yaml + compose.prod.yaml'],
    ],
    [
      'a file that is included and extended from elsewhere',
      SHARED_FILES,
      ['common/redis.yaml'],
      ['a/compose.yaml + common/redis.yaml', 'b/compose.yaml + common/redis.yaml'],
    ],
    [
      'a file that an included file includes',
      {
        '.git/HEAD': '',
        'compose.yaml': 'include: [one.yaml]\n',
        'one.yaml': 'include: [two.yaml]\n',
        'two.yaml': WEB,
      },
      ['two.yaml'],
      ['compose.yaml + one.yaml + two.yaml'],
    ],
    ['a file that belongs to nothing', { ...BASE, 'stack/web.yaml': WEB }, ['stack/web.yaml'], ['stack/web.yaml']],
    ['other projects are left alone', SHARED_FILES, ['c/compose.yaml'], ['c/compose.yaml']],
  ])('%s', async (_, files, changed, expected) => {
    expect(await projects(files, '--whole-project', '--', ...changed)).toEqual(expected);
  });

  test('needs files to begin with', async () => {
    const { code, stderr } = await run(['check', '--whole-project'], { cwd: folderWith({}) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('which files') });
  });

  test('also from a directory of the repository', async () => {
    const root = folderWith(SHARED_FILES);
    expect(await projectsIn(path.join(root, 'common'), '--whole-project', 'redis.yaml')).toEqual([
      '../a/compose.yaml + redis.yaml',
      '../b/compose.yaml + redis.yaml',
    ]);
  });
});
