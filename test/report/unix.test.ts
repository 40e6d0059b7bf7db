/** The lines that problem matchers read, and the matchers that are shipped and documented. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { unix } from '../../src/report/unix.js';
import { hostileReport } from '../support/hostile.js';
import { findingOf, locationOf, reportOf, SHOP_REPORT } from '../support/report.js';

const ROOT = path.resolve(__dirname, '..', '..');

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly message: number;
  readonly code: number;
}

function githubPattern(): Pattern {
  return JSON.parse(readFileSync(path.join(ROOT, 'problem-matcher.json'), 'utf8')).problemMatcher[0].pattern[0];
}

function editorPattern(): Pattern {
  const documentation = readFileSync(path.join(ROOT, 'docs', 'editors.md'), 'utf8');
  const [, tasks = ''] = /```json\n(.*?)```/s.exec(documentation) ?? [];
  return JSON.parse(tasks).tasks[0].problemMatcher.pattern;
}

function lineFor(file: string, message: string): string {
  const location = locationOf({ source: { path: file, text: 'a: b' }, start: 3, end: 4 }, '');
  return unix(reportOf({ findings: [findingOf({ message, locations: [location] })] })).replace(/\n$/, '');
}

test('one line for each finding', () => {
  expect(unix(SHOP_REPORT).split('\n').slice(0, 3)).toEqual([
    "compose.yaml:14:3: error: 'proxy' is published on 443 and can open 'db:5432'; nothing in the project needs that. [missing-tier-separation]",
    "compose.yaml:17:26: error: 'POSTGRES_PASSWORD' of 'db' holds a literal value. [plaintext-credentials]",
    "compose.yaml:11:37: warning: The URL in 'DATABASE_URL' of 'api' holds a password. [plaintext-credentials]",
  ]);
});

test('nothing found is nothing said', () => {
  expect(unix(reportOf({}))).toBe('');
});

describe.each([
  ['GitHub', githubPattern()],
  ['Visual Studio Code', editorPattern()],
])('the matcher for %s', (_, pattern) => {
  const matcher = new RegExp(pattern.regexp);
  const read = (line: string) => {
    const match = matcher.exec(line) ?? [];
    const { file, line: lineGroup, column, severity, message, code } = pattern;
    return [file, lineGroup, column, severity, message, code].map((group) => match[group]);
  };

  test.each([
    ['a plain line', 'compose.yaml', 'm'],
    ['a Windows path', 'C:\\shop\\compose.yaml', 'm'],
    ['a Windows path with slashes', 'C:/shop/compose.yaml', 'm'],
    ['blanks and brackets in the path', 'my [shop]/compose (1).yaml', 'm'],
    ['brackets in the message', 'compose.yaml', "'[a]' is [b] [c-d]"],
    ['a place in the message', 'compose.yaml', 'see other.yaml:3:5: error: x [y]'],
  ])('reads %s', (_name, file, message) => {
    expect(read(lineFor(file, message))).toEqual([file, '1', '4', 'error', message, 'missing-tier-separation']);
  });

  test('is not led astray by a file name', () => {
    expect(read(lineFor('a:1:2: error: b [c].yaml', 'm'))).toEqual([
      'a\\u{3a}1\\u{3a}2: error: b [c].yaml',
      '1',
      '4',
      'error',
      'm',
      'missing-tier-separation',
    ]);
  });

  test('reads every line of any report', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const lines = unix(report).split('\n').slice(0, -1);
        expect(lines).toHaveLength(report.findings.length);
        for (const [index, line] of lines.entries()) {
          const finding = report.findings[index];
          const [, lineNumber, column, , , code] = read(line);
          const { startLine, startColumn } = finding?.locations[0] ?? {};
          expect([lineNumber, column, code]).toEqual([`${startLine}`, `${startColumn}`, finding?.ruleId]);
        }
      }),
    );
  });

  test.each([
    '',
    'bulkhead: done',
    '2 findings: 1 high, 1 low',
    'compose.yaml:1:2',
    'compose.yaml:1:2: error: no rule',
  ])('passes over %j', (line) => {
    expect(matcher.test(line)).toBe(false);
  });
});
