/**
 * GitLab's Code Quality report: the subset of the Code Climate format that its merge requests show.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import type { Report } from '../analysis/report.js';
import { printable } from '../source/printable.js';
import { jsonText } from './json-text.js';
import { fromRoot, type RepositoryOptions } from './paths.js';
import { SEVERITY_WORDS } from './severity.js';

export function gitlab(report: Report, options: RepositoryOptions): string {
  const unique = uniqueNames();
  return jsonText(
    report.findings.map((finding) => {
      const [primary] = finding.locations;
      return {
        description: printable(finding.message),
        check_name: finding.ruleId,
        fingerprint: unique(finding.fingerprint),
        severity: SEVERITY_WORDS[finding.severity].gitlab,
        location: { path: fromRoot(primary.file, options), lines: { begin: primary.startLine, end: primary.endLine } },
      };
    }),
  );
}

/** GitLab shows one finding for each fingerprint, so a second one of the same name is told apart. */
function uniqueNames(): (name: string) => string {
  const uses = new Map<string, number>();
  return (name) => {
    const use = (uses.get(name) ?? 0) + 1;
    uses.set(name, use);
    return use === 1 ? name : `${name}-${use}`;
  };
}
