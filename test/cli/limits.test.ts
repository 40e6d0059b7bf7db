/** Limits: only the command line moves them, an error names the one it hit, and of too many findings the worst are kept. */
import { folderWith } from '../support/folder.js';
import { run } from '../support/world.js';

const APP = 'services:\n  app:\n    image: shop/app:1.0\n';
const FINDINGS = `services:
  db:
    image: postgres:17
    ports: ["5432:5432"]
    environment: { POSTGRES_PASSWORD: maple-cedar-41 }
    links: [app]
  app: { image: shop/app:1.0 }
`;

test.each([
  ['file-size=10', APP, 'larger than 10 bytes (--limit file-size=10)'],
  ['nodes=5', APP, 'more than 5 nodes, aliases expanded (--limit nodes=5)'],
  ['nesting=2', APP, 'nested more than 2 levels deep (--limit nesting=2)'],
  ['documents=1', `${APP}---\n${APP}`, 'more than 1 documents (--limit documents=1)'],
  ['files=1', `include: [other.yaml]\n${APP}`, 'too many files are loaded (--limit files=1)'],
  ['ports=3', `${APP}    ports: ["1-4:1-4"]\n`, 'more than 3 ports, ranges expanded (--limit ports=3)'],
  ['copies=1', `${APP}  b: { extends: app }\n`, 'too large once everything is extended (--limit copies=1)'],
  [
    'extends-depth=1',
    `${APP}  b: { extends: app }\n  c: { extends: b }\n`,
    'more than 1 levels deep (--limit extends-depth=1)',
  ],
])('%s', async (limit, compose, message) => {
  const cwd = folderWith({ 'compose.yaml': compose, 'other.yaml': 'services: { other: { image: x } }\n' });
  const { code, stdout } = await run(['check', 'compose.yaml', '--format', 'json', '--limit', limit], { cwd });
  expect(JSON.parse(stdout).gaps).toContainEqual(
    expect.objectContaining({ file: 'compose.yaml', reason: expect.stringContaining(message) }),
  );
  expect(code).toBe(2);
  expect((await run(['check'], { cwd })).code).toBe(0);
});

test('the first problems are told, and where the others begin', async () => {
  const cwd = folderWith({ 'compose.yaml': `${APP}    one: 1\n    two: 2\n    three: 3\n    four: 4\n` });
  const { code, stdout } = await run(['check', '--format', 'json', '--limit', 'problems=2'], { cwd });
  const { gaps }: { readonly gaps: readonly { readonly reason: string; readonly startLine: number }[] } =
    JSON.parse(stdout);
  expect(code).toBe(2);
  expect(gaps.map(({ startLine }) => startLine)).toEqual([4, 5, 6]);
  expect(gaps.at(-1)?.reason).toBe('more than 2 problems: the others are left out (--limit problems=2)');
  const whole = await run(['check', '--format', 'json', '--limit', 'problems=4'], { cwd });
  expect(JSON.parse(whole.stdout).gaps).toHaveLength(4);
});

test('the worst findings are kept, the others counted', async () => {
  const cwd = folderWith({ 'compose.yaml': FINDINGS });
  const all = JSON.parse((await run(['check', '--format', 'json'], { cwd })).stdout);
  const cut = await run(['check', '--format', 'json', '--limit', 'findings=1'], { cwd });
  const report = JSON.parse(cut.stdout);
  expect(report.findings).toEqual(all.findings.slice(0, 1));
  expect({ omitted: report.omitted, summary: report.summary }).toEqual({
    omitted: all.findings.length - 1,
    summary: all.summary,
  });
  expect(cut.stderr).toContain('--limit findings=');
  const pretty = await run(['check', '--limit', 'findings=1'], { cwd });
  expect(pretty.stdout.replaceAll(/\s+/g, ' ')).toMatch(
    /more findings?, the least severe, left out \(--limit findings=1\)/,
  );
  expect((await run(['baseline', '--limit', 'findings=1'], { cwd })).code).toBe(2);
});

test.each([
  ['file-sise=10', "there is no limit 'file-sise'; did you mean 'file-size'?"],
  ['nodes', "'' is no number of nodes"],
  ['nodes=0', "'0' is no number of nodes"],
  ['nodes=1e9', "'1e9' is no number of nodes"],
])('--limit %s', async (limit, message) => {
  const { code, stderr } = await run(['check', '--limit', limit], { cwd: folderWith({ 'compose.yaml': APP }) });
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('the configuration moves none', async () => {
  const cwd = folderWith({ 'compose.yaml': APP, 'bulkhead.yaml': 'limits: { nodes: 1000000000 }\n' });
  const { code, stderr } = await run(['check'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('bulkhead.yaml:1:1')]);
});
