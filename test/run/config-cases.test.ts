/**
 * A folder per case, `test/cases/config/CASE`: a project with its configuration, and beside it `expected.txt` with a line
 * for each finding, suppressed finding, gap and note. `UPDATE_CASES=1` writes the files anew.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../src/analysis/report.js';
import { checkProjects } from '../../src/run/check.js';
import { diskHost } from '../../src/run/disk.js';
import { expectCase } from '../support/golden.js';
import { ROOT } from '../support/shared.js';

const CASES = path.join(ROOT, 'test', 'cases', 'config');

test.each(readdirSync(CASES))('%s', (name) => {
  expectCase(`config/${name}/expected.txt`, told(path.join(CASES, name)));
});

test('configurations are found from the folder of a project upward', () => {
  expect(
    readdirSync(CASES).filter((name) => existsSync(path.join(CASES, name, 'bulkhead.yaml'))).length,
  ).toBeGreaterThan(3);
});

function told(workingDirectory: string): string {
  const { report } = checkProjects(diskHost({}), {
    selection: { workingDirectory, paths: [], files: [], mode: 'analysis', profiles: [], envFiles: [] },
    persona: 'regular',
  });
  const lines = [
    // How other rules word what they find is not what this is about.
    ...report.findings.map(
      (finding) => lineOf(finding) + (finding.ruleId === 'unused-ignore' ? `: ${finding.message}` : ''),
    ),
    ...report.suppressed.map(
      (finding) => `suppressed by ${finding.suppression.kind}: ${lineOf(finding)}: ${finding.suppression.reason}`,
    ),
    ...report.gaps.map(({ file, reason }) => `gap ${file}: ${reason.replaceAll(workingDirectory, '.')}`),
    ...report.notes.map(({ file, reason }) => `note ${file}: ${reason}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function lineOf({ severity, ruleId, locations: [{ file, startLine, startColumn }] }: Finding): string {
  return `${severity} ${ruleId} ${file}:${startLine}:${startColumn}`;
}
