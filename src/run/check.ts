/** One check, as the command line and the Action run it: from what was asked to a report, and to whether it is good enough. */
import { analyze, summarize } from '../analysis/analyze.js';
import type { Report } from '../analysis/report.js';
import { RULES } from '../rules/index.js';
import type { Persona, RuleContext } from '../rules/rule.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';
import type { DiskHost } from './disk.js';
import { loadSubjects, type Selection } from './projects.js';
import { VERSION } from './version.js';

export interface CheckRequest {
  readonly selection: Selection;
  readonly persona: Persona;
  /** Findings below are left out, as if their rules did not exist. */
  readonly minimumSeverity: Severity;
}

export interface Checked {
  readonly report: Report;
  /** The report's projects, in its order, for who wants to draw them. */
  readonly subjects: readonly RuleContext[];
}

export function checkProjects(host: DiskHost, { selection, persona, minimumSeverity }: CheckRequest): Checked {
  const { subjects, gaps, notes } = loadSubjects(host, selection);
  const report = analyze(subjects, {
    rules: RULES,
    version: VERSION,
    persona,
    engine: { line: '>=28', mode: 'compose' },
    gaps,
  });
  return { report: from({ ...report, notes: [...report.notes, ...notes] }, minimumSeverity), subjects };
}

function from(report: Report, minimum: Severity): Report {
  const findings = report.findings.filter(({ severity }) => isAtLeast(severity, minimum));
  return findings.length === report.findings.length ? report : { ...report, findings, summary: summarize(findings) };
}

export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** `incomplete`: a part was not judged at all, which weighs more than any finding; `nothing`: there was no project. */
export type Verdict = 'passed' | 'findings' | 'incomplete' | 'nothing';

export function verdictOf({ findings, gaps, projects }: Report, failOn: FailOn): Verdict {
  if (gaps.length > 0) return 'incomplete';
  if (projects.length === 0) return 'nothing';
  if (failOn === 'never') return 'passed';
  return findings.some(({ severity }) => isAtLeast(severity, failOn)) ? 'findings' : 'passed';
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
