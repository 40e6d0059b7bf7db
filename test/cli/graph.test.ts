/** `graph` as a user meets it: one project or several, in every format. */
import { folderWith } from '../support/folder.js';
import { run } from '../support/world.js';

const FILES = {
  'compose.yaml': `
name: shop
services:
  web: {image: nginx, ports: ["443:8443"], networks: [front]}
  db: {image: postgres}
networks: {front: {}}
`,
  'other/compose.yaml': `
name: other
services:
  spy: {image: example/spy, networks: [shared]}
networks: {shared: {external: true, name: shop_front}}
`,
  'apart/compose.yaml': 'name: apart\nservices: {idle: {image: x}}',
  'broken/compose.yaml': 'name: broken\nservices: {one: {image: x, extends: {file: missing.yaml, service: one}}}',
};
const cwd = folderWith(FILES);

interface Listed {
  readonly services: readonly { readonly name: string; readonly project: string }[];
  readonly files: readonly string[];
  readonly reach: readonly { readonly from: string; readonly to: string }[];
}

test('the services of every project that is given are listed, with whose they are', async () => {
  const { code, stdout } = await run(['graph', '.', 'other', 'apart', '--format', 'json'], { cwd });
  const { services, files, reach }: Listed = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(services.map(({ name, project }) => `${project}: ${name}`)).toEqual([
    'apart: apart/idle',
    'shop: db',
    'other: other/spy',
    'shop: web',
  ]);
  expect(files).toEqual(['compose.yaml', 'other/compose.yaml', 'apart/compose.yaml']);
  expect(reach.map(({ from, to }) => `${from} ${to}`)).toContain('other/spy web');
});

test.each(['mermaid', 'dot', 'svg'])('a picture shows the services of every project: %s', async (format) => {
  const { code, stdout } = await run(['graph', '.', 'other', '--format', format], { cwd });
  expect(code).toBe(0);
  for (const word of ['web', 'db', 'spy']) expect(stdout).toContain(word);
});

test('what could not be read of any of them is told', async () => {
  const { code, stderr } = await run(['graph', '.', 'broken', '--format', 'json'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('broken/compose.yaml');
});

test('a proxy that reaches the database of another project is told, in pictures even without the lists of pairs', async () => {
  const folder = folderWith({
    'gateway/compose.yaml': `
name: gateway
services: {traefik: {image: traefik, ports: ["443:443"], networks: [proxy]}}
networks: {proxy: {name: proxy}}`,
    'shop/compose.yaml': `
name: shop
services:
  web: {image: example/shop, labels: [traefik.enable=true], environment: {DB_HOST: db}, networks: [proxy]}
  db: {image: postgres, networks: [proxy]}
networks: {proxy: {external: true}}`,
  });
  const words = ['graph', 'gateway', 'shop', '--no-pairs', '--format'];
  const { stdout } = await run([...words, 'json'], { cwd: folder });
  const { flows }: { flows: readonly { from: string; to: string; open: boolean }[] } = JSON.parse(stdout);
  expect(flows.map(({ from, to, open }) => [from, to, open])).toEqual([
    ['shop/web', 'shop/db', true],
    ['traefik', 'shop/web', true],
  ]);
  expect(JSON.parse(stdout)).not.toHaveProperty('unintended');
  const { stdout: picture } = await run([...words, 'mermaid'], { cwd: folder });
  expect(picture).toContain('unintended');
});
