// Fixes every Compose file of a corpus in memory, and holds the result to what `bulkhead fix` promises: it loads, its model
// differs only as intended and no finding comes up (both checked by the fixer itself: what does not hold is refused, and
// counted here), a second run changes nothing, no diff shows a secret. Every Nth fixed file is also read by a real
// `docker compose config`, if one is given: the reference must take it, and read it as we do.
//   node .ci/fix-corpus.mjs [DIR] [--compose BINARY] [--every N] [--only RULE]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
const compose = option('--compose');
const every = Number(option('--every') ?? 10);
const only = option('--only');
const corpus = path.resolve(given[0] ?? path.join(root, '../shared/corpus/files'));
if (!existsSync(corpus)) {
  console.log(`no corpus at ${path.relative(process.cwd(), corpus)}: skipped`);
  process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-fix-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const { fixProjects, diskHost, loadProject, configJson, credentialsOf } = await library();

const counts = new Map();
const reasons = new Map();
const wrong = [];
const count = (key, more = 1) => counts.set(key, (counts.get(key) ?? 0) + more);
let compared = 0;

for (const file of files(corpus)) {
  count('files');
  const host = diskHost({});
  const first = run(host, file);
  if (!first) continue;
  for (const { finding, title } of first.fixed) {
    count(`fixed: ${finding.ruleId}`);
    if (/as a secret$/.test(title)) count('fixed with a mounted secret');
  }
  for (const { finding, reason } of first.refused) {
    count(`refused: ${finding.ruleId}`);
    const kind = reason.replace(/`[^`]*`/g, '`…`');
    reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
  }
  if (first.files.length === 0) continue;
  count('files with fixes');
  const texts = new Map(first.files.map(({ path: name, after }) => [name, after]));
  const fixedHost = {
    ...host,
    readFile: (name) => (texts.has(name) ? { ok: true, text: texts.get(name) } : host.readFile(name)),
    stat: (name) => (texts.has(name) ? 'file' : host.stat(name)),
  };
  const second = run(fixedHost, file);
  if (second && second.files.length > 0) wrong.push(`${file}: a second run finds ${second.fixed.length} more to fix`);
  for (const { before, after } of first.files) comments(file, before ?? '', after);
  secrets(file, first.files.map(({ diff }) => diff).join(''));
  if (compose && count('candidates for the reference') && counts.get('candidates for the reference') % every === 0)
    compare(file, first, texts);
}

for (const [key, times] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${key}: ${times}`);
console.log('reasons:');
for (const [reason, times] of [...reasons].sort(([, a], [, b]) => b - a)) console.log(`  ${times} ${reason}`);
if (compose) console.log(`read by the reference as by us: ${compared}`);
for (const line of wrong.slice(0, 40)) console.log(line);
console.log(wrong.length === 0 ? 'passed' : `${wrong.length} failed`);
process.exit(wrong.length > 0 ? 1 : 0);

function run(host, file) {
  try {
    return fixProjects(host, {
      selection: {
        workingDirectory: corpus,
        paths: [file],
        files: [],
        mode: 'analysis',
        profiles: [],
        envFiles: [],
        config: { kind: 'none' },
      },
      only: only ? [only] : [],
    });
  } catch (error) {
    if (error?.constructor?.name !== 'UserError') wrong.push(`${file}: ${error?.stack ?? error}`);
    return undefined;
  }
}

/** Every comment of the text before is in the text after, in the same order. */
function comments(file, before, after) {
  const lines = after.split(/\r?\n/);
  let at = 0;
  for (const line of before.split(/\r?\n/)) {
    const comment = /^\s*(#.*)$/.exec(line)?.[1];
    if (comment === undefined) continue;
    const found = lines.findIndex((candidate, index) => index >= at && candidate.trim() === comment.trim());
    if (found < 0) {
      wrong.push(`${file}: a comment is lost`);
      return;
    }
    at = found + 1;
  }
}

/** Values that are words may stand anywhere: as the name of an image, of a user, of the secret itself. */
function secrets(file, diff) {
  const { project } = loadProject(diskHost({}), {
    workingDirectory: corpus,
    files: [path.join(corpus, file)],
    mode: 'analysis',
  });
  const isTelling = (text) => text.length >= 8 && /[a-z]/i.test(text) && /[0-9]/.test(text);
  const isShown = (text) => isTelling(text) && diff.includes(text);
  const shown = project ? credentialsOf(project).filter(({ secret }) => secret.is(isShown)) : [];
  for (const { site, at } of shown) wrong.push(`${file}:${at.start}: the diff shows the value of ${site.key}`);
}

/** The project before is read first: what the reference refuses anyway says nothing about a fix. */
function compare(file, { files: changed, variables }, texts) {
  const name = path.join(corpus, file);
  const after = texts.get(name);
  if (after === undefined || changed.some(({ path: other, before }) => other !== name && before !== undefined)) return;
  const place = path.join(folder, 'project');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  const target = path.join(place, 'compose.yaml');
  writeFileSync(target, changed.find(({ path: other }) => other === name).before);
  if (reference(target, {}).status !== 0) {
    count('not read by the reference before');
    return;
  }
  writeFileSync(target, after);
  const env = Object.fromEntries(variables.map((variable) => [variable, `value-of-${variable}`]));
  const read = reference(target, env);
  if (read.status !== 0) {
    wrong.push(`${file}: the reference refuses the result: ${read.stderr.trim().split('\n').at(-1)}`);
    return;
  }
  const { project } = loadProject(diskHost(env), { workingDirectory: place, files: [target], mode: 'strict' });
  const ours = project && JSON.parse(JSON.stringify(configJson(project)));
  if (isDeepStrictEqual(ours, JSON.parse(read.stdout))) compared++;
  else wrong.push(`${file}: the reference reads the result in another way`);
}

function reference(file, env) {
  return spawnSync(compose, ['-f', file, 'config', '--format', 'json'], {
    cwd: path.dirname(file),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
}

async function library() {
  execFileSync(process.execPath, [path.join(root, 'schemas/compile.mjs')], { cwd: root });
  const outfile = path.join(folder, 'library.cjs');
  await build({
    absWorkingDir: root,
    stdin: {
      resolveDir: root,
      contents: `export { fixProjects } from './src/run/fix.ts';
        export { diskHost } from './src/run/disk.ts';
        export { credentialsOf } from './src/rules/credentials/find.ts';
        export { loadProject } from './src/compose/load.ts';
        export { configJson } from './src/compose/output.ts';`,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return await import(`file://${outfile}`);
}

function option(name) {
  const index = given.indexOf(name);
  return index < 0 ? undefined : given.splice(index, 2)[1];
}

function files(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => path.relative(corpus, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
