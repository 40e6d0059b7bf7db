/** The networks of the projects that are worth a look, as diagrams for a job summary. */
import type { Finding } from '../analysis/report.js';
import { hiderFor } from '../analysis/secrets.js';
import { graphMermaid } from '../report/graph-mermaid.js';
import type { Diagram } from '../report/markdown.js';
import { grouped } from '../report/words.js';
import type { RuleContext } from '../rules/rule.js';
import { SEVERITIES } from '../rules/rule.js';
import { graphOf } from '../topology/graph.js';
import type { Checked } from './check.js';

/** Each is a frame of its own in the browser. */
const MOST_DIAGRAMS = 3;

/** Those with the worst findings first, then the largest. A project of one service has no network to speak of. */
export function diagramsOf({ report, subjects }: Pick<Checked, 'report' | 'subjects'>): readonly Diagram[] {
  const hide = hiderFor(subjects.map(({ project }) => project));
  const findings = grouped(report.findings, ({ project }) => project);
  return subjects
    .filter(({ project }) => project.services.length > 1)
    .map((subject) => ({ subject, weight: weightOf(subject, findings.get(subject.project.name) ?? []) }))
    .sort((a, b) => compareWeights(b.weight, a.weight))
    .slice(0, MOST_DIAGRAMS)
    .map(({ subject: { project, topology } }) => ({
      project: hide(project.name),
      mermaid: graphMermaid(graphOf(topology, { pairs: true, shown: hide })),
    }));
}

/** How many findings of each severity, the worst first, then how many services. */
function weightOf({ project }: RuleContext, findings: readonly Finding[]): readonly number[] {
  const files = new Set(project.files.map((file) => file.path));
  // Projects may have the same name.
  const own = findings.filter(({ locations }) => locations.some(({ file }) => files.has(file)));
  const counts = SEVERITIES.map((severity) => own.filter((finding) => finding.severity === severity).length);
  return [...counts, project.services.length];
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((weight, position) => weight !== b[position]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
