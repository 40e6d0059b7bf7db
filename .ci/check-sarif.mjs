// SARIF of every example, and of projects spread evenly over the corpus where that is at hand: valid against the schema, and, where
// Microsoft's validator is installed, without an error or a warning from it (see validate-sarif.mjs; a second for each file).
//   node .ci/check-sarif.mjs [COUNT]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const wanted = Number(process.argv[2] ?? 200);
const corpus = path.join(root, '../shared/corpus/files');
const schemaFile = path.join(root, '../shared/reference/sarif-schema-2.1.0.json');

const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-sarif-'));
const bundle = path.join(folder, 'main.cjs');
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
});
const { main } = await import(`file://${bundle}`);

const targets = [
  ...readdirSync(path.join(root, 'examples')).map((name) => ({ cwd: root, file: `examples/${name}` })),
  ...spread(composeFiles(corpus), wanted).map((file) => ({ cwd: corpus, file })),
];
const files = [];
let results = 0;
for (const [index, { cwd, file }] of targets.entries()) {
  const text = await sarifOf(cwd, file);
  results += JSON.parse(text).runs[0].results.length;
  const output = path.join(folder, `${index}.sarif`);
  writeFileSync(output, text);
  files.push(output);
}
const invalid = existsSync(schemaFile) ? files.filter(isInvalid(readJson(schemaFile))) : [];
console.log(`check-sarif: ${files.length} files with ${results} results, ${invalid.length} against the schema`);
for (const file of invalid) console.log(`  ${targets[files.indexOf(file)].file}`);
const validator = path.join(root, '.ci/validate-sarif.mjs');
const { status } = spawnSync(process.execPath, [validator, ...files], { cwd: root, stdio: 'inherit' });
rmSync(folder, { recursive: true });
process.exit(invalid.length > 0 || status !== 0 ? 1 : 0);

async function sarifOf(cwd, file) {
  let stdout = '';
  await main(['check', '--pedantic', '--format', 'sarif', '--', file], {
    cwd,
    env: {},
    stdout: (text) => {
      stdout += text;
    },
    stderr: () => undefined,
    stdin: () => Buffer.alloc(0),
    terminal: { stdout: false, stderr: false, columns: 100 },
  });
  return stdout;
}

function composeFiles(directory) {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /compose[^/]*\.ya?ml$/.test(name)).sort();
}

function spread(items, count) {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[Math.floor(index * step)]);
}

function isInvalid(schema) {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  return (file) => !validate(readJson(file));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
