import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from '../support/folder.js';
import { run } from '../support/world.js';

const SECRET = 'm1n2b3v4c5x6z7l8';
const COMPOSE = `services:
  web:
    image: example/web
    links:
      - db
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: ${SECRET}
`;

function shop(): string {
  return folderWith({ '.git/HEAD': '', 'shop/compose.yaml': COMPOSE });
}

async function findings(cwd: string, ...options: string[]): Promise<readonly string[]> {
  const { stdout } = await run(['check', '--format', 'unix', ...options], { cwd });
  return stdout.split('\n').filter(Boolean);
}

test('findings in it are suppressed, wherever their lines have moved', async () => {
  const cwd = shop();
  const written = await run(['baseline', 'shop', '--output', 'known.json'], { cwd });
  expect(written).toEqual({ code: 0, stdout: '', stderr: 'known.json: 2 findings\n' });
  expect(await findings(cwd, 'shop', '--baseline', 'known.json')).toEqual([]);

  const moved = `# A comment\n\n${COMPOSE}  cache:\n    image: redis:8\n`.replace('- db', '- db\n      - cache');
  writeFileSync(path.join(cwd, 'shop/compose.yaml'), moved);
  expect(await findings(cwd, 'shop', '--baseline', 'known.json')).toEqual([
    expect.stringMatching(/^shop\/compose.yaml:8:9: .*`web` links to `cache`/),
  ]);
  const { stdout } = await run(['check', 'shop', '--baseline', 'known.json', '--format', 'json'], { cwd });
  expect(JSON.parse(stdout).suppressed.map(({ suppression }: Record<string, never>) => suppression)).toEqual([
    { kind: 'baseline', reason: 'in the baseline' },
    { kind: 'baseline', reason: 'in the baseline' },
  ]);
});

test('it holds from wherever in the repository somebody looks', async () => {
  const cwd = shop();
  const outside = (await run(['baseline', 'shop'], { cwd })).stdout;
  expect((await run(['baseline'], { cwd: path.join(cwd, 'shop') })).stdout).toBe(outside);
  expect((await run(['baseline', path.join(cwd, 'shop')], { cwd: folderWith({}) })).stdout).toBe(outside);
});

test('it is sorted, says what it knows of, and holds no value', async () => {
  const { stdout } = await run(['baseline', 'shop'], { cwd: shop() });
  expect(stdout).not.toContain(SECRET);
  expect(JSON.parse(stdout)).toEqual({
    schemaVersion: 1,
    findings: [
      { ruleId: 'deprecated-links', file: 'shop/compose.yaml', services: ['web'], fingerprint: expect.any(String) },
      { ruleId: 'plaintext-credentials', file: 'shop/compose.yaml', services: ['db'], fingerprint: expect.any(String) },
    ],
  });
});

test('the configuration may name it; its own findings come without it', async () => {
  const cwd = shop();
  writeFileSync(path.join(cwd, 'bulkhead.yaml'), 'baseline: known.json\n');
  expect((await run(['check', 'shop'], { cwd })).stderr).toMatch(/known.json: no such file/);
  const text = (await run(['baseline', 'shop'], { cwd })).stdout;
  writeFileSync(path.join(cwd, 'known.json'), text);
  expect(await findings(cwd, 'shop')).toEqual([]);
  expect((await run(['baseline', 'shop'], { cwd })).stdout).toBe(text);
});

test('entries that match nothing any more are counted, those of other projects are not', async () => {
  const cwd = shop();
  await run(['baseline', 'shop', '--output', 'known.json'], { cwd });
  writeFileSync(path.join(cwd, 'shop/compose.yaml'), COMPOSE.replace('    links:\n      - db\n', ''));
  const known = JSON.parse(readFileSync(path.join(cwd, 'known.json'), 'utf8'));
  known.findings.push({ ...known.findings[0], file: 'elsewhere/compose.yaml', fingerprint: 'feed' });
  writeFileSync(path.join(cwd, 'known.json'), JSON.stringify(known));
  const { stdout } = await run(['check', 'shop', '--baseline', 'known.json'], { cwd });
  expect(stdout).toMatch(/note: 1 entry matches nothing any more; .*\s+--> known.json/);
});

test('a project that could not be read whole is no good beginning', async () => {
  const cwd = folderWith({ 'compose.yaml': `include: [missing.yaml]\n${COMPOSE}` });
  const { code, stderr } = await run(['baseline'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/missing.yaml/)]);
});

test.each(['', '{}', '[]', 'null', '{"schemaVersion":2,"findings":[]}', '{"schemaVersion":1,"findings":[{}]}', SECRET])(
  'what is no baseline is refused: %s',
  async (text) => {
    const cwd = folderWith({ 'compose.yaml': COMPOSE, 'known.json': text });
    const { code, stdout, stderr } = await run(['check', '--baseline', 'known.json'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^bulkhead: known.json: this is no baseline/);
    expect(stderr).not.toContain(SECRET);
  },
);
