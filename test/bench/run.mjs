/**
 * What bulkhead costs, as a ratio to what costs something else in the same run:
 *   npm run bench -- [--runs N] [--json FILE] [--dclint] [--compose-lint FILE]
 * `--dclint` fetches that linter into a temporary folder; `--compose-lint` names an installed one. It never fails on a time.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { largeProject, manyKeys, manyProjects, smallProject } from './inputs.mjs';
import { measure } from './measure.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '11' },
    json: { type: 'string' },
    dclint: { type: 'boolean', default: false },
    'compose-lint': { type: 'string' },
  },
});
const runs = Number(values.runs);
const cli = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-bench-'));
const rows = [];

try {
  const dclint = values.dclint ? fetchDclint() : undefined;
  const composeLint = values['compose-lint'];
  const text = (name, content) => {
    const project = path.join(folder, name);
    mkdirSync(project);
    writeFileSync(path.join(project, 'compose.yaml'), content);
    return path.join(project, 'compose.yaml');
  };
  const check = (...words) => ['node', cli, 'check', ...words];
  const graph = (file) => ['node', cli, 'graph', '--format', 'json', '--no-pairs', file];
  const small = text('small', smallProject(2));

  table('one small file', runs, {
    'node -e 0': ['node', '-e', '0'],
    bulkhead: check(small),
    ...(dclint && { dclint: ['node', dclint, small] }),
    ...(composeLint && { 'compose-lint': [composeLint, 'check', small] }),
  });
  const some = manyProjects(path.join(folder, 'some'), 39);
  table('39 files in one run', Math.ceil(runs / 2), {
    'node -e 0': ['node', '-e', '0'],
    bulkhead: check('--recursive', some),
    ...(dclint && { dclint: ['node', dclint, '-r', some] }),
  });
  table('many files in one run', 1, {
    '1,000 files': check('--recursive', manyProjects(path.join(folder, 'thousand'), 1_000)),
    '10,000 files': check('--recursive', manyProjects(path.join(folder, 'ten-thousand'), 10_000)),
  });
  table('one large file', 2, {
    'check 500 services': check(text('services-500', largeProject(500))),
    'check 5,000 services': check(text('services-5000', largeProject(5_000))),
    'graph 1,000 services': graph(text('graph-1000', largeProject(1_000))),
    'graph 10,000 services': graph(text('graph-10000', largeProject(10_000))),
    'check 10,000 keys in one map': check(text('keys-10000', manyKeys(10_000))),
    'check 100,000 keys in one map': check(text('keys-100000', manyKeys(100_000))),
  });
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, runs, rows }, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Ratios are to the first command of the table. */
function table(title, times, commands) {
  const results = Object.entries(measure(commands, times));
  const [, first] = results[0];
  console.log(`\n${title} (${times} runs in turn, medians, Node ${process.version})`);
  console.log(
    `${''.padEnd(32)}${['wall s', 'ratio', 'cpu s', 'ratio', 'MB', 'exit'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const [name, { wall, cpu, megabytes, status }] of results) {
    const cells = [
      wall.toFixed(3),
      (wall / first.wall).toFixed(2),
      cpu?.toFixed(3) ?? '-',
      cpu && first.cpu ? (cpu / first.cpu).toFixed(2) : '-',
      megabytes?.toFixed(0) ?? '-',
      String(status),
    ];
    console.log(`${name.padEnd(32)}${cells.map((cell) => cell.padStart(9)).join('')}`);
    rows.push({ table: title, name, wall, cpu, megabytes, status });
  }
}

function fetchDclint() {
  const peers = path.join(tmpdir(), 'bulkhead-bench-peers');
  const entry = path.join(peers, 'node_modules/dclint/bin/dclint.cjs');
  if (!existsSync(entry))
    execFileSync('npm', ['install', '--prefix', peers, '--no-audit', '--no-fund', 'dclint@3.1.0']);
  return entry;
}
