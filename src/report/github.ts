/** Annotations of a pull request's lines, as workflow commands: `::error file=…,line=…::message`. */
import type { Finding, Gap, Report } from '../analysis/report.js';
import { printable } from '../source/printable.js';
import { fromRoot, type RepositoryOptions } from './paths.js';
import { SEVERITY_WORDS } from './severity.js';
import { count } from './words.js';
import { commandMessage, commandProperty, withoutCommands } from './workflow-commands.js';

export interface GithubOptions extends RepositoryOptions {
  /** GitHub shows 10 annotations of a level for each step and drops the rest; by default all are written. */
  readonly annotationsPerLevel?: number;
}

/** The runner cuts a message there (`_maxIssueMessageLength`). */
const MESSAGE_LIMIT = 4096;

/** What was not analyzed says why so little was found, but must not take the place of what was. */
const GAP_LIMIT = 3;

/** Gaps, then the worst of each level up to the limit, then one plain line that says how many were left out. */
export function github(report: Report, options: GithubOptions): string {
  const { annotationsPerLevel = Number.POSITIVE_INFINITY } = options;
  const gaps = report.gaps.slice(0, GAP_LIMIT).map((gap) => gapAnnotation(gap, options));
  const written = new Map<string, number>([['error', gaps.length]]);
  const lines: string[] = [];
  for (const finding of report.findings) {
    const level = SEVERITY_WORDS[finding.severity].log;
    const ofLevel = written.get(level) ?? 0;
    if (ofLevel >= annotationsPerLevel) continue;
    written.set(level, ofLevel + 1);
    lines.push(annotation(level, finding, options));
  }
  const left = report.findings.length - lines.length;
  if (left > 0) lines.push(`${count(left, 'more finding')} without an annotation.`);
  return [...gaps, ...lines].map((line) => `${line}\n`).join('');
}

function annotation(level: string, finding: Finding, options: GithubOptions): string {
  const { file, startLine, startColumn, endLine, endColumn } = finding.locations[0];
  // GitHub takes columns only where the annotation stays on one line.
  const columns = startLine === endLine ? { col: startColumn, endColumn } : {};
  const properties = { title: finding.ruleId, file: fromRoot(file, options), line: startLine, endLine, ...columns };
  return command(level, properties, [finding.message, ...(finding.advice === '' ? [] : finding.advice.split('\n'))]);
}

function gapAnnotation({ file, startLine, reason }: Gap, options: GithubOptions): string {
  const place =
    file === '' ? {} : { file: fromRoot(file, options), ...(startLine !== undefined && { line: startLine }) };
  return command('error', { title: 'not analyzed', ...place }, [reason]);
}

function command(level: string, properties: Readonly<Record<string, string | number>>, paragraphs: readonly string[]) {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${propertyText(String(value))}`);
  return `::${level} ${list.join(',')}::${messageText(paragraphs)}`;
}

function propertyText(value: string): string {
  return commandProperty(withoutCommands(printable(value)));
}

/** Printable text holds no line end: the only ones are those set here, between paragraphs. */
function messageText(paragraphs: readonly string[]): string {
  const lines = paragraphs.map((text) => withoutCommands(printable(text)));
  return commandMessage(lines.join('\n').slice(0, MESSAGE_LIMIT));
}
