/** Which configuration counts, and what comes before it. */
import { folderWith } from '../support/folder.js';
import { run } from '../support/world.js';

/** One finding of severity low. */
const LINKED = `services:
  web:
    image: example/web
    links: [db]
  db:
    image: example/db
`;

test.each([
  ['bulkhead.yaml', 1],
  ['bulkhead.yml', 1],
  ['.bulkhead.yaml', 1],
  ['.bulkhead.yml', 1],
  ['bulkhead.json', 0],
])('%s beside the project', async (name, code) => {
  const cwd = folderWith({ 'compose.yaml': LINKED, [name]: 'fail-on: low\n' });
  expect((await run(['check'], { cwd })).code).toBe(code);
});

test('the nearest one up to the root of the repository, and never beyond', async () => {
  const files = { 'repo/.git/HEAD': '', 'repo/a/b/compose.yaml': LINKED, 'bulkhead.yaml': 'fail-on: low\n' };
  const check = async (more: Record<string, string>) => {
    const cwd = folderWith({ ...files, ...more });
    return (await run(['check', 'repo/a/b'], { cwd })).code;
  };
  expect(await check({})).toBe(0);
  expect(await check({ 'repo/bulkhead.yaml': 'fail-on: low\n' })).toBe(1);
  expect(await check({ 'repo/bulkhead.yaml': 'fail-on: low\n', 'repo/a/bulkhead.yaml': 'fail-on: never\n' })).toBe(0);
});

test('outside of a repository, up to the working directory', async () => {
  const cwd = folderWith({ 'work/a/compose.yaml': LINKED, 'work/bulkhead.yaml': 'fail-on: low\n' });
  expect((await run(['check', 'a'], { cwd: `${cwd}/work` })).code).toBe(1);
  expect((await run(['check'], { cwd: `${cwd}/work/a` })).code).toBe(0);
});

test('each project has its own; the strictest says when to fail', async () => {
  const cwd = folderWith({
    'a/compose.yaml': LINKED,
    'a/bulkhead.yaml': 'rules: { deprecated-links: high }\n',
    'b/compose.yaml': LINKED,
    'b/bulkhead.yaml': 'fail-on: critical\n',
  });
  const { code, stdout } = await run(['check', 'a', 'b', '--format', 'unix'], { cwd });
  expect(stdout.match(/^\S+: \w+/gm)).toEqual(['a/compose.yaml:4:13: error', 'b/compose.yaml:4:13: notice']);
  expect(code).toBe(1);
});

describe('what comes before the configuration', () => {
  const files = { 'compose.yaml': LINKED, 'bulkhead.yaml': 'fail-on: low\nmin-severity: low\n' };
  test.each([
    [['--fail-on', 'high'], 0],
    [['--min-severity', 'medium'], 0],
    [['--no-config'], 0],
    [['--config', 'other/strict.yaml'], 1],
    [[], 1],
  ])('%j', async (options, code) => {
    const cwd = folderWith({ ...files, 'other/strict.yaml': 'fail-on: medium\nrules: { deprecated-links: medium }\n' });
    expect((await run(['check', ...options], { cwd })).code).toBe(code);
  });
});

test('what cannot be a configuration is an error with its place', async () => {
  const at = async (files: Record<string, string>, ...options: string[]) => {
    const outcome = await run(['check', ...options], { cwd: folderWith({ 'compose.yaml': LINKED, ...files }) });
    expect([outcome.code, outcome.stdout]).toEqual([2, '']);
    return outcome.stderr;
  };
  expect(await at({ 'bulkhead.yaml': 'rules:\n  deprecated-link: off\n' })).toBe(
    "bulkhead: bulkhead.yaml:2:3: there is no rule 'deprecated-link'\n  Did you mean 'deprecated-links'?\n",
  );
  expect(await at({ 'bulkhead.yaml': '', '.bulkhead.yaml': '' })).toMatch(/two configurations, bulkhead.yaml and /);
  expect(await at({}, '--config', 'missing.yaml')).toMatch(/missing.yaml: no such file/);
  expect(await at({}, '--config', 'compose.yaml')).toMatch(/compose.yaml:1:1: unknown key 'services'/);
  expect(await at({ 'x.yaml': '' }, '--config', 'x.yaml', '--no-config')).toMatch(/not both/);
});

test('--no-ignores reports what comments and configuration ignore', async () => {
  const cwd = folderWith({
    'compose.yaml': LINKED.replace('[db]', '[db] # bulkhead-ignore[deprecated-links] why not'),
    'bulkhead.yaml': 'ignores:\n  - rules: [deprecated-links]\n    reason: x\n',
  });
  expect((await run(['check', '--format', 'unix'], { cwd })).stdout).toBe('');
  expect((await run(['check', '--format', 'unix', '--no-ignores'], { cwd })).stdout).toMatch(/^compose.yaml:4:13/);
});

test('roles of the configuration reach the graph; what the file says of itself comes first', async () => {
  const cwd = folderWith({
    'compose.yaml': `services:
  ledger: { image: example/ledger }
  teller: { image: example/teller, x-bulkhead: { role: frontend } }
`,
    'bulkhead.yaml': "roles: { '*er': database }\n",
  });
  const rolesOf = async (...options: string[]) => {
    const graph = JSON.parse((await run(['graph', '--format', 'json', ...options], { cwd })).stdout);
    return graph.services.map(({ name, role }: { name: string; role: string }) => `${name} ${role}`);
  };
  expect(await rolesOf()).toEqual(['ledger database', 'teller frontend']);
  expect((await rolesOf('--no-config'))[0]).not.toBe('ledger database');
});

test('secrets are masked whatever rules are reported', async () => {
  const secret = 'm1n2b3v4c5x6z7l8';
  const cwd = folderWith({
    'compose.yaml': `services:
  web:
    image: example/web
    environment: { API_TOKEN: ${secret} }
    links: [db] # ${secret}
  db:
    image: example/db
`,
    'bulkhead.yaml': `rules: { plaintext-credentials: off }
ignores:
  - rules: [deprecated-links]
    services: [db]
    # ${secret}
    reason: ignores nothing, ${secret}
`,
  });
  for (const format of ['pretty', 'json', 'sarif', 'markdown', 'github', 'unix', 'junit', 'gitlab']) {
    const { stdout } = await run(['check', '--verbose', '--format', format], { cwd });
    expect(stdout).toMatch(/deprecated-links/);
    expect(stdout).not.toContain(secret);
  }
});

test('a rule that is off is not described in SARIF, one with another severity is so', async () => {
  const cwd = folderWith({
    'compose.yaml': LINKED,
    'bulkhead.yaml': 'rules: { deprecated-links: high, plaintext-credentials: off }\n',
  });
  const [{ tool }] = JSON.parse((await run(['check', '--format', 'sarif'], { cwd })).stdout).runs;
  const levels = tool.driver.rules.map(({ id, defaultConfiguration }: Record<string, never>) => [
    id,
    defaultConfiguration,
  ]);
  expect(Object.fromEntries(levels)).toMatchObject({ 'deprecated-links': { level: 'error' } });
  expect(Object.fromEntries(levels)).not.toHaveProperty('plaintext-credentials');
});
