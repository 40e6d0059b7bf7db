/** The bundle of the Action, run as GitHub runs it, on the examples. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import '@microsoft/jest-sarif';
import type { Log } from 'sarif';
import { commandsIn, runStep, type StepResult } from '../support/action.js';
import { folderWith } from '../support/folder.js';
import { diagramsIn, parseDiagrams } from '../support/mermaid.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

const EXAMPLES = readdirSync(path.join(ROOT, 'examples')).sort();
const WEB = 'services:\n  web:\n    image: nginx:1.27\n';

function workspaceWith(...examples: readonly string[]): string {
  const workspace = folderWith({});
  for (const example of examples) {
    cpSync(path.join(ROOT, 'examples', example), path.join(workspace, example), { recursive: true });
  }
  return workspace;
}

interface Reported {
  readonly findings: readonly { readonly severity: 'critical' | 'high' | 'medium' | 'low' }[];
}

/** What the command line finds in the same place. */
async function commandLine(cwd: string, ...argv: readonly string[]): Promise<Reported> {
  const { stdout } = await run(['check', '--recursive', '--format', 'json', ...argv], { cwd });
  return JSON.parse(stdout);
}

const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'notice' };

function expectSame({ code, log, outputs, summary }: StepResult, { findings }: Reported): void {
  const severities = findings.map(({ severity }) => severity);
  const fails = severities.some((severity) => severity === 'critical' || severity === 'high');
  expect(code).toBe(fails ? 1 : 0);
  expect(outputs).toEqual({
    outcome: fails ? 'findings' : 'passed',
    findings: String(findings.length),
    'highest-severity': severities[0] ?? 'none',
    'sarif-file': '',
  });
  const annotated = Array.from(log.matchAll(/^::(error|warning|notice) title=/gm), ([, level]) => level);
  expect(annotated).toEqual(severities.map((severity) => LEVELS[severity]));
  const rows = Array.from(summary.matchAll(/^\| (critical|high|medium|low) \|/gm), ([, severity]) => severity);
  expect(rows).toEqual(severities);
}

describe('the examples', () => {
  test.each(EXAMPLES)('%s: the Action says what the command line says', async (example) => {
    const workspace = workspaceWith(example);
    expectSame(runStep(workspace), await commandLine(workspace));
  });

  test.each([
    ['shop', 'findings', 'high'],
    ['shop-segmented', 'passed', undefined],
    ['two-tier-leak', 'findings', 'high'],
    ['legacy', 'findings', 'high'],
  ])('%s: %s', (example, outcome, highest) => {
    const { outputs } = runStep(workspaceWith(example));
    expect(outputs.outcome).toBe(outcome);
    if (highest) expect(outputs['highest-severity']).toBe(highest);
  });

  test('all of them at once: annotated from the workspace, linked to the commit, the worst drawn', () => {
    const { log, summary, outputs } = runStep(workspaceWith(...EXAMPLES));
    expect(outputs).toMatchObject({ outcome: 'findings', 'highest-severity': 'high' });
    expect(log).toContain(
      '::error title=shared-tier-network,file=two-tier-leak/compose.yaml,line=11,endLine=11,col=9,endColumn=13::',
    );
    expect(commandsIn(log).at(-1)).toMatch(/^::error::\d+ findings to fix: \d+ high\.$/);
    expect(summary).toContain(
      '[<code>two-tier-leak/compose.yaml:11:9</code>](https://github.example/acme/shop/blob/c0ffee0000000000000000000000000000000000/two-tier-leak/compose.yaml#L11)',
    );
    const diagrams = diagramsIn(summary);
    expect(diagrams).toHaveLength(3);
    expect(diagrams.filter((diagram) => diagram.includes('unintended')).length).toBeGreaterThan(0);
    expect(summary).toContain('1 more project not drawn here.');
  });

  test("the diagrams of every example's summary are Mermaid", () => {
    const diagrams = EXAMPLES.flatMap((example) => diagramsIn(runStep(workspaceWith(example)).summary));
    expect(diagrams).toHaveLength(EXAMPLES.length);
    expect(parseDiagrams(diagrams)).toEqual(diagrams.map(() => null));
  }, 60_000);
});

describe('inputs', () => {
  const both = workspaceWith('shop', 'two-tier-leak');

  test.each<readonly [Readonly<Record<string, string>>, readonly string[]]>([
    [{ paths: 'two-tier-leak' }, ['two-tier-leak']],
    [{ paths: 'two-tier-leak/compose.yaml\n' }, ['two-tier-leak/compose.yaml']],
    [{ paths: '  shop\n\n  two-tier-leak\n' }, ['shop', 'two-tier-leak']],
    [{ exclude: '/shop/' }, ['--exclude', '/shop/']],
    [{ 'working-directory': 'two-tier-leak' }, ['two-tier-leak']],
    [{ 'min-severity': 'high' }, ['--min-severity', 'high']],
    [{ pedantic: 'true', 'min-severity': 'medium' }, ['--pedantic', '--min-severity', 'medium']],
    [{ 'fail-on': '', annotations: '' }, []],
  ])('%j', async (inputs, argv) => {
    expectSame(runStep(both, inputs), await commandLine(both, ...argv));
  });

  test.each(['critical', 'never'])('fail-on: %s', (severity) => {
    const { code, outputs } = runStep(both, { 'fail-on': severity });
    expect({ code, outcome: outputs.outcome }).toEqual({ code: 0, outcome: 'passed' });
    expect(outputs['highest-severity']).toBe('high');
  });

  test('paths of findings begin at the workspace, wherever the work is done', () => {
    const { log } = runStep(both, { 'working-directory': 'two-tier-leak', 'sarif-file': 'a.sarif' });
    expect(log).toContain('file=two-tier-leak/compose.yaml,line=11');
    const sarif: Log = JSON.parse(readFileSync(path.join(both, 'two-tier-leak/a.sarif'), 'utf8'));
    const [result] = sarif.runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('two-tier-leak/compose.yaml');
  });

  test('annotations and summary can be switched off', () => {
    const { log, summary } = runStep(both, { annotations: 'false', summary: 'False' });
    expect(log).not.toMatch(/^::(error|warning|notice) title=/m);
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
    expect(JSON.parse(text('reports/bulkhead.json')).findings).toHaveLength(Number(outputs.findings));
    expect(text('summary.md')).toContain('```mermaid');
    expect(readdirSync(path.join(workspace, 'reports'))).toEqual(['bulkhead.json', 'bulkhead.sarif']);
  });

  test('a clean run has a SARIF file, too, so that alerts are closed', () => {
    const workspace = workspaceWith('shop-segmented');
    expect(runStep(workspace, { 'sarif-file': 'a.sarif' }).outputs['sarif-file']).toBe('a.sarif');
    const sarif: Log = JSON.parse(readFileSync(path.join(workspace, 'a.sarif'), 'utf8'));
    expect(sarif.runs[0]?.results).toEqual([]);
  });

  test('the configuration of the repository counts, another one may be named, and inputs come first', () => {
    const workspace = workspaceWith('two-tier-leak');
    writeFileSync(path.join(workspace, 'bulkhead.yaml'), 'fail-on: critical\n');
    writeFileSync(path.join(workspace, 'other.yaml'), 'min-severity: critical\n');
    expect(runStep(workspace).outputs).toMatchObject({ outcome: 'passed', 'highest-severity': 'high' });
    expect(runStep(workspace, { config: 'other.yaml' }).outputs).toMatchObject({ outcome: 'passed', findings: '0' });
    expect(runStep(workspace, { 'fail-on': 'high' }).outputs.outcome).toBe('findings');
  });

  test('a mistake in the configuration is annotated where it is', () => {
    const workspace = folderWith({ 'a/compose.yaml': WEB, 'a/bulkhead.yaml': '\nfail-one: high\n' });
    const { code, log, outputs } = runStep(workspace, { 'working-directory': 'a' });
    expect({ code, outcome: outputs.outcome }).toEqual({ code: 1, outcome: 'error' });
    expect(commandsIn(log)).toEqual([
      expect.stringMatching(/^::error file=a\/bulkhead\.yaml,line=2,col=1::a\/bulkhead\.yaml:2: /),
    ]);
  });

  test('a baseline leaves old findings alone', async () => {
    const workspace = workspaceWith('shop');
    const { code } = await run(['baseline', '--recursive', '--output', 'baseline.json'], { cwd: workspace });
    expect(code).toBe(0);
    expect(runStep(workspace, { baseline: 'baseline.json' }).outputs).toMatchObject({
      outcome: 'passed',
      findings: '0',
    });
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
