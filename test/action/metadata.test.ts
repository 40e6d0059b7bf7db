/** `action.yml` against the code that reads and writes what it declares, and against the pages that tell of it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { OUTPUT_NAMES } from '../../src/action/action.js';
import { DEFAULTS } from '../../src/action/inputs.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { FAIL_ON } from '../../src/run/check.js';
import { METADATA } from '../support/action.js';
import { ROOT } from '../support/shared.js';

const text = (...file: readonly string[]) => readFileSync(path.join(ROOT, ...file), 'utf8');
const SOURCE = readdirSync(path.join(ROOT, 'src/action')).map((file) => text('src/action', file));

test('the inputs are those of the code, with the same defaults', () => {
  const declared = Object.entries(METADATA.inputs).map(([name, input]) => [name, input.default]);
  expect(Object.fromEntries(declared)).toEqual(DEFAULTS);
  expect(Object.keys(METADATA.inputs)).toEqual(Object.keys(DEFAULTS));
});

test.each(Object.keys(DEFAULTS))('the input %s is read', (name) => {
  expect(SOURCE.some((source) => new RegExp(`\\((['"])${name}\\1[,)]`).test(source))).toBe(true);
});

test('the outputs are those of the code, and each is written', () => {
  expect(Object.keys(METADATA.outputs)).toEqual(OUTPUT_NAMES);
  for (const name of OUTPUT_NAMES) {
    expect(SOURCE.some((source) => source.includes(`step.output('${name}'`))).toBe(true);
  }
});

test('words that are allowed are named', () => {
  for (const word of FAIL_ON) expect(METADATA.inputs['fail-on']?.description).toContain(word);
  for (const name of FORMAT_NAMES) expect(METADATA.inputs.output?.description).toContain(name);
});

test('it runs on Node 24, from a file that is committed', () => {
  expect(METADATA.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
  expect(text('dist/action.js').length).toBeGreaterThan(0);
});

describe('docs/github-action.md', () => {
  const page = text('docs/github-action.md');

  function rowsUnder(heading: string): readonly (readonly string[])[] {
    const [, section = ''] = page.split(`\n## ${heading}\n`);
    const rows = section.split('\n## ')[0]?.match(/^\| `.*\|$/gm) ?? [];
    return rows.map((row) => row.slice(2, -2).split(' | '));
  }

  test('the table of inputs', () => {
    const expected = Object.entries(METADATA.inputs).map(([name, input]) => [
      `\`${name}\``,
      input.default === '' ? '' : `\`${input.default}\``,
      input.description,
    ]);
    expect(rowsUnder('Inputs')).toEqual(expected);
  });

  test('the table of outputs', () => {
    const expected = Object.entries(METADATA.outputs).map(([name, { description }]) => [`\`${name}\``, description]);
    expect(rowsUnder('Outputs')).toEqual(expected);
  });

  test('the workflows in it use inputs and outputs that there are', () => {
    const workflows = Array.from(page.matchAll(/```yaml\n([\s\S]*?)```/g), ([, workflow = '']) => workflow);
    expect(workflows).toHaveLength(2);
    for (const workflow of workflows) expectWorkflow(workflow);
  });
});

interface WorkflowStep {
  readonly uses?: string;
  readonly id?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Every use of the Action gives inputs that it has, and every use of its outputs is of one that it has. */
function expectWorkflow(workflow: string): void {
  const jobs: Readonly<Record<string, { readonly steps: readonly WorkflowStep[] }>> = parse(workflow).jobs;
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const own = steps.filter(({ uses = '' }) => uses === './' || uses.startsWith('OWNER/bulkhead@'));
  expect(own.length).toBeGreaterThan(0);
  for (const step of own)
    expect(Object.keys(METADATA.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  for (const [, id, output] of workflow.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
    expect(own.map((step) => step.id)).toContain(id);
    expect(Object.keys(METADATA.outputs)).toContain(output);
  }
}

test('the workflow that runs the Action on this repository', () => {
  expectWorkflow(text('.github/workflows/bulkhead.yml'));
});

test.each(readdirSync(path.join(ROOT, '.github/workflows')))('%s is YAML, with the fewest rights', (file) => {
  const [document] = parseAllDocuments(text('.github/workflows', file));
  expect(document?.errors).toEqual([]);
  expect(parse(text('.github/workflows', file)).permissions).toEqual({ contents: 'read' });
});
