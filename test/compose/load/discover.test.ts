/** Which project a command line means. */
import { discover, withComposeVariables } from '../../../src/compose/discover.js';
import { loadProject } from '../../../src/compose/load.js';
import { memoryHost } from '../../support/memory-host.js';

const SERVICE = 'services: {a: {image: x}}\n';

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly directory?: string;
  readonly selection?: object;
  readonly expected: readonly string[];
}

test.each<Case>([
  {
    title: 'compose.yaml comes before all other names',
    files: { '/p/docker-compose.yml': SERVICE, '/p/compose.yaml': SERVICE, '/p/compose.yml': SERVICE },
    expected: ['/p/compose.yaml'],
  },
  {
    title: 'any override beside any base',
    files: { '/p/compose.yaml': SERVICE, '/p/docker-compose.override.yml': SERVICE },
    expected: ['/p/compose.yaml', '/p/docker-compose.override.yml'],
  },
  {
    title: 'the nearest parent directory with a file, and its override',
    files: { '/p/compose.yaml': SERVICE, '/p/compose.override.yml': SERVICE, '/p/sub/deep/x': '' },
    directory: '/p/sub/deep',
    expected: ['/p/compose.yaml', '/p/compose.override.yml'],
  },
  {
    title: '-f means these files alone',
    files: { '/p/compose.yaml': SERVICE, '/p/compose.override.yml': SERVICE, '/p/other.yml': SERVICE },
    selection: { files: ['other.yml'] },
    expected: ['/p/other.yml'],
  },
  {
    title: 'COMPOSE_FILE lists files, and brings no override along',
    files: { '/p/a.yml': SERVICE, '/p/b.yml': SERVICE, '/p/compose.override.yml': SERVICE },
    env: { COMPOSE_FILE: 'a.yml:b.yml' },
    expected: ['/p/a.yml', '/p/b.yml'],
  },
  {
    title: 'COMPOSE_FILE may stand in .env, with a separator of its own',
    files: {
      '/p/a.yml': SERVICE,
      '/p/b.yml': SERVICE,
      '/p/.env': 'COMPOSE_FILE=a.yml,b.yml\nCOMPOSE_PATH_SEPARATOR=,\n',
    },
    expected: ['/p/a.yml', '/p/b.yml'],
  },
])('$title', ({ files, env = {}, directory = '/p', selection = {}, expected }) => {
  const host = memoryHost(files, env, directory);
  expect(discover(host, { workingDirectory: directory, ...selection }, 'strict').files).toEqual(expected);
});

test('without any file there is no project', () => {
  const { project, problems } = loadProject(memoryHost({}), { mode: 'analysis', workingDirectory: '/p' });
  expect(project).toBeUndefined();
  expect(problems).toEqual([{ kind: 'refusal', message: 'no configuration file provided: not found' }]);
});

test('the choice among several files is told', () => {
  const host = memoryHost({ '/p/compose.yaml': SERVICE, '/p/compose.yml': SERVICE });
  expect(discover(host, { workingDirectory: '/p' }, 'strict').problems.map(({ message }) => message)).toEqual([
    'Found multiple config files with supported names: /p/compose.yaml, /p/compose.yml',
    'Using /p/compose.yaml',
  ]);
});

test.each([
  ['-p', { projectName: 'given' }, { COMPOSE_PROJECT_NAME: 'env' }, 'name: file\n', 'given'],
  ['COMPOSE_PROJECT_NAME', {}, { COMPOSE_PROJECT_NAME: 'env' }, 'name: file\n', 'env'],
  ['name: in the file, made valid', {}, {}, 'name: My_App.V2\n', 'my_appv2'],
  ['name: with variables', {}, { WHO: 'me' }, `name: for-\${WHO}\n`, 'for-me'],
  ['the directory, made valid', {}, {}, '', 'projdir'],
])('the name of a project: %s', (_title, selection, env, head, expected) => {
  const host = memoryHost({ '/Proj. Dir/compose.yaml': head + SERVICE }, env);
  const { project } = loadProject(host, { mode: 'strict', workingDirectory: '/Proj. Dir', ...selection });
  expect(project?.name).toBe(expected);
});

test('a given name must be valid as it is', () => {
  const host = memoryHost({ '/p/compose.yaml': SERVICE });
  const { problems } = loadProject(host, { mode: 'strict', workingDirectory: '/p', projectName: 'Bad' });
  expect(problems[0]?.message).toMatch(/^invalid project name "Bad": must consist only of lowercase/);
});

test.each([
  ['the environment wins over .env', {}, { T: 'os' }, 'os'],
  ['.env of the working directory', {}, {}, 'dot'],
  ['--env-file instead of .env, the later file wins', { envFiles: ['one.env', 'two.env'] }, {}, 'two'],
  ['COMPOSE_ENV_FILES', {}, { COMPOSE_ENV_FILES: 'two.env,one.env' }, 'one'],
  ['COMPOSE_DISABLE_ENV_FILE', {}, { COMPOSE_DISABLE_ENV_FILE: '1' }, undefined],
])('variables: %s', (_title, selection, env, expected) => {
  const files = { '/p/compose.yaml': SERVICE, '/p/.env': 'T=dot\n', '/p/one.env': 'T=one\n', '/p/two.env': 'T=two\n' };
  const { variables } = discover(memoryHost(files, env), { workingDirectory: '/p', ...selection }, 'strict');
  expect(variables.get('T')?.value).toBe(expected);
});

test('COMPOSE_DISABLE_ENV_FILE may stand in the file that it disables', () => {
  const host = memoryHost({ '/p/compose.yaml': SERVICE, '/p/.env': 'COMPOSE_DISABLE_ENV_FILE=1\nT=dot\n' });
  const selection = { workingDirectory: '/p' };
  const { variables } = discover(withComposeVariables(host, selection), selection, 'strict');
  expect(variables.get('T')).toBeUndefined();
});

test('a parent directory brings its .env, behind that of the working directory', () => {
  const files = { '/p/compose.yaml': SERVICE, '/p/.env': 'A=parent\nB=parent\n', '/p/sub/.env': 'A=here\n' };
  const { variables } = discover(memoryHost(files), { workingDirectory: '/p/sub' }, 'strict');
  expect([variables.get('A')?.value, variables.get('B')?.value]).toEqual(['here', 'parent']);
});

test.each([
  ['--profile replaces COMPOSE_PROFILES', { profiles: ['a'] }, { COMPOSE_PROFILES: 'b' }, ['a']],
  ['COMPOSE_PROFILES is a list', {}, { COMPOSE_PROFILES: 'a, b' }, ['a', 'b']],
])('%s', (_title, selection, env, expected) => {
  const host = memoryHost({ '/p/compose.yaml': SERVICE }, env);
  expect(discover(host, { workingDirectory: '/p', ...selection }, 'strict').profiles).toEqual(expected);
});

test('standard input is read under the name -', () => {
  const host = memoryHost({ '/p/x': '' });
  const reading = {
    ...host,
    readFile: (path: string) => (path === '-' ? ({ ok: true, text: SERVICE } as const) : host.readFile(path)),
  };
  const { project } = loadProject(reading, { mode: 'strict', workingDirectory: '/p', files: ['-'] });
  expect(project?.services.map(({ name }) => name)).toEqual(['a']);
});
