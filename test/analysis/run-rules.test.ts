/** Which of the findings of several projects are told. */
import { runRules } from '../../src/analysis/run-rules.js';
import type { Project } from '../../src/compose/project.js';
import type { Draft, Rule, Severity } from '../../src/rules/rule.js';
import { analyzeTopology } from '../../src/topology/analyze.js';
import { projectOf } from '../support/project.js';
import { ruleThat } from '../support/rule.js';

const TEXT = 'services:\n  web:\n    image: nginx:1.27\n  db:\n    image: postgres:17\n';

/** Speaks at the key of every service, in the words of the project. */
function ruleOf(severityIn: (project: Project) => Severity | undefined): Rule {
  const draft = (project: Project, at: Draft['at'], severity: Severity | undefined): Draft => ({
    at,
    label: '',
    message: `In ${project.name}.`,
    advice: '',
    related: [],
    services: [],
    evidence: {},
    ...(severity && { severity }),
  });
  return ruleThat(({ project }) => project.services.map(({ at }) => draft(project, at, severityIn(project))));
}

function told(names: readonly string[], rule: Rule): readonly string[] {
  const subjects = names.map((name) => {
    const project = projectOf(TEXT, name);
    return { project, topology: analyzeTopology(project) };
  });
  return runRules(subjects, [rule]).items.map(({ draft }) => `${draft.message} ${draft.severity ?? ''}`.trim());
}

test('a place that several projects have in common is told of once, as the first one puts it', () => {
  expect(
    told(
      ['one', 'two', 'three'],
      ruleOf(() => undefined),
    ),
  ).toEqual(['In one.', 'In one.']);
});

test('unless it is worse in another one', () => {
  const rule = ruleOf(({ name }) => (name === 'one' ? 'low' : 'high'));
  expect(told(['one', 'two', 'three'], rule)).toEqual(['In one. low', 'In one. low', 'In two. high', 'In two. high']);
});
