/** One line for each finding, for problem matchers and people with `grep`: `file:line:column: error: message [rule]`. */
import type { Finding, Report } from '../analysis/report.js';
import { printable, spelledOut } from '../source/printable.js';
import { SEVERITY_WORDS } from './severity.js';
import { withoutCommands } from './workflow-commands.js';

export function unix(report: Report): string {
  return report.findings.map((finding) => `${lineOf(finding)}\n`).join('');
}

function lineOf({ locations: [primary], severity, message, ruleId }: Finding): string {
  const place = `${fileName(primary.file)}:${primary.startLine}:${primary.startColumn}`;
  const text = withoutCommands(printable(message));
  return `${place}: ${SEVERITY_WORDS[severity].log}: ${text} [${ruleId}]`;
}

/**
 * A file may be called `a:1:2: error: b`, or `:`. With the colons spelled out that come before a digit or at the end, the
 * first place on a line is the place, and no line begins with `::`.
 */
function fileName(file: string): string {
  return withoutCommands(printable(file)).replace(/:(?=\d|$)/g, spelledOut);
}
