/** Runs the rules over projects and freezes what they found into a report. */
import type { Problem } from '../compose/problem.js';
import type { Project } from '../compose/project.js';
import type { Draft, Persona, Place, Rule, RuleContext, Severity } from '../rules/rule.js';
import { SEVERITIES } from '../rules/rule.js';
import { type Range, regionOf, type SourceText } from '../source/text.js';
import { fingerprintOf } from './fingerprint.js';
import { lineHashes } from './line-hash.js';
import type { Finding, Gap, Location, Report, RuleDescriptor } from './report.js';
import { secretRanges } from './secrets.js';
import { snippetOf } from './snippet.js';

export interface AnalysisOptions {
  readonly rules: readonly Rule[];
  readonly version: string;
  /** Lowest persona to report: `pedantic` reports everything. */
  readonly persona: Persona;
  readonly engine: Report['engine'];
  /** What could not be read before there was a project. */
  readonly gaps?: readonly Gap[];
}

interface Drafted {
  readonly rule: Rule;
  readonly draft: Draft;
  readonly subject: RuleContext;
}

export function analyze(subjects: readonly RuleContext[], options: AnalysisOptions): Report {
  const drafted: Drafted[] = [];
  const gaps: Gap[] = [...(options.gaps ?? [])];
  const notes: Gap[] = [];
  for (const subject of subjects) {
    for (const problem of subject.project.problems) {
      if (problem.kind === 'note') notes.push(gapOf(problem, firstFile(subject.project)));
      else gaps.push(gapOf(problem, firstFile(subject.project)));
    }
    for (const rule of options.rules) {
      try {
        for (const draft of rule.check(subject)) drafted.push({ rule, draft, subject });
      } catch (error) {
        gaps.push({ reason: `the rule ${rule.id} failed: ${reasonOf(error)}`, file: firstFile(subject.project) });
      }
    }
  }
  const told = eachOnce(drafted);
  const place = placer(told, subjects);
  const seen = new Map<string, number>();
  const findings = told
    .map((item) => freeze(item, place, seen))
    .filter((finding) => options.persona === 'pedantic' || finding.persona === 'regular')
    .sort(worstFirst);
  return {
    schemaVersion: 1,
    tool: { name: 'bulkhead', version: options.version },
    engine: options.engine,
    projects: subjects.map(({ project }) => ({
      name: project.name,
      files: project.files.map((file) => file.path),
      services: project.services.length,
    })),
    findings,
    suppressed: [],
    gaps,
    notes,
    summary: summarize(findings),
    rules: options.rules.map(describe),
  };
}

/** A file that several projects have in common has its defects once: they are those of the first project. */
function eachOnce(drafted: readonly Drafted[]): readonly Drafted[] {
  const first = new Map<string, RuleContext>();
  return drafted.filter(({ rule, draft, subject }) => {
    const { source, start, end } = draft.at;
    const key = JSON.stringify([rule.id, source.path, start, end, draft.message]);
    const owner = first.get(key) ?? subject;
    first.set(key, owner);
    return owner === subject;
  });
}

/** A rule's own error may quote the text it choked on, which may be a secret: only its kind is told. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}

function firstFile(project: Project): string {
  return project.files[0]?.path ?? '';
}

/** `file`: where the problem has no place of its own. */
export function gapOf(problem: Problem, file: string): Gap {
  if (!problem.at) return { reason: problem.message, file };
  const { startLine, startColumn } = regionOf(problem.at);
  return { reason: problem.message, file: problem.at.source.path, startLine, startColumn };
}

const NOTHING: readonly Range[] = [];

type Placer = (place: Place) => Location;

/** Secrets are collected over all drafts first, so that no snippet of another finding shows them. */
function placer(drafted: readonly Drafted[], subjects: readonly RuleContext[]): Placer {
  const sources = new Set<SourceText>(subjects.flatMap(({ project }) => project.files));
  const masks = secretRanges(
    drafted.flatMap(({ draft }): readonly Range[] => draft.secrets ?? []),
    sources,
  );
  const hashes = new Map<SourceText, readonly string[]>();
  const hashOf = (source: SourceText, line: number): string => {
    const known = hashes.get(source) ?? lineHashes(source.text);
    hashes.set(source, known);
    return known[line - 1] ?? '';
  };
  return ({ at, label }) => {
    const region = regionOf(at);
    return {
      file: at.source.path,
      ...region,
      label,
      snippet: snippetOf(at, masks.get(at.source) ?? NOTHING, 1),
      lineHash: hashOf(at.source, region.startLine),
    };
  };
}

function freeze({ rule, draft, subject }: Drafted, place: Placer, seen: Map<string, number>): Finding {
  const file = firstFile(subject.project);
  const first = fingerprintOf(rule.id, file, draft.evidence, 0);
  const occurrence = seen.get(first) ?? 0;
  seen.set(first, occurrence + 1);
  return {
    ruleId: rule.id,
    severity: draft.severity ?? rule.severity,
    confidence: draft.confidence ?? rule.confidence,
    persona: draft.persona ?? rule.persona,
    message: draft.message,
    advice: draft.advice,
    project: subject.project.name,
    services: draft.services,
    evidence: draft.evidence,
    fingerprint: occurrence === 0 ? first : fingerprintOf(rule.id, file, draft.evidence, occurrence),
    locations: [place(draft), ...draft.related.map(place)],
  };
}

function worstFirst(a: Finding, b: Finding): number {
  const [first, second] = [a.locations[0], b.locations[0]];
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.project, b.project) ||
    compare(first.file, second.file) ||
    first.startLine - second.startLine ||
    first.startColumn - second.startColumn ||
    compare(a.ruleId, b.ruleId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function summarize(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const summary = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const finding of findings) summary[finding.severity]++;
  return summary;
}

function describe(rule: Rule): RuleDescriptor {
  const { id, title, severity, confidence, persona, tags, docs } = rule;
  return { id, title, severity, confidence, persona, tags, docs };
}
