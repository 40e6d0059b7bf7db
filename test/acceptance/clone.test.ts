/** What somebody sees who clones the repository and has nothing but Node: the committed bundle, without any `node_modules`. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';

interface JsonFinding {
  readonly ruleId: string;
  readonly locations: readonly Readonly<Record<string, unknown>>[];
}

const clone = folderWith({});
for (const name of ['dist', 'examples']) cpSync(path.join(ROOT, name), path.join(clone, name), { recursive: true });

function bulkhead(...argv: string[]) {
  const environment = { PATH: process.env.PATH ?? '' };
  return spawnSync(process.execPath, ['dist/cli.js', ...argv], { cwd: clone, encoding: 'utf8', env: environment });
}

function rulesOf(...argv: string[]): { readonly code: number | null; readonly findings: readonly JsonFinding[] } {
  const { status, stdout } = bulkhead('check', '--format', 'json', '--pedantic', ...argv);
  return { code: status, findings: JSON.parse(stdout).findings };
}

const FOUR = ['deprecated-links', 'plaintext-credentials', 'shared-tier-network', 'missing-tier-separation'];

test('the shop has the defects it was written with', () => {
  const { code, findings } = rulesOf('examples/shop');
  expect(code).toBe(1);
  const rules = new Set(findings.map((finding) => finding.ruleId));
  expect([...rules]).toEqual(
    expect.arrayContaining(['deprecated-links', 'plaintext-credentials', 'missing-tier-separation']),
  );
  expect(rules).not.toContain('shared-tier-network');
});

test('the leak between declared tiers is found', () => {
  const { code, findings } = rulesOf('examples/two-tier-leak');
  expect(code).toBe(1);
  expect(findings.map((finding) => finding.ruleId)).toContain('shared-tier-network');
});

test('the shop done right is silent, at any severity', () => {
  const { code, findings } = rulesOf('examples/shop-segmented');
  expect(code).toBe(0);
  expect(findings.filter((finding) => FOUR.includes(finding.ruleId))).toEqual([]);
});

test('every finding has a file, a line, a column and an end', () => {
  for (const example of ['shop', 'shop-segmented', 'legacy', 'two-tier-leak']) {
    for (const { locations } of rulesOf(`examples/${example}`).findings) {
      expect(locations[0]).toEqual({
        file: expect.stringMatching(/^examples\/[\w-]+\/[\w-]+\.ya?ml$/),
        startLine: expect.any(Number),
        startColumn: expect.any(Number),
        endLine: expect.any(Number),
        endColumn: expect.any(Number),
        label: expect.any(String),
      });
    }
  }
});

test("the README's first command prints what the README shows of it", () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const [, command = '', shown = ''] = /```sh\n(.+)\n```\n\n```text\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(command).toBe('node dist/cli.js check examples/shop');
  const { stdout } = bulkhead(...command.split(' ').slice(2));
  const pieces = shown.split('\n⋮\n');
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(stdout).toContain(piece);
});

test('the bundle loads nothing from outside', () => {
  const parts = readdirSync(path.join(ROOT, 'dist/cli')).map((name) => `cli/${name}`);
  const bundle = ['cli.js', ...parts].map((name) => readFileSync(path.join(ROOT, 'dist', name), 'utf8')).join('\n');
  const required = new Set(Array.from(bundle.matchAll(/\brequire\(["`]([^"`]+)["`]\)/g), (match) => match[1]));
  const own = new Set(parts.flatMap((name) => [`./${name}`, `./${path.basename(name)}`]));
  expect(
    [...required].filter(
      (name) => !/^(node:|fs$|path$|util$|process$|buffer$)/.test(name ?? '') && !own.has(name ?? ''),
    ),
  ).toEqual([]);
});
