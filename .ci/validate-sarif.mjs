/**
 * Microsoft's SARIF validator with GitHub's rules over SARIF files: `node .ci/validate-sarif.mjs FILE...`.
 * Opt-in, since the validator is 104 MB: `npm install --no-save @microsoft/sarif-multitool-linux`, or SARIF_MULTITOOL=path to the binary.
 * Exits 1 on any error or warning. Its own exit code says nothing, so its report is read.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const installed = path.resolve('node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');
const validator = process.env.SARIF_MULTITOOL ?? installed;

if (!existsSync(validator)) {
  console.log('validate-sarif: skipped, the validator is not installed');
  process.exit(0);
}
// npm does not run the package's install script, which would do this.
if (validator === installed) chmodSync(validator, 0o755);

const folder = mkdtempSync(path.join(os.tmpdir(), 'validate-sarif-'));
const files = process.argv.slice(2);
let bad = 0;
for (const file of files) {
  for (const complaint of complaintsAbout(file)) {
    bad++;
    console.log(`${file}: ${complaint}`);
  }
}
rmSync(folder, { recursive: true });
console.log(`validate-sarif: ${files.length} files, ${bad} errors and warnings`);
process.exit(bad > 0 ? 1 : 0);

function complaintsAbout(file) {
  const output = path.join(folder, 'out.sarif');
  const options = [
    '--rule-kind',
    'Sarif;Ghas',
    '--level',
    'Error;Warning',
    '--output',
    output,
    '--log',
    'ForceOverwrite',
  ];
  const run = spawnSync(validator, ['validate', file, ...options], { encoding: 'utf8' });
  if (!existsSync(output)) return [`the validator failed: ${run.stdout}${run.stderr}`];
  const log = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, ''));
  rmSync(output);
  return log.runs.flatMap((entry) => (entry.results ?? []).map(describe));
}

function describe({ ruleId, level = 'warning', message, locations = [] }) {
  const line = locations[0]?.physicalLocation?.region?.startLine ?? '?';
  return `line ${line}: ${level} ${ruleId}: ${message.text ?? [message.id, ...(message.arguments ?? [])].join(' ')}`;
}
