/** `reach` as a user meets it: what may be asked, and the exit code of each answer. */
import { folderWith } from '../support/folder.js';
import { run } from '../support/world.js';

const FILE = `
name: shop
services:
  web: {image: nginx, ports: ["443:8443", "127.0.0.1:9000:9000"], networks: [front]}
  api: {image: example/api, networks: [front, back]}
  db: {image: postgres, networks: [back]}
networks: {front: {}, back: {internal: true}}
`;
const OTHER = `
name: other
services:
  spy: {image: example/spy, networks: [shared]}
networks: {shared: {external: true, name: shop_front}}
`;
const APART = 'name: apart\nservices: {idle: {image: x, ports: ["80:80"]}}';
const cwd = folderWith({ 'compose.yaml': FILE, 'other/compose.yaml': OTHER, 'apart/compose.yaml': APART });

test.each([
  ['api db', 0],
  ['api db:5432', 0],
  ['web db', 1],
  ['web db --transitive', 0],
  ['internet web:8443', 0],
  ['internet web:9000', 1],
  ['host web:9000', 0],
  ['lan web', 0],
  ['internet db', 1],
  ['internet db --transitive', 0],
  ['db internet', 1],
  ['api internet', 0],
  ['db host', 0],
  ['--from db', 0],
  ['--to db', 0],
  ['--to internet', 0],
  ['--from internet', 0],
  ['--from web --to db', 1],
  ['other/spy web --path . --path other', 0],
  ['other/spy db --path . --path other', 1],
  ['peers spy --path other', 0],
  ['peers web', 1],
  ['web nobody', 2],
  ['wbe db', 2],
  ['web db:http', 2],
  ['internet host', 2],
  ['web', 2],
  ['a b c', 2],
  ['--from web db', 2],
  ['web db --path missing', 2],
  ['web db --engine x', 2],
  ['web db --format svg', 2],
])('reach %s: exit %i', async (words, expected) => {
  const { code, stdout, stderr } = await run(['reach', ...words.split(' ')], { cwd });
  expect(code).toBe(expected);
  expect(stdout === '').toBe(expected === 2);
  expect(stderr === '').toBe(expected !== 2);
});

test('for programs: every reason with its place, and the engine that is meant', async () => {
  const argv = ['reach', 'api', 'db:5432', '--format', 'json', '--engine', '27.5'];
  const { stdout } = await run(argv, { cwd });
  const reason = (text: string, line: number, column: number) => ({ text, at: { file: 'compose.yaml', line, column } });
  expect(JSON.parse(stdout)).toEqual({
    schemaVersion: 1,
    engine: { line: '27.5', mode: 'compose' },
    project: 'shop',
    answers: [
      {
        from: 'api',
        to: 'db',
        port: 5432,
        reachable: true,
        via: [
          {
            kind: 'network',
            network: 'back',
            ports: 'all',
            reasons: [
              reason('api is on network back', 5, 47),
              reason('network back lets its members talk to each other', 7, 23),
              reason('db is on network back', 6, 36),
            ],
          },
        ],
        names: ['db', 'shop-db-1'],
        whyNot: [],
      },
    ],
  });
});

test('for people: the engine that is meant', async () => {
  const { stdout } = await run(['reach', 'api', 'db', '--engine', '27.5', '--swarm'], { cwd });
  expect(stdout).toMatch(/Docker Engine 27\.5, deployed with docker stack deploy\n$/);
});

test.each([
  ['web spy --path . --path other', "Did you mean 'other/spy'?"],
  ['web other-spy-1 --path . --path other', "That is a name of 'other/spy'."],
  ['web oter/spy --path . --path other', "Did you mean 'other/'?"],
  ['web nowhere/spy --path . --path other', 'Projects: shop, other. --path gives further ones.'],
  ['web shop_front --path . --path other', 'Services on it: api, other/spy, web'],
  ['web aprt/idle --path . --path apart', "Did you mean 'apart/'?"],
  ['web:443 db', 'The port is that of TO'],
  ['web db other', 'Projects are given with --path.'],
])('reach %s: what was meant', async (words, expected) => {
  const { code, stderr } = await run(['reach', ...words.split(' ')], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(expected);
});

test('a project that shares no network is reached through a port that it publishes on the host', async () => {
  const { code, stdout } = await run(['reach', 'web', 'apart/idle:80', '--path', '.', '--path', 'apart'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('through a port published on the host, port 80');
  const back = await run(['reach', 'idle', 'shop/web:8080', '--path', 'apart', '--path', '.'], { cwd });
  expect(back.code).toBe(1);
});

test('a network that another of the projects declares is not taken for one that nobody knows', async () => {
  const { stdout } = await run(['reach', 'spy', 'shop/web', '--path', 'other', '--path', '.'], { cwd });
  expect(stdout).toContain('network shared lets its members talk to each other');
  const { stdout: alone } = await run(['reach', 'spy', 'internet', '--path', 'other'], { cwd });
  expect(alone).toContain('network shared is external: taken to lead out');
});
