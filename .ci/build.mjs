// Builds dist/: CommonJS bundles for every entry point, the type declarations of the library, the licences of what is bundled.
//   node .ci/build.mjs [--out DIR]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const flag = process.argv.indexOf('--out');
const out = path.resolve(flag > 0 ? process.argv[flag + 1] : path.join(root, 'dist'));
const version = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;

const OPTIONS = {
  cwd: root,
  platform: 'node',
  transform: { target: 'node20', define: { BULKHEAD_VERSION: JSON.stringify(version) } },
};

/** CommonJS: an ES module as entry starts about 4 ms later. */
const OUTPUT = { format: 'cjs', minify: true, comments: false, dir: out };

/** One file each: the library, and the Action, which starts once in a job. */
const WHOLE = { compose: 'src/compose.ts', index: 'src/index.ts', action: 'src/action/entry.ts' };

/**
 * The command line, which starts for every commit somebody makes: `cli.js` is as good as empty, `cli/process.js` is what
 * a check of plain files needs, and the rest is loaded when it is asked for, either by `import()` or, in the midst of a
 * computation, by `require()` of one of these.
 */
const ENTRY = 'src/cli/entry.ts';
const ON_DEMAND = [
  'src/cli/process.ts',
  'src/source/full-yaml.ts',
  'src/source/yaml-comments.ts',
  'src/compose/schema/problems.ts',
  'src/analysis/config/read.ts',
  'src/report/other-formats.ts',
  'src/run/diagrams.ts',
];

/** What rules say about themselves is a seventh of the program, and needed by those who ask for it. */
const VIRTUAL = '\0documentation';

/** Takes `docs: {...}` out of each rule. */
const withoutDocumentation = {
  name: 'without-documentation',
  transform(code, id) {
    if (path.dirname(id) !== path.join(root, 'src/rules')) return null;
    for (const { declaration } of this.parse(code, { lang: 'ts' }).body) {
      const properties = declaration?.declarations?.[0]?.init?.properties ?? [];
      const docs = properties.find(({ key }) => key?.name === 'docs');
      const rule = properties.find(({ key }) => key?.name === 'id')?.value?.value;
      if (!docs || !rule) continue;
      const getter = `get docs() { return require('./documentation.js').DOCUMENTATION[${JSON.stringify(rule)}]; }`;
      return { code: code.slice(0, docs.start) + getter + code.slice(docs.end), map: null };
    }
    return null;
  },
};

/** The default export of a module of Node's is what `require` gives: a check need not load helpers that find it out. */
const plainDefaults = {
  name: 'plain-defaults',
  transform(code, id) {
    if (!id.startsWith(path.join(root, 'src'))) return null;
    return { code: code.replace(/^import (\w+) from '(node:\w+)';$/gm, "const $1 = require('$2');"), map: null };
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
execFileSync(process.execPath, [path.join(root, 'schemas/compile.mjs')], { cwd: root, stdio: 'inherit' });

const modules = new Set();
const catalogue = await evaluated('src/topology/images/catalogue-text.ts');
for (const [name, file] of Object.entries(WHOLE)) {
  await write({ input: { [name]: file } }, { codeSplitting: false });
}
await buildCommandLine();
nameBuild();
chmodSync(path.join(out, 'cli.js'), 0o755);
licences(modules);
types();

async function write(input, output) {
  const bundle = await rolldown({ ...OPTIONS, ...input, plugins: [catalogue, ...(input.plugins ?? [])] });
  const written = await bundle.write({ ...OUTPUT, ...output });
  await bundle.close();
  for (const chunk of written.output) {
    const code = escaped(chunk.code);
    const isLoadedByUs = path.dirname(chunk.fileName) === 'cli' || output.dir !== undefined;
    writeFileSync(path.join(output.dir ?? out, chunk.fileName), isLoadedByUs ? inFunction(code) : code);
    for (const id of chunk.moduleIds ?? []) modules.add(id);
  }
}

/**
 * What is beyond ASCII stands in texts and regular expressions only, for comments are left out. Without it Node has nothing
 * to decode, and V8 keeps a program in half the memory.
 */
function escaped(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * What `src/cli/code-cache.ts` loads: as it stands in the file, for putting it together at the start would double it in
 * V8's memory, which then collects garbage first of all.
 */
function inFunction(code) {
  return `(function(exports,require,module){${code}\n})`;
}

async function buildCommandLine() {
  await write({ input: { documentation: VIRTUAL }, plugins: [await documentation()] }, { dir: path.join(out, 'cli') });
  const needed = await staticClosure('src/cli/process.ts', 'src/cli/check.ts');
  const names = new Map(ON_DEMAND.map((file) => [path.join(root, file), path.basename(file, '.ts')]));
  const input = Object.fromEntries([...names].map(([file, name]) => [name, file]));
  await write(
    { input: { cli: ENTRY, ...input }, plugins: [withoutDocumentation, plainDefaults, requiredOnDemand(names)] },
    {
      entryFileNames: ({ name }) => (name === 'cli' ? 'cli.js' : 'cli/[name].js'),
      chunkFileNames: 'cli/[name].js',
      codeSplitting: { groups: [{ name: 'check', test: (id) => needed.has(id) }] },
    },
  );
}

/** A module that only computes something out of tables is replaced by what it computes. */
async function evaluated(file) {
  const id = path.join(root, file);
  const lines = Object.entries(await bundled(id)).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
  );
  return { name: 'evaluated', load: (loaded) => (loaded === id ? lines.join('\n') : null) };
}

/** What a module exports, at build time. */
async function bundled(id) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-evaluated-'));
  try {
    const file = path.join(folder, 'module.mjs');
    const bundle = await rolldown({ ...OPTIONS, input: id });
    await bundle.write({ format: 'esm', codeSplitting: false, file });
    await bundle.close();
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function documentation() {
  const { RULES } = await bundled(path.join(root, 'src/rules/index.ts'));
  const table = Object.fromEntries(RULES.map(({ id, docs }) => [id, docs]));
  const code = `export const DOCUMENTATION = ${JSON.stringify(table)};`;
  return {
    name: 'documentation',
    resolveId: (id) => (id === VIRTUAL ? id : null),
    load: (id) => (id === VIRTUAL ? code : null),
  };
}

/** Puts a digest of the bundles of the command line where compiled code is kept by it. */
function nameBuild() {
  const digest = createHash('sha256');
  for (const name of readdirSync(path.join(out, 'cli')).sort())
    digest.update(readFileSync(path.join(out, 'cli', name)));
  const entry = path.join(out, 'cli.js');
  const [before, after, ...others] = readFileSync(entry, 'utf8').split('BUNDLES');
  if (after === undefined || others.length > 0) throw new Error(`${entry} has no single place for the digest`);
  writeFileSync(entry, before + digest.digest('hex').slice(0, 16) + after);
}

/** The modules that are loaded with some, without any that is asked for later. */
async function staticClosure(...files) {
  const bundle = await rolldown({ ...OPTIONS, input: files, plugins: [requiredOnDemand(new Map())] });
  const { output } = await bundle.generate({ format: 'cjs' });
  await bundle.close();
  const entries = new Set(files.map((file) => path.join(root, file)));
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set();
  const visit = (chunk) => {
    for (const id of chunk?.moduleIds ?? []) found.add(id);
    for (const name of chunk?.imports ?? []) visit(chunks.get(name));
  };
  for (const chunk of output) if (entries.has(chunk.facadeModuleId)) visit(chunk);
  return found;
}

/** Leaves `require()` of our own modules to Node, in files of their own. */
function requiredOnDemand(names) {
  return {
    name: 'required-on-demand',
    resolveId(source, importer, { kind }) {
      if (kind !== 'require-call' || !source.startsWith('.') || importer?.includes('node_modules')) return null;
      const file = path.resolve(path.dirname(importer), source.replace(/\.js$/, '.ts'));
      const name = names.get(file) ?? path.basename(source, '.js');
      const folder = importer === path.join(root, ENTRY) ? './cli' : '.';
      return { id: `${folder}/${name}.js`, external: true };
    },
  };
}

/** The licences ask for their text to travel with the code. */
function licences(ids) {
  const packages = new Set();
  for (const id of ids) {
    const match = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id);
    if (match) packages.add(match[1]);
  }
  const sections = [...packages].sort().map((name) => {
    const folder = path.join(root, 'node_modules', name);
    const { version: installed, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const text = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'LICENCE']
      .map((file) => {
        try {
          return readFileSync(path.join(folder, file), 'utf8').trim();
        } catch {
          return '';
        }
      })
      .find(Boolean);
    return `${name} ${installed} (${license})\n\n${text ?? ''}\n`;
  });
  writeFileSync(path.join(out, 'THIRD-PARTY-LICENSES.txt'), sections.join(`\n${'-'.repeat(80)}\n\n`));
}

function types() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-types-'));
  try {
    const config = path.join(folder, 'tsconfig.json');
    writeFileSync(
      config,
      JSON.stringify({
        extends: path.join(root, 'tsconfig.json'),
        compilerOptions: {
          noEmit: false,
          declaration: true,
          emitDeclarationOnly: true,
          outDir: path.join(out, 'types'),
          rootDir: path.join(root, 'src'),
          typeRoots: [path.join(root, 'node_modules/@types')],
        },
        include: [],
        files: [path.join(root, 'src/index.ts'), path.join(root, 'src/compose.ts')],
      }),
    );
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
