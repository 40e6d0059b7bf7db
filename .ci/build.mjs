// Builds dist/: one self-contained CommonJS bundle per entry point, the type declarations of the library, the licences of what is bundled.
//   node .ci/build.mjs [--out DIR]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const flag = process.argv.indexOf('--out');
const out = path.resolve(flag > 0 ? process.argv[flag + 1] : path.join(root, 'dist'));
const version = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;

/** A CommonJS entry starts about 4 ms faster than an ES module. */
const ENTRIES = {
  compose: 'src/compose.ts',
  cli: 'src/cli/entry.ts',
  index: 'src/index.ts',
  action: 'src/action/entry.ts',
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
execFileSync(process.execPath, [path.join(root, 'schemas/compile.mjs')], { cwd: root, stdio: 'inherit' });

const result = await build({
  absWorkingDir: root,
  entryPoints: ENTRIES,
  outdir: out,
  bundle: true,
  minify: true,
  keepNames: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  define: { BULKHEAD_VERSION: JSON.stringify(version) },
});
licences(result.metafile);
types();

/** The licences ask for their text to travel with the code. */
function licences(metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
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
