/** The layers of the design, held against the imports. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const SOURCE = path.join(ROOT, 'src');

interface Layer {
  /** Folders it may import from, itself apart. */
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  /** Why the line is where it is. */
  readonly because: string;
}

const below = (...names: string[]) => names;

const LAYERS: Readonly<Record<string, Layer>> = {
  source: { folders: [], packages: ['yaml'], because: 'text and positions know nothing of Compose, nor of the disk' },
  compose: {
    folders: below('source'),
    packages: ['ajv'],
    because: 'the loader sees files only through the Host it is given',
  },
  topology: { folders: below('source', 'compose'), packages: [], because: 'pure data over projects' },
  rules: {
    folders: below('source', 'compose', 'topology'),
    packages: [],
    because: 'rules know no formats and no configuration',
  },
  analysis: {
    folders: below('source', 'compose', 'topology', 'rules'),
    packages: ['@noble/hashes'],
    because: 'the report is made here, and knows no format',
  },
  report: {
    folders: below('source', 'compose', 'topology', 'analysis'),
    packages: ['node:util', 'sarif', 'yaml', 'node:zlib', '@dagrejs/dagre'],
    because: 'a format is a pure function of the report, or of the graph',
  },
  fix: {
    folders: below('source', 'analysis', 'rules', 'topology', 'compose'),
    packages: [],
    because: 'edits are pure, too',
  },
  run: {
    folders: below('source', 'compose', 'topology', 'rules', 'analysis', 'report', 'fix'),
    packages: ['node:fs', 'node:path', 'ignore'],
    because: 'what the command line, the Action and the editor have in common with the disk',
  },
  cli: {
    folders: below('source', 'compose', 'topology', 'rules', 'analysis', 'report', 'fix', 'run'),
    packages: ['node:fs', 'node:path', 'node:util', 'node:v8', 'node:vm'],
    because: 'entry points do not import each other',
  },
  action: {
    folders: below('source', 'compose', 'topology', 'rules', 'analysis', 'report', 'fix', 'run'),
    packages: ['@actions/core', 'node:fs', 'node:path', 'node:crypto'],
    because: 'the only importer of @actions/core',
  },
  lsp: {
    folders: below('source', 'compose', 'topology', 'rules', 'analysis', 'report', 'fix', 'run'),
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'node:path', 'node:url'],
    because: 'the only importer of vscode-languageserver',
  },
};

/** Pictures are drawn by a layout library, which is loaded when one is asked for. */
const EXTRA_PACKAGES: Readonly<Record<string, readonly string[]>> = {};

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'generated') yield* sources(file);
    } else if (file.endsWith('.ts')) yield file;
  }
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
}

const violations: string[] = [];
for (const file of sources(SOURCE)) {
  const relative = path.relative(SOURCE, file).split(path.sep).join('/');
  const folder = relative.includes('/') ? (relative.split('/')[0] ?? '') : '';
  if (folder === '') continue;
  const layer = LAYERS[folder];
  if (!layer) {
    violations.push(`${relative}: src/${folder} has no row in the table of layers`);
    continue;
  }
  for (const imported of importsOf(file)) {
    if (imported.startsWith('.')) {
      const target = path.relative(ROOT, path.resolve(path.dirname(file), imported)).split(path.sep);
      if (target[0] === 'schemas' || target[0] === 'package.json') continue;
      const other = target[1] ?? '';
      if (other !== folder && !layer.folders.includes(other)) {
        violations.push(`${relative} imports src/${other}: ${layer.because}`);
      }
    } else {
      const name = imported.startsWith('@') ? imported.split('/').slice(0, 2).join('/') : imported.split('/')[0];
      const allowed = [...layer.packages, ...(EXTRA_PACKAGES[folder] ?? [])];
      if (!allowed.includes(imported) && !allowed.includes(name ?? '')) {
        violations.push(`${relative} imports ${imported}: ${layer.because}`);
      }
    }
  }
}

test('imports run one way, from the entry points down to the texts', () => {
  expect(violations).toEqual([]);
});

test('every layer is a folder, or not yet there', () => {
  const folders = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).filter((name) => !(name in LAYERS))).toEqual([]);
});
