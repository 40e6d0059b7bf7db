/** Bad input gets a clear error with a place, and exit code 2: never a stack, never a silent success. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';
import { type Outcome, run } from '../support/world.js';

function expectRefusal({ code, stdout, stderr }: Outcome, text: string | RegExp): void {
  expect(stdout + stderr).toMatch(text);
  expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(code).toBe(2);
}

const SERVICE = 'services:\n  web:\n    image: nginx:1.27\n';

test('not YAML', async () => {
  const cwd = folderWith({ 'compose.yaml': 'services:\n  web: [\n' });
  expectRefusal(await run(['check'], { cwd }), /compose\.yaml:\d+:\d+/);
});

test('YAML, but no Compose file', async () => {
  const cwd = folderWith({
    'compose.yaml': '- a\n- b\n',
    'text.yaml': 'just a text\n',
    'other.yaml': 'kind: Deployment\n',
  });
  expectRefusal(await run(['check'], { cwd }), /mapping\s+--> compose\.yaml:1:1/);
  expectRefusal(await run(['check', 'text.yaml'], { cwd }), /text\.yaml:1:1/);
  expectRefusal(await run(['check', 'other.yaml'], { cwd }), /other\.yaml:1:1/);
});

test('an empty file', async () => {
  expectRefusal(
    await run(['check', 'compose.yaml'], { cwd: folderWith({ 'compose.yaml': '' }) }),
    'empty compose file',
  );
});

test('a file without services', async () => {
  expectRefusal(
    await run(['check'], { cwd: folderWith({ 'compose.yaml': 'volumes:\n  data:\n' }) }),
    'nothing to analyze',
  );
});

test('a command that is misspelt, and so is taken for a path', async () => {
  const cwd = folderWith({ 'graf/compose.yaml': SERVICE, 'empty/README.md': '' });
  expect((await run(['chekc'], { cwd })).stderr).toContain("there is no command 'chekc'; did you mean 'check'?");
  expect((await run(['empty'], { cwd })).stderr).not.toContain('command');
  expect(await run(['graf'], { cwd })).toMatchObject({ code: 0, stderr: '' });
});

test('a directory without a project', async () => {
  const cwd = folderWith({ 'compose.yaml': SERVICE, 'sub/README.md': 'nothing here' });
  expectRefusal(await run(['check', 'sub'], { cwd }), /sub: no Compose file/);
});

test('no project anywhere above', async () => {
  expectRefusal(await run(['check'], { cwd: folderWith({}) }), 'no configuration file provided: not found');
});

test('a file that is not there, a directory as a file, bytes that are no text', async () => {
  const cwd = folderWith({ 'directory/x': '', 'binary.yaml': Uint8Array.from([0xff, 0xfe, 0, 1]) });
  expectRefusal(await run(['check', 'missing.yaml'], { cwd }), /missing\.yaml.*no such file/);
  expectRefusal(await run(['check', '-f', 'directory'], { cwd }), /directory.*is a directory/);
  expectRefusal(await run(['check', 'binary.yaml'], { cwd }), /binary\.yaml.*not UTF-8/);
});

test('a file that is too large', async () => {
  const cwd = folderWith({ 'compose.yaml': SERVICE });
  expectRefusal(
    await run(['check', '--limit', 'file-size=10'], { cwd }),
    'larger than 10 bytes (--limit file-size=10)',
  );
});

test('a schema violation is told with its place, and the rest is analyzed', async () => {
  const cwd = folderWith({
    'compose.yaml': `${SERVICE}    imagge: x\n    environment:\n      DB_PASSWORD: hunter-green-9\n`,
  });
  const outcome = await run(['check'], { cwd });
  expectRefusal(outcome, /compose\.yaml:4:5/);
  expect(outcome.stdout).toContain('plaintext-credentials');
});

test('strictly, a variable that must be set is missed', async () => {
  const cwd = folderWith({ 'compose.yaml': 'services:\n  web:\n    image: web:${TAG:?no tag was given}\n' });
  expectRefusal(
    await run(['check', '--strict'], { cwd }),
    /required variable TAG is missing a value.*compose\.yaml:3:16/s,
  );
  expect((await run(['check'], { cwd })).code).toBe(0);
  expect((await run(['check', '--strict'], { cwd, env: { TAG: '1' } })).code).toBe(0);
});

test('wrong arguments are answered with the nearest right ones', async () => {
  const cwd = folderWith({ 'compose.yaml': SERVICE });
  expectRefusal(await run(['check', '--fromat', 'json'], { cwd }), "did you mean '--format'");
  expectRefusal(await run(['check', '--format', 'sariff'], { cwd }), "did you mean 'sarif'");
  expectRefusal(await run(['check', '--output', 'report.json'], { cwd }), 'is not FORMAT=FILE');
  expectRefusal(await run(['check', '--limit', 'file-size=big'], { cwd }), 'no number of bytes');
  expectRefusal(await run(['check', 'compose.yaml', '-f', 'compose.yaml'], { cwd }), 'not both');
  expectRefusal(await run(['help', 'chekc'], { cwd }), "did you mean 'check'");
});

describe('what was probably meant', () => {
  const files = { 'compose.yaml': 'services:\n  web:\n    imaeg: nginx:1.27\n    restart: alwais\n' };

  test('is told with a gap', async () => {
    const { code, stdout } = await run(['check', '--format', 'json'], { cwd: folderWith(files) });
    const { gaps } = JSON.parse(stdout);
    expect(gaps).toContainEqual(
      expect.objectContaining({
        reason: "services.web additional properties 'imaeg' not allowed; did you mean 'image'?",
        startLine: 3,
      }),
    );
    expect(code).toBe(2);
  });

  test('stands below what Docker Compose says', async () => {
    const { code, stderr } = await run(['config'], { cwd: folderWith(files) });
    expect(stderr).toMatch(/additional properties 'imaeg' not allowed\n {2}did you mean 'image'\?\n/);
    expect(code).toBe(2);
  });
});

test('standard input is a project, too', async () => {
  const { code, stdout } = await run(['check', '-'], { cwd: folderWith({}), stdin: SERVICE });
  expect(stdout).toContain('No findings');
  expect(code).toBe(0);
});

test('help and version', async () => {
  const cwd = ROOT;
  for (const argv of [['--help'], ['help'], ['check', '--help'], ['graph', '-h'], ['--version']]) {
    const { code, stdout, stderr } = await run(argv, { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/bulkhead/);
  }
});

test('a file is written whole, beside what is printed', async () => {
  const cwd = folderWith({ 'compose.yaml': SERVICE });
  const { code, stdout } = await run(['check', '-o', 'sarif=out/report.sarif', '-o', 'json=report.json'], { cwd });
  expect([code, stdout]).toEqual([0, expect.stringContaining('No findings')]);
  expect(JSON.parse(readFileSync(path.join(cwd, 'out/report.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(readdirSync(cwd).sort()).toEqual(['compose.yaml', 'out', 'report.json']);
});

test.each(['unix', 'gitlab'])('a format that has no place for it, as %s: on stderr', async (format) => {
  const cwd = folderWith({ 'compose.yaml': '- a\n' });
  const { code, stderr } = await run(['check', '--format', format], { cwd });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^bulkhead: compose\.yaml:1:1: /) });
});
