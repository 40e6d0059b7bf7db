/** What a container's environment and labels come to, and which services run. */
import { configAt, load, messages, place } from '../../support/load.js';

const ENVIRONMENT = ['services', 'a', 'environment'];

test.each([
  ['a later file wins', '[one.env, two.env]', '{}', { A: 'two', B: 'one' }],
  ['environment wins over files', 'one.env', '{A: own}', { A: 'own', B: 'one' }],
  ['a name alone takes the variable of the project', 'one.env', '[OUTER]', { A: 'one', B: 'one', OUTER: 'outer' }],
  ['a name alone that nobody sets hides the file', 'one.env', '[A]', { A: null, B: 'one' }],
  [
    'a file sees the project, then the service, then what came before',
    '[one.env, uses.env]',
    '{S: service}',
    {
      A: 'one',
      B: 'one',
      S: 'service',
      U: 'outer service one',
    },
  ],
  ['a file that is not required may be missing', '[{path: gone.env, required: false}]', '{A: 1}', { A: '1' }],
  ['raw lines are not interpreted', '[{path: raw.env, format: raw}]', '{}', { R: '"quoted $OUTER" # no comment' }],
  [
    'numbers are as Go prints them',
    '[]',
    '{F: 1.50, E: 1000000.0, B: true, O: 010}',
    { F: '1.5', E: '1e+06', B: 'true', O: '8' },
  ],
])('%s', (_title, envFile, environment, expected) => {
  const files = {
    'compose.yaml': `services:\n  a:\n    image: x\n    env_file: ${envFile}\n    environment: ${environment}\n`,
    'one.env': 'A=one\nB=one\n',
    'two.env': 'A=two\n',
    'uses.env': 'U=${OUTER} ${S} ${B}\n',
    'raw.env': '# comment\nR="quoted $OUTER" # no comment\n',
  };
  expect(configAt(files, ENVIRONMENT, { env: { OUTER: 'outer' } })).toEqual(
    JSON.parse(JSON.stringify(expected).replaceAll('$', '$$$$')),
  );
});

test('label files come behind labels', () => {
  const files = {
    'compose.yaml': 'services: {a: {image: x, label_file: l.env, labels: {own: 1}}}\n',
    'l.env': 'own=file\nother=file\n',
  };
  expect(configAt(files, ['services', 'a', 'labels'])).toEqual({ other: 'file', own: '1' });
});

test('a required file that is missing: fatal in strict mode, a gap in analysis', () => {
  const files = { 'compose.yaml': 'services:\n  a:\n    image: x\n    env_file: gone.env\n' };
  const message = 'env file /project/gone.env not found: stat /project/gone.env: no such file or directory';
  expect(messages(load(files).problems, 'refusal')).toEqual([message]);
  const { project, problems } = load(files, { mode: 'analysis' });
  expect(project?.services).toHaveLength(1);
  expect(problems.map(({ message: text, at }) => [text, place(at)])).toEqual([[message, 'compose.yaml:4:15']]);
});

test('variables of files know the file and the line', () => {
  const files = {
    'compose.yaml': 'services: {a: {image: x, env_file: one.env}}\n',
    'one.env': '# head\nPASSWORD=hunter2\n',
  };
  const [variable] = load(files).project?.services[0]?.environment ?? [];
  expect([variable?.name, place(variable?.at), place(variable?.value?.at)]).toEqual([
    'PASSWORD',
    'one.env:2:1',
    'one.env:2:10',
  ]);
  expect(variable?.file?.path).toBe('one.env');
});

const PROFILES = {
  'compose.yaml': `services:
  plain: {image: x}
  dev: {image: x, profiles: [dev], depends_on: [plain]}
  test: {image: x, profiles: [test], env_file: gone.env, networks: [nowhere]}
`,
};

test.each([
  [[], ['plain']],
  [['dev'], ['plain', 'dev']],
])('with the profiles %j run %j', (profiles, expected) => {
  const { project } = load(PROFILES, { profiles });
  expect(project?.services.map(({ name }) => name)).toEqual(expected);
});

test('* activates all profiles; what is disabled is neither checked nor read', () => {
  expect(load(PROFILES).project?.disabledServices.map(({ name }) => name)).toEqual(['dev', 'test']);
  expect(messages(load(PROFILES, { profiles: ['*'] }).problems)).toEqual([
    'service "test" refers to undefined network nowhere: invalid compose project',
    'env file /project/gone.env not found: stat /project/gone.env: no such file or directory',
  ]);
});

test('to ask for a service is to activate its profiles, and to start what it depends on', () => {
  const { project } = load(PROFILES, { services: ['dev'] });
  expect(project?.services.map(({ name }) => name)).toEqual(['plain', 'dev']);
  expect(messages(load(PROFILES, { services: ['none'] }).problems)).toEqual(['no such service: none']);
});
