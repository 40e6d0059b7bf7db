import { github } from '../../src/report/github.js';
import { findingOf, locationOf, reportOf, SHOP_REPORT } from '../support/report.js';

function commandFor(file: string, text: string, start: number, end: number, message = 'm', advice = ''): string {
  const location = locationOf({ source: { path: file, text }, start, end }, '');
  return github(reportOf({ findings: [findingOf({ message, advice, locations: [location] })] }), {});
}

test('an annotation has its place, its rule, its message and its advice', () => {
  expect(github(SHOP_REPORT, {}).split('\n')[2]).toBe(
    '::error title=plaintext-credentials,file=compose.yaml,line=17,endLine=17,col=26,endColumn=33::' +
      "'POSTGRES_PASSWORD' of 'db' holds a literal value.%0AUse a secret: POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password.",
  );
});

test('columns are left out over several lines', () => {
  expect(commandFor('a.yaml', 'a:\n  b', 0, 6)).toBe(
    '::error title=missing-tier-separation,file=a.yaml,line=1,endLine=2::m\n',
  );
});

test.each([
  ['a property', 'a,line=9::x%.yaml', 'm', 'file=a%2Cline=9%3A\\u{3a}x%25.yaml,', '::m'],
  ['a message', 'a.yaml', '100%\n::error::x', 'file=a.yaml,', '::100%25\\n:\\u{3a}error:\\u{3a}x'],
  ['the old form of a command', 'a.yaml', '##[error]x', 'file=a.yaml,', '::##\\u{5b}error]x'],
])('%s is escaped', (_, file, message, property, end) => {
  const line = commandFor(file, 'a', 0, 1, message);
  expect(line).toContain(property);
  expect(line).toContain(end);
  expect(line.match(/\n/g)).toHaveLength(1);
});

test('a message is cut where the runner would cut it', () => {
  expect(commandFor('a.yaml', 'a', 0, 1, 'x'.repeat(9_000)).split('::')[2]).toHaveLength(4_097);
});

test('GitHub shows so many of a level: the worst are written, the rest is counted', () => {
  const findings = SHOP_REPORT.findings.flatMap((finding) => Array(12).fill(finding));
  const lines = github(reportOf({ findings }), { annotationsPerLevel: 10 }).trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    ...Array(10).fill('::error'),
    ...Array(10).fill('::warning'),
    ...Array(10).fill('::notice'),
    '30',
  ]);
  expect(lines.at(-1)).toBe('30 more findings without an annotation.');
});

test('nothing found is nothing said', () => {
  expect(github(reportOf({}), {})).toBe('');
});

test('what was not analyzed comes first, and not too much of it', () => {
  const gap = { reason: 'is no YAML\n::error::x', file: 'a.yaml', startLine: 3 };
  const lines = github(reportOf({ gaps: [gap, { reason: 'nothing', file: '' }] }), {}).split('\n');
  expect(lines).toEqual([
    '::error title=not analyzed,file=a.yaml,line=3::is no YAML\\n:\\u{3a}error:\\u{3a}x',
    '::error title=not analyzed::nothing',
    '',
  ]);
  const findings = Array(12).fill(SHOP_REPORT.findings[0]);
  const many = github(reportOf({ gaps: Array(12).fill(gap), findings }), { annotationsPerLevel: 10 });
  expect(many.match(/^::error title=not analyzed/gm)).toHaveLength(3);
  expect(many.match(/^::error /gm)).toHaveLength(10);
});
