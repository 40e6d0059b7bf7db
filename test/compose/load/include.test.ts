/** Projects that include others. */
import { config, configAt, load, messages, place } from '../../support/load.js';

test('an included project brings its services, networks and volumes', () => {
  const printed = config({
    'compose.yaml': 'include: [inc/compose.yaml]\nservices: {a: {image: x}}\n',
    'inc/compose.yaml':
      'services: {i: {image: y, networks: [n], volumes: ["v:/vol"]}}\nnetworks: {n: {}}\nvolumes: {v: {}}\n',
  });
  expect(printed).toMatchObject({ services: { a: {}, i: { image: 'y' } }, networks: { n: { name: 'project_n' } } });
});

test('paths of an included project are relative to where it lies, or to its project directory', () => {
  const inc = { 'inc/compose.yaml': 'services: {i: {image: y, volumes: ["./data:/data"]}}\n', 'other/.keep': '' };
  const source = ['services', 'i', 'volumes', '0', 'source'];
  expect(configAt({ ...inc, 'compose.yaml': 'include: [inc/compose.yaml]\n' }, source)).toBe('/project/inc/data');
  const long = 'include:\n  - {path: inc/compose.yaml, project_directory: other}\n';
  expect(configAt({ ...inc, 'compose.yaml': long }, source)).toBe('/project/other/data');
});

test.each([
  ['its own .env', '', {}, 'own'],
  ['the project around it wins', '', { T: 'outer' }, 'outer'],
  ['env_file instead of .env', ', env_file: given.env', {}, 'given'],
  ['env_file: /dev/null is none', ', env_file: /dev/null', {}, 'none'],
])('variables of an included project: %s', (_title, more, env, expected) => {
  const files = {
    'compose.yaml': `include:\n  - {path: inc/compose.yaml${more}}\n`,
    'inc/compose.yaml': `services: {i: {image: "y:\${T:-none}"}}\n`,
    'inc/.env': 'T=own\n',
    'given.env': 'T=given\n',
  };
  expect(configAt(files, ['services', 'i', 'image'], { env })).toBe(`y:${expected}`);
});

test('of the same service, the including file wins and the first include comes next', () => {
  const files = {
    'compose.yaml': 'include: [one.yaml, two.yaml]\nservices: {s: {user: local}}\n',
    'one.yaml': 'services: {s: {image: one, user: one}}\n',
    'two.yaml': 'services: {s: {image: two, hostname: two}}\n',
  };
  expect(configAt(files, ['services', 's'])).toMatchObject({ image: 'one', user: 'local', hostname: 'two' });
});

test('!override replaces what an include brought', () => {
  const files = {
    'compose.yaml': 'include: [inc.yaml]\nservices: {s: {ports: !override ["2:2"]}}\n',
    'inc.yaml': 'services: {s: {image: x, ports: ["1:1"]}}\n',
  };
  expect(configAt(files, ['services', 's', 'ports', '0', 'published'])).toBe('2');
});

test('a cycle is told as Compose tells it', () => {
  const { problems } = load({ 'compose.yaml': 'include: [inc.yaml]\n', 'inc.yaml': 'include: [compose.yaml]\n' });
  const chain =
    'include cycle detected:\n/project/compose.yaml\n include /project/inc.yaml\n include /project/compose.yaml';
  expect(messages(problems)).toContain(chain);
});

test('what is missing is fatal in strict mode, and a gap with a place in analysis', () => {
  const files = { 'compose.yaml': 'include:\n  - gone.yaml\nservices: {a: {image: x}}\n' };
  const message = 'open /project/gone.yaml: no such file or directory';
  expect(load(files).project).toBeUndefined();
  const { project, problems } = load(files, { mode: 'analysis' });
  expect(project?.services.map(({ name }) => name)).toEqual(['a']);
  expect(problems.map(({ kind, message: text, at }) => [kind, text, place(at)])).toEqual([
    ['unseen', message, 'compose.yaml:2:5'],
  ]);
});

test.each([
  'git@example.org:a/b.git',
  'https://example.org/a.git',
  'oci://example.org/a',
  'github.com/a/b',
  'https://example.org/a.yml',
])('a remote include is never fetched: %s', (reference) => {
  const files = { 'compose.yaml': `include: ["${reference}"]\nservices: {a: {image: x}}\n` };
  const { project, problems } = load(files, { mode: 'analysis' });
  expect(project?.services).toHaveLength(1);
  expect(messages(problems, 'unseen')).toEqual(['a remote include is not fetched']);
});

test('a problem in an included file tells the way there', () => {
  const files = {
    'compose.yaml': 'include: [inc/compose.yaml]\nservices: {a: {image: x}}\n',
    'inc/compose.yaml': 'include: [deep.yaml]\n',
    'inc/deep.yaml': 'services:\n  d:\n    image: 5\n',
  };
  const [problem] = load(files).problems;
  expect(problem?.message).toBe('services.d.image must be a string');
  expect(place(problem?.at)).toBe('inc/deep.yaml:3:12');
  expect(problem?.trail?.map(place)).toEqual(['compose.yaml:1:11', 'inc/compose.yaml:1:11']);
});
