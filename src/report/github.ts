/** Annotations of a pull request's lines, as workflow commands: `::error file=…,line=…::message`. */
import type { Finding, Report } from '../analysis/report.js';
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

/** The worst of each level up to the limit, then one plain line that says how many were left out. */
export function github(report: Report, options: GithubOptions): string {
  const { annotationsPerLevel = Number.POSITIVE_INFINITY } = options;
  const written = new Map<string, number>();
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
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(level: string, finding: Finding, options: GithubOptions): string {
  const { file, startLine, startColumn, endLine, endColumn } = finding.locations[0];
  // GitHub takes columns only where the annotation stays on one line.
  const columns = startLine === endLine ? { col: startColumn, endColumn } : {};
  const properties = { title: finding.ruleId, file: fromRoot(file, options), line: startLine, endLine, ...columns };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${propertyText(String(value))}`);
  return `::${level} ${list.join(',')}::${messageText(finding)}`;
}

function propertyText(value: string): string {
  return commandProperty(withoutCommands(printable(value)));
}

/** Printable text holds no line end: the only ones are those set here, between message and advice. */
function messageText({ message, advice }: Finding): string {
  const paragraphs = [message, ...advice.split('\n')].map((text) => withoutCommands(printable(text)));
  return commandMessage(paragraphs.join('\n').slice(0, MESSAGE_LIMIT));
}
