/** Whatever a project refers to, nothing beyond the repository is opened: not by `..`, an absolute path, `~`, nor a link. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { folderWith } from '../support/folder.js';
import { type Outcome, run } from '../support/world.js';

/** As a key would be quoted: by a mistake in YAML, by one in `.env`, as a variable, in a snippet. */
const CANARY = 'b3BlbnNzaC1rZXktdjEAAAAA';
const KEY = `-----BEGIN OPENSSH PRIVATE KEY-----\n${CANARY}: [\nAPI_TOKEN=${CANARY}\n-----END OPENSSH PRIVATE KEY-----\n`;
const BASE = `services:\n  base:\n    image: shop/app:1.0\n    environment: { DB_PASSWORD: ${CANARY} }\n`;

interface Place {
  readonly home: string;
  /** The repository. */
  readonly cwd: string;
}

/** A home with a key and a Compose file, and a repository in it. */
function place(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): Place {
  const home = folderWith({ '.ssh/id_rsa': KEY, '.ssh/base.yaml': BASE, 'work/shop/.git/HEAD': '' });
  const cwd = path.join(home, 'work/shop');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text.replaceAll('HOME', home));
  }
  for (const [name, target] of Object.entries(links))
    symlinkSync(target.replaceAll('HOME', home), path.join(cwd, name));
  return { home, cwd };
}

const APP = 'services:\n  app:\n    image: shop/app:1.0\n';
const WAYS = [
  '../../.ssh',
  'HOME/.ssh',
  '~/.ssh',
  'link',
  'link-to-link',
  'sub/../../../.ssh',
  './x/../../../.ssh',
] as const;
const LINKS = { link: 'HOME/.ssh', 'link-to-link': 'link' };

const REFERENCES: readonly (readonly [string, (way: string) => string])[] = [
  ['include', (way) => `include: ['${way}/id_rsa']\n${APP}`],
  ['include of a project', (way) => `include: ['${way}/base.yaml']\n${APP}`],
  ['project_directory', (way) => `include: [{ path: part.yaml, project_directory: '${way}' }]\n${APP}`],
  ['env_file of an include', (way) => `include: [{ path: part.yaml, env_file: '${way}/id_rsa' }]\n${APP}`],
  ['extends', (way) => `${APP}    extends: { file: '${way}/base.yaml', service: base }\n`],
  ['extends of what is no YAML', (way) => `${APP}    extends: { file: '${way}/id_rsa', service: base }\n`],
  ['env_file', (way) => `${APP}    env_file: ['${way}/id_rsa']\n`],
  ['raw env_file', (way) => `${APP}    env_file: [{ path: '${way}/id_rsa', format: raw }]\n`],
  ['label_file', (way) => `${APP}    label_file: '${way}/id_rsa'\n`],
  ['secret', (way) => `${APP}    secrets: [k]\nsecrets: { k: { file: '${way}/id_rsa' } }\n`],
  ['config', (way) => `${APP}    configs: [k]\nconfigs: { k: { file: '${way}/id_rsa' } }\n`],
];

async function everyOutput({ cwd, home }: Place, ...argv: readonly string[]): Promise<readonly Outcome[]> {
  const setting = { cwd, env: { HOME: home } };
  const commands = [
    ...FORMAT_NAMES.map((format) => ['check', '--pedantic', '--verbose', '--format', format]),
    ['check', '--strict'],
    ['graph', '--format', 'json'],
    ['fix'],
    ['baseline'],
  ];
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await run([...command, ...argv], setting));
  return outcomes;
}

function expectNothingTold(outcomes: readonly Outcome[]): void {
  for (const { code, stdout, stderr } of outcomes) {
    expect(stdout + stderr).not.toContain(CANARY);
    expect(stdout + stderr).not.toContain('PRIVATE KEY');
    expect(code).toBeLessThan(3);
  }
}

describe.each(REFERENCES)('%s', (_, compose) => {
  test.each(WAYS)(
    '%s',
    async (way) => {
      const there = place({ 'compose.yaml': compose(way), 'part.yaml': 'services: {}\n', 'sub/x': '' }, LINKS);
      expectNothingTold(await everyOutput(there));
    },
    60_000,
  );
});

test.each([
  ['the Compose file', 'compose.yaml', 'HOME/.ssh/id_rsa'],
  ['the override', 'compose.override.yaml', 'HOME/.ssh/id_rsa'],
  ['.env', '.env', 'HOME/.ssh/id_rsa'],
  ['the configuration', 'bulkhead.yaml', 'HOME/.ssh/id_rsa'],
  ['.gitignore', '.gitignore', '../../.ssh/id_rsa'],
  ['.env.example', '.env.example', '../../.ssh/id_rsa'],
])('a link in the place of %s', async (_, name, target) => {
  const files =
    name === 'compose.yaml' ? {} : { 'compose.yaml': `${APP}    environment: { DB_PASSWORD: maple-cedar-41 }\n` };
  expectNothingTold(await everyOutput(place(files, { [name]: target })));
});

test.each([
  ['a baseline', 'bulkhead.yaml', 'baseline: ../../.ssh/id_rsa\n'],
  ['COMPOSE_FILE', '.env', 'COMPOSE_FILE=../../.ssh/base.yaml\n'],
  ['COMPOSE_ENV_FILES', '.env', 'COMPOSE_ENV_FILES=HOME/.ssh/id_rsa\n'],
])('%s that leads out', async (_, name, text) => {
  expectNothingTold(await everyOutput(place({ 'compose.yaml': APP, [name]: text })));
});

test('what lies outside is told, with its place and the option', async () => {
  const { cwd, home } = place({ 'compose.yaml': `include: [../../.ssh/base.yaml]\n${APP}` });
  const { code, stdout } = await run(['check'], { cwd, env: { HOME: home } });
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('(--allow-outside) --> compose.yaml:1:11');
  expect(code).toBe(2);
  const allowed = await run(['check', '--allow-outside', '--format', 'json'], { cwd, env: { HOME: home } });
  expect(JSON.parse(allowed.stdout).projects[0].services).toBe(2);
});

test('what the command line names may lie elsewhere, and so may what lies beside it', async () => {
  const cwd = folderWith({});
  const other = folderWith({
    'a/compose.yaml': `include: [part.yaml]\n${APP}`,
    'a/part.yaml': 'services: { b: { image: x } }\n',
    'v.env': 'A=b\n',
  });
  for (const argv of [
    [`${other}/a`],
    [`${other}/a/compose.yaml`],
    ['-f', `${other}/a/compose.yaml`],
    ['--project-directory', `${other}/a`, '-f', `${other}/a/compose.yaml`],
  ]) {
    const { code, stdout, stderr } = await run(['check', '--env-file', `${other}/v.env`, '--format', 'json', ...argv], {
      cwd,
    });
    expect({ argv, code, stderr, services: JSON.parse(stdout).projects[0]?.services }).toEqual({
      argv,
      code: 0,
      stderr: '',
      services: 2,
    });
  }
});

test('a repository ends where the nearest .git is, directory or file, as in a worktree or a submodule', async () => {
  const files = {
    '.git/HEAD': '',
    'common.yaml': 'services: { c: { image: x } }\n',
    'sub/compose.yaml': `include: [../common.yaml]\n${APP}`,
  };
  const whole = folderWith(files);
  expect((await run(['check'], { cwd: path.join(whole, 'sub') })).code).toBe(0);
  const submodule = folderWith({ ...files, 'sub/.git': 'gitdir: ../.git/modules/sub\n' });
  expect((await run(['check'], { cwd: path.join(submodule, 'sub') })).code).toBe(2);
  // Started above, the run may go wherever the repository above does: what is planted below takes nothing away, nor adds.
  expect((await run(['check', 'sub'], { cwd: submodule })).code).toBe(0);
  const planted = folderWith({
    ...files,
    'sub/.git': 'gitdir: /\n',
    'sub/compose.yaml': `include: [/etc/hostname]\n${APP}`,
  });
  expect((await run(['check', 'sub'], { cwd: planted })).code).toBe(2);
});

test('dotfiles under version control make no repository of the home directory', async () => {
  const home = folderWith({
    '.git/HEAD': '',
    '.ssh/base.yaml': BASE,
    'down/shop/compose.yaml': `include: [../../.ssh/base.yaml]\n${APP}`,
  });
  const { code, stdout } = await run(['check'], { cwd: path.join(home, 'down/shop'), env: { HOME: home } });
  expect(code).toBe(2);
  expect(stdout).not.toContain(CANARY);
});

test('circles of links, and links that lead nowhere, are told', async () => {
  const cwd = folderWith({});
  symlinkSync('compose.yaml', path.join(cwd, 'compose.yaml'));
  symlinkSync('gone', path.join(cwd, 'broken.yaml'));
  expect((await run(['check', 'compose.yaml'], { cwd })).stdout).toContain('too many levels of symbolic links');
  expect((await run(['check', 'broken.yaml'], { cwd })).stdout).toContain('leads nowhere');
});
