/** Holds a fixed project against the one before: the same but for what was meant to change, and with no new finding. */
import type { Report } from '../analysis/report.js';
import { configJson } from '../compose/output.js';
import type { Project } from '../compose/project.js';
import type { FixPlan } from '../rules/rule.js';
import { difference, type Node, nodeOf, realize } from './expected.js';

/** What fixes are meant to do to a project. */
export type Intention = Pick<FixPlan, 'effects' | 'variables'>;

/** Why the fixes cannot stay; ends a sentence. `undefined`: all is as intended. */
export function objectionTo(before: Project, after: Project, { effects, variables }: Intention): string | undefined {
  const earlier = new Set(before.problems.map(({ message }) => message));
  const problem = after.problems.find(({ kind, message }) => kind !== 'note' && !earlier.has(message));
  if (problem) return 'the file could not be read afterwards';
  const expected = modelOf(before);
  for (const effect of effects) realize(expected, effect);
  const values = new Map(variables.map(({ name, secret }) => [name, secret]));
  const place = difference(expected, modelOf(after), values);
  return place && `it would also change \`${place.join('.')}\``;
}

function modelOf(project: Project): Map<string, Node> {
  const node = nodeOf(configJson(project, { all: true, escape: false, keepFiles: true }));
  return node instanceof Map ? node : new Map();
}

/** The rule of a finding that was not there before, or of one that should be gone. */
export function unexpectedFinding(before: Report, after: Report, fixed: ReadonlySet<string>): string | undefined {
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  return after.findings.find(({ fingerprint }) => !known.has(fingerprint) || fixed.has(fingerprint))?.ruleId;
}
