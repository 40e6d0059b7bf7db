import { gitlab } from '../../src/report/gitlab.js';
import { reportOf, SHOP_REPORT } from '../support/report.js';

test('a finding in the form GitLab reads', () => {
  expect(JSON.parse(gitlab(SHOP_REPORT, {}))[1]).toEqual({
    description: "'POSTGRES_PASSWORD' of 'db' holds a literal value.",
    check_name: 'plaintext-credentials',
    fingerprint: '1b2c3d4e5f60718293a4b5c6d7e8f90a',
    severity: 'critical',
    location: { path: 'compose.yaml', lines: { begin: 17, end: 17 } },
  });
});

test('fingerprints are unique, since GitLab shows one finding for each', () => {
  const findings = Array(3).fill(SHOP_REPORT.findings[1]);
  const fingerprints = JSON.parse(gitlab(reportOf({ findings }), {})).map(
    (issue: { fingerprint: string }) => issue.fingerprint,
  );
  expect(new Set(fingerprints).size).toBe(3);
  expect(fingerprints[0]).toBe('1b2c3d4e5f60718293a4b5c6d7e8f90a');
});
