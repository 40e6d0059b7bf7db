// Checks each Compose file of a corpus, and holds the run to what a user may expect of hostile or broken files:
// never a stack trace, never exit 3, never slow. Prints how many files ended with each exit code, and the findings of each rule.
//   node .ci/check-corpus.mjs [DIR] [--process-every N]
// Files are checked inside this process, by the code behind `bulkhead check`; each Nth also as a process of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SECONDS = 2;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
const flag = given.indexOf('--process-every');
const every = flag < 0 ? 100 : Number(given.splice(flag, 2)[1]);
const corpus = path.resolve(given[0] ?? path.join(root, '../shared/corpus/files'));
if (!existsSync(corpus)) {
  console.log(`no corpus at ${path.relative(process.cwd(), corpus)}: skipped`);
  process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-corpus-'));
const bundle = path.join(folder, 'main.cjs');
await build({ absWorkingDir: root, entryPoints: ['src/cli/main.ts'], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
const { main } = await import(`file://${bundle}`);

const codes = new Map();
const rules = new Map();
const wrong = [];
const count = (map, key, more = 1) => map.set(key, (map.get(key) ?? 0) + more);

let number = 0;
for (const file of files(corpus)) {
  let [stdout, stderr] = ['', ''];
  const world = {
    cwd: corpus,
    env: {},
    stdout: (text) => { stdout += text; },
    stderr: (text) => { stderr += text; },
    stdin: () => new Uint8Array(),
    terminal: { stdout: false, stderr: false, columns: 100 },
  };
  const start = process.hrtime.bigint();
  const code = await main(['check', '--format', 'json', file], world);
  judge(file, code, stderr, Number(process.hrtime.bigint() - start) / 1e9);
  count(codes, code);
  if (stdout !== '') for (const { ruleId } of JSON.parse(stdout).findings) count(rules, ruleId);
  if (number++ % every === 0) {
    const started = process.hrtime.bigint();
    const run = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', file], { cwd: corpus, encoding: 'utf8' });
    judge(`${file} (a process)`, run.status, run.stderr, Number(process.hrtime.bigint() - started) / 1e9);
    if (run.status !== code) wrong.push(`${file}: exit ${code} inside, ${run.status} as a process`);
  }
}
rmSync(folder, { recursive: true, force: true });

console.log(`${number} files`);
for (const [code, times] of [...codes].sort(([a], [b]) => a - b)) console.log(`exit ${code}: ${times}`);
for (const [rule, times] of [...rules].sort(([, a], [, b]) => b - a)) console.log(`${rule}: ${times}`);
for (const line of wrong.slice(0, 20)) console.log(line);
console.log(`${number - wrong.length} passed, ${wrong.length} failed`);
process.exit(wrong.length > 0 || number === 0 ? 1 : 0);

function judge(file, code, stderr, seconds) {
  if (![0, 1, 2].includes(code)) wrong.push(`${file}: exit ${code}: ${stderr.trim()}`);
  else if (/^\s+at .+:\d+:\d+\)?$/m.test(stderr)) wrong.push(`${file}: a stack trace`);
  else if (seconds > SECONDS) wrong.push(`${file}: ${seconds.toFixed(1)} s`);
}

function files(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => path.relative(corpus, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
