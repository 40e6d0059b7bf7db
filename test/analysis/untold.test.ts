/** What is ranked and counted only is never made, whatever a report is made of. */
import { analyze } from '../../src/analysis/analyze.js';
import { baselineText, readBaseline } from '../../src/analysis/baseline.js';
import type { Rule } from '../../src/rules/rule.js';
import { DEFAULT_LIMITS } from '../../src/source/limits.js';
import { analyzeTopology } from '../../src/topology/analyze.js';
import { projectOf } from '../support/project.js';
import { ruleThat } from '../support/rule.js';

const SERVICES = ['a', 'b', 'c', 'd'];

/** Speaks at the key of every service, and says what it was asked for. */
function speaking(asked: string[]): Rule {
  return ruleThat(({ project }) =>
    project.services.map(({ at, name }) => ({
      at,
      label: '',
      get message() {
        asked.push(name);
        return name;
      },
      advice: '',
      related: [],
      services: [name],
      evidence: { service: name },
    })),
  );
}

function run(findings: number, baseline?: string) {
  const asked: string[] = [];
  const project = projectOf(`services:\n${SERVICES.map((name) => `  ${name}: { image: nginx:1.27 }\n`).join('')}`);
  const report = analyze([{ project, topology: analyzeTopology(project) }], {
    rules: [speaking(asked)],
    version: '0',
    engine: { line: '28', mode: 'compose' },
    persona: 'regular',
    limits: { ...DEFAULT_LIMITS, findings },
    baselines: () => (baseline === undefined ? [] : [readBaseline({ path: 'base.json', text: baseline })]),
  });
  return { report, asked };
}

test('a finding beyond the limit is counted, and not made', () => {
  const { report, asked } = run(2);
  expect(asked).toEqual(['a', 'b']);
  expect(report.summary.low).toBe(4);
  expect(report.omitted).toBe(2);
});

test('it is made after all where a baseline has those before it', () => {
  const { report, asked } = run(2, baselineText(run(2).report, { directory: '/', root: '/' }));
  expect(report.findings.map(({ message }) => message)).toEqual(['c', 'd']);
  expect(report.suppressed.map(({ message }) => message)).toEqual(['a', 'b']);
  expect(asked).toEqual(SERVICES);
  expect(report.omitted).toBeUndefined();
});
