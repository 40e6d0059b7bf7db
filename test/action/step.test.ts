/** The bundle of the Action, run as GitHub runs it, on the examples. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import '@microsoft/jest-sarif';
import type { Log } from 'sarif';
import { commandsIn, runStep } from '../support/action.js';
import { folderWith } from '../support/folder.js';
import { diagramsIn, parseDiagrams } from '../support/mermaid.js';
import { ROOT } from '../support/shared.js';

const EXAMPLES = readdirSync(path.join(ROOT, 'examples')).sort();
const WEB = 'services:\n  web:\n    image: nginx:1.27\n';

function workspaceWith(...examples: readonly string[]): string {
  const workspace = folderWith({});
  for (const example of examples) {
    cpSync(path.join(ROOT, 'examples', example), path.join(workspace, example), { recursive: true });
  }
  return workspace;
}

function levels(log: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, level = ''] of log.matchAll(/^::(error|warning|notice) title=/gm))
    counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}

describe('the examples', () => {
  test.each([
    [
      'shop',
      1,
      { outcome: 'findings', findings: '7', 'highest-severity': 'high' },
      { error: 2, warning: 4, notice: 1 },
    ],
    ['shop-segmented', 0, { outcome: 'passed', findings: '0', 'highest-severity': 'none' }, {}],
    ['two-tier-leak', 1, { outcome: 'findings', findings: '1', 'highest-severity': 'high' }, { error: 1 }],
    ['legacy', 1, { outcome: 'findings', findings: '6', 'highest-severity': 'high' }, { error: 3, notice: 3 }],
  ])('%s', (example, code, outputs, annotations) => {
    const result = runStep(workspaceWith(example));
    expect(result.code).toBe(code);
    expect(result.outputs).toEqual({ ...outputs, 'sarif-file': '' });
    expect(levels(result.log)).toEqual(annotations);
    const found = Number(outputs.findings);
    expect(result.summary).toMatch(
      found === 0 ? /^## bulkhead: no findings$/m : new RegExp(`^## bulkhead: ${found} finding`, 'm'),
    );
    expect(result.summary.match(/^\| (critical|high|medium|low) \|/gm) ?? []).toHaveLength(found);
  });

  test('each is in the table of this test', () => {
    expect(EXAMPLES).toEqual(['legacy', 'shop', 'shop-segmented', 'two-tier-leak']);
  });

  test('all of them at once: annotated from the workspace, linked to the commit, the worst drawn', () => {
    const { log, summary, outputs } = runStep(workspaceWith(...EXAMPLES));
    expect(outputs).toMatchObject({ outcome: 'findings', 'highest-severity': 'high' });
    expect(log).toContain(
      '::error title=shared-tier-network,file=two-tier-leak/compose.yaml,line=11,endLine=11,col=9,endColumn=13::',
    );
    expect(commandsIn(log).at(-1)).toBe('::error::6 findings to fix: 6 high.');
    expect(summary).toContain(
      '[<code>two-tier-leak/compose.yaml:11:9</code>](https://github.example/acme/shop/blob/c0ffee0000000000000000000000000000000000/two-tier-leak/compose.yaml#L11)',
    );
    const diagrams = diagramsIn(summary);
    expect(diagrams).toHaveLength(3);
    expect(diagrams.some((diagram) => diagram.includes('unintended'))).toBe(true);
    expect(summary).toContain('1 more project not drawn here.');
  });

  test("the diagrams of every example's summary are Mermaid", () => {
    const diagrams = EXAMPLES.flatMap((example) => diagramsIn(runStep(workspaceWith(example)).summary));
    expect(diagrams).toHaveLength(EXAMPLES.length);
    expect(parseDiagrams(diagrams)).toEqual(diagrams.map(() => null));
  }, 60_000);
});

describe('inputs', () => {
  const shop = workspaceWith('shop', 'two-tier-leak');

  test.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, number]>([
    ['paths: a directory', { paths: 'two-tier-leak' }, { findings: '1' }, 1],
    ['paths: a file', { paths: 'two-tier-leak/compose.yaml\n' }, { findings: '1' }, 1],
    ['paths: several', { paths: '  shop\n\n  two-tier-leak\n' }, { findings: '8' }, 1],
    ['exclude', { exclude: '/shop/' }, { findings: '1' }, 1],
    ['working-directory', { 'working-directory': 'two-tier-leak' }, { findings: '1' }, 1],
    ['fail-on', { 'fail-on': 'critical' }, { findings: '8', outcome: 'passed' }, 0],
    ['fail-on: never', { 'fail-on': 'never' }, { findings: '8', outcome: 'passed', 'highest-severity': 'high' }, 0],
    ['min-severity', { 'min-severity': 'high' }, { findings: '3' }, 1],
    ['an empty input is its default', { 'fail-on': '', annotations: '' }, { findings: '8', outcome: 'findings' }, 1],
  ])('%s', (_, inputs, outputs, code) => {
    const result = runStep(shop, inputs);
    expect(result.outputs).toMatchObject(outputs);
    expect(result.code).toBe(code);
  });

  test('paths of findings begin at the workspace, wherever the work is done', () => {
    const { log } = runStep(shop, { 'working-directory': 'two-tier-leak', 'sarif-file': 'a.sarif' });
    expect(log).toContain('file=two-tier-leak/compose.yaml,line=11');
    const sarif: Log = JSON.parse(readFileSync(path.join(shop, 'two-tier-leak/a.sarif'), 'utf8'));
    const [result] = sarif.runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('two-tier-leak/compose.yaml');
  });

  test('annotations and summary can be switched off', () => {
    const { log, summary } = runStep(shop, { annotations: 'false', summary: 'False' });
    expect(levels(log)).toEqual({});
    expect(summary).toBe('');
  });

  test('files are written, with the folders for them', () => {
    const workspace = workspaceWith('shop');
    const { outputs } = runStep(workspace, {
      'sarif-file': 'reports/bulkhead.sarif',
      output: 'json=reports/bulkhead.json\nmarkdown=summary.md\n',
    });
    expect(outputs['sarif-file']).toBe('reports/bulkhead.sarif');
    const text = (file: string) => readFileSync(path.join(workspace, file), 'utf8');
    expect(JSON.parse(text('reports/bulkhead.sarif'))).toBeValidSarifLog();
    expect(JSON.parse(text('reports/bulkhead.json')).findings).toHaveLength(7);
    expect(text('summary.md')).toContain('```mermaid');
    expect(readdirSync(path.join(workspace, 'reports'))).toEqual(['bulkhead.json', 'bulkhead.sarif']);
  });

  test('a clean run has a SARIF file, too, so that alerts are closed', () => {
    const workspace = workspaceWith('shop-segmented');
    expect(runStep(workspace, { 'sarif-file': 'a.sarif' }).outputs['sarif-file']).toBe('a.sarif');
    const sarif: Log = JSON.parse(readFileSync(path.join(workspace, 'a.sarif'), 'utf8'));
    expect(sarif.runs[0]?.results).toEqual([]);
  });

  test('strict: the environment of the job counts, but not what the runner keeps there', () => {
    const workspace = folderWith({
      'compose.yaml': 'services:\n  web:\n    image: "a:${TAG:?no tag}${ACTIONS_RUNTIME_TOKEN:+x:y}"\n',
    });
    expect(runStep(workspace, { strict: 'true' }).outputs.outcome).toBe('incomplete');
    expect(runStep(workspace, { strict: 'true' }, { TAG: '1' }).outputs.outcome).toBe('passed');
    expect(runStep(workspace, {}).outputs.outcome).toBe('passed');
  });
});

describe('what is no success', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string, string]>([
    [
      'no Compose file',
      { 'readme.md': '' },
      {},
      'nothing',
      'There is no Compose file to check; set allow-no-files to allow that.',
    ],
    [
      'a file that is not there',
      { 'compose.yaml': WEB },
      { paths: 'compose.yml' },
      'incomplete',
      'Not everything could be analyzed: 1 gap.',
    ],
    [
      'a file that cannot be read',
      { 'compose.yaml': 'services: [\n' },
      { 'fail-on': 'never' },
      'incomplete',
      'Not everything could be analyzed: 2 gaps.',
    ],
    [
      'an unknown word',
      { 'compose.yaml': WEB },
      { 'fail-on': 'hihg' },
      'error',
      "fail-on: 'hihg' is none of critical, high, medium, low, never; did you mean 'high'?",
    ],
    [
      'an unknown format',
      { 'compose.yaml': WEB },
      { output: 'yaml=a' },
      'error',
      "output: 'yaml=a' is not FORMAT=FILE. Formats: pretty, unix, json, sarif, github, markdown, junit, gitlab.",
    ],
    [
      'no boolean',
      { 'compose.yaml': WEB },
      { summary: 'yes' },
      'error',
      "summary: 'yes' is none of true, True, TRUE, false, False, FALSE",
    ],
  ])('%s', (_, files, inputs, outcome, message) => {
    const { code, log, outputs } = runStep(folderWith(files), inputs);
    expect({ code, outcome: outputs.outcome }).toEqual({ code: 1, outcome });
    expect(commandsIn(log).at(-1)).toBe(`::error::${message}`);
  });

  test('where nothing is there, nothing is written that would close alerts', () => {
    const workspace = folderWith({});
    expect(runStep(workspace, { 'sarif-file': 'a.sarif' }).outputs['sarif-file']).toBe('');
    expect(readdirSync(workspace)).toEqual([]);
    const allowed = runStep(workspace, { 'sarif-file': 'a.sarif', 'allow-no-files': 'true' });
    expect(allowed).toMatchObject({ code: 0, outputs: { outcome: 'nothing', 'sarif-file': 'a.sarif' } });
  });

  test('a broken file is annotated', () => {
    const { log } = runStep(folderWith({ 'a/compose.yaml': '- a\n' }));
    expect(log).toMatch(/^::error title=not analyzed,file=a\/compose\.yaml,line=1::/m);
  });
});

describe('the workspace is a border', () => {
  const outside = folderWith({ 'compose.yaml': WEB, 'secret.env': 'MAPLE_PASSWORD=cedar-41\n' });

  test.each([
    [{ paths: '../x' }, "paths: '../x'"],
    [{ 'working-directory': '..' }, "working-directory: '..'"],
    [{ 'sarif-file': '../a.sarif' }, "sarif-file: '../a.sarif'"],
    [{ 'sarif-file': 'link/a.sarif' }, "sarif-file: 'link/a.sarif'"],
    [{ output: 'json=link/deeper/a.json' }, "output: 'link/deeper/a.json'"],
    [{ 'sarif-file': 'dangling' }, "sarif-file: 'dangling'"],
    [{ paths: 'link' }, "paths: 'link'"],
    [{ paths: 'file.yaml' }, "paths: 'file.yaml'"],
  ])('%j', (inputs, given) => {
    const workspace = folderWith({ 'compose.yaml': WEB });
    symlinkSync(outside, path.join(workspace, 'link'));
    symlinkSync(path.join(outside, 'compose.yaml'), path.join(workspace, 'file.yaml'));
    symlinkSync(path.join(outside, 'new.sarif'), path.join(workspace, 'dangling'));
    const { code, log, outputs } = runStep(workspace, inputs);
    expect({ code, outputs }).toEqual({ code: 1, outputs: { outcome: 'error' } });
    expect(commandsIn(log)).toEqual([`::error::${given} leads out of the workspace`]);
    expect(readdirSync(outside).sort()).toEqual(['compose.yaml', 'secret.env']);
  });

  test('a project reads nothing outside', () => {
    const workspace = folderWith({
      'compose.yaml': `include: ["${outside}/compose.yaml", link/compose.yaml]\nservices:\n  web:\n    image: nginx\n    env_file: ["${outside}/secret.env", link/secret.env, env.link]\n`,
    });
    symlinkSync(outside, path.join(workspace, 'link'));
    symlinkSync(path.join(outside, 'secret.env'), path.join(workspace, 'env.link'));
    const { log, summary, outputs } = runStep(workspace, { output: 'json=r.json' });
    expect(outputs.outcome).toBe('incomplete');
    const everything = log + summary + readFileSync(path.join(workspace, 'r.json'), 'utf8');
    expect(everything).not.toMatch(/MAPLE_PASSWORD|cedar-41/);
    expect(JSON.parse(readFileSync(path.join(workspace, 'r.json'), 'utf8')).projects[0].services).toBe(1);
  });

  test('a link in the place of the file is replaced, what it leads to is left alone', () => {
    const workspace = folderWith({ 'compose.yaml': WEB, 'precious.txt': 'precious' });
    symlinkSync('precious.txt', path.join(workspace, 'a.sarif'));
    expect(runStep(workspace, { 'sarif-file': 'a.sarif' }).code).toBe(0);
    expect(readFileSync(path.join(workspace, 'precious.txt'), 'utf8')).toBe('precious');
    expect(JSON.parse(readFileSync(path.join(workspace, 'a.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test('a file that cannot be written is an error, and leaves nothing behind', () => {
    const workspace = folderWith({ 'compose.yaml': WEB });
    mkdirSync(path.join(workspace, 'a.sarif'));
    const { code, outputs } = runStep(workspace, { 'sarif-file': 'a.sarif' });
    expect({ code, outcome: outputs.outcome }).toEqual({ code: 1, outcome: 'error' });
    expect(readdirSync(workspace).sort()).toEqual(['a.sarif', 'compose.yaml']);
  });
});

test('runners that offer less are served, too', () => {
  const workspace = workspaceWith('two-tier-leak');
  const { code, summary } = runStep(workspace, {}, { GITHUB_STEP_SUMMARY: '', GITHUB_REPOSITORY: 'a b](x)' });
  expect({ code, summary }).toEqual({ code: 1, summary: '' });
  expect(runStep(workspace, {}, { GITHUB_REPOSITORY: 'a b](x)' }).summary).toContain(
    '| <code>two-tier-leak/compose.yaml:11:9</code> |',
  );
});
