import '@microsoft/jest-sarif';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Log, Region, Result, Run } from 'sarif';
import type { Report } from '../../src/analysis/report.js';
import { type SarifOptions, sarif } from '../../src/report/sarif.js';
import { hostileReport } from '../support/hostile.js';
import { findingOf, locationOf, RULES, rangeOf, reportOf, SHOP, SHOP_REPORT } from '../support/report.js';

function logOf(report: Report, options: SarifOptions = {}): Log {
  return JSON.parse(sarif(report, options));
}

function runOf(report: Report, options: SarifOptions = {}): Run {
  const [run] = logOf(report, options).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

function resultsOf(report: Report, options: SarifOptions = {}): readonly Result[] {
  return runOf(report, options).results ?? [];
}

describe('the schema', () => {
  test('accepts a report with everything in it', () => {
    expect(logOf(SHOP_REPORT, { includeSuppressed: true })).toBeValidSarifLog();
  });

  test('accepts a report with nothing in it', () => {
    expect(logOf(reportOf({ rules: [], projects: [] }))).toBeValidSarifLog();
  });

  test('accepts any report', () => {
    fc.assert(
      fc.property(hostileReport, (report) => expect(logOf(report, { includeSuppressed: true })).toBeValidSarifLog()),
    );
  });
});

describe('the run', () => {
  test('tells no machine from another', () => {
    const { originalUriBaseIds, columnKind, automationDetails } = runOf(SHOP_REPORT);
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { description: { text: 'The root of the repository.' } } });
    expect([columnKind, automationDetails?.id]).toEqual(['utf16CodeUnits', 'bulkhead/']);
  });

  test('takes its category', () => {
    expect(runOf(SHOP_REPORT, { category: 'bulkhead/shop' }).automationDetails?.id).toBe('bulkhead/shop/');
  });

  test('has gaps and notes as notifications', () => {
    const notifications = runOf(SHOP_REPORT).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notifications.map(({ descriptor, level, message }) => [descriptor?.id, level, message.text])).toEqual([
      ['gap', 'warning', "'include' of 'other/compose.yaml' could not be read."],
      ['note', 'note', "'TAG' is not set."],
    ]);
  });

  test('is whole when nothing was found, so that alerts close', () => {
    const run = runOf(reportOf({}));
    expect(run.results).toEqual([]);
    expect(run.tool.driver.rules).toHaveLength(RULES.length);
  });
});

describe('rules', () => {
  const rules = runOf(SHOP_REPORT).tool.driver.rules ?? [];

  test('all are there, in order, with what GitHub requires', () => {
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const rule of rules) {
      expect(rule.shortDescription?.text).toMatch(/./);
      expect(rule.fullDescription?.text).toMatch(/\.$/);
      expect(rule.help?.text).toMatch(/./);
      expect(rule.help?.markdown).toMatch(/^## Why$/m);
      expect(rule.name).toMatch(/^([A-Z][a-z0-9]*)+$/);
      expect(rule.helpUri).toMatch(/^https:/);
      expect(['very-high', 'high', 'medium', 'low']).toContain(rule.properties?.precision);
      expect(rule.properties?.tags?.length).toBeLessThanOrEqual(10);
    }
  });

  test.each([
    ['critical', 9.1, 10],
    ['high', 7, 8.9],
    ['medium', 4, 6.9],
    ['low', 0.1, 3.9],
  ] as const)("security-severity of %s lies in GitHub's range", (severity, least, most) => {
    const [base] = RULES;
    const rule = runOf(reportOf({ rules: base ? [{ ...base, severity }] : [] })).tool.driver.rules?.[0];
    const score = rule?.properties?.['security-severity'];
    expect(typeof score).toBe('string');
    expect(Number(score)).toBeGreaterThanOrEqual(least);
    expect(Number(score)).toBeLessThanOrEqual(most);
  });

  test('a rule that is not about security has a problem.severity only', () => {
    const links = rules.find(({ id }) => id === 'deprecated-links');
    expect(links?.properties).toEqual({
      tags: ['maintainability'],
      precision: 'high',
      'problem.severity': 'recommendation',
    });
  });

  test("a rule keeps its own severity when a finding's differs", () => {
    const severities = resultsOf(SHOP_REPORT)
      .filter(({ ruleId }) => ruleId === 'plaintext-credentials')
      .map(({ level, rank, properties }) => [level, rank, properties?.severity]);
    expect(severities).toEqual([
      ['error', 80, 'high'],
      ['warning', 50, 'medium'],
    ]);
    expect(rules[1]?.properties?.['security-severity']).toBe('8.0');
  });

  test('documentation can be elsewhere', () => {
    const [rule] = runOf(SHOP_REPORT, { documentation: 'https://docs.example/rules/' }).tool.driver.rules ?? [];
    expect(rule?.helpUri).toBe('https://docs.example/rules/missing-tier-separation.md');
  });
});

describe('results', () => {
  const [separation, password, , links] = resultsOf(SHOP_REPORT);

  test('have an exact region, its text and its context', () => {
    expect(password?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'compose.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 17, startColumn: 26, endLine: 17, endColumn: 33, snippet: { text: '•••' } },
      contextRegion: {
        startLine: 16,
        endLine: 18,
        snippet: { text: '    environment:\n      POSTGRES_PASSWORD: •••\n    volumes:' },
      },
    });
  });

  test('link their related places', () => {
    expect(links?.message.text).toBe(
      "'links' is deprecated: services on one network find each other by name. Delete 'links'. " +
        'See [the first link](1), [the second link](2), [has this name anyway](3).',
    );
    expect(links?.relatedLocations?.map(({ id, message }) => [id, message?.text])).toEqual([
      [1, 'the first link'],
      [2, 'the second link'],
      [3, 'has this name anyway'],
    ]);
  });

  test('do not add to advice that ends in source', () => {
    expect(separation?.message.text).toContain('networks: [data]\nSee [');
  });

  test('have the path as a code flow', () => {
    const steps = separation?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location?.message?.text);
    expect(steps).toEqual([
      "on the implicit network 'default'",
      'anybody can connect here',
      "on the implicit network 'default', too",
      'published to this host',
    ]);
    expect(password?.codeFlows).toBeUndefined();
  });

  test('have both fingerprints', () => {
    expect(password?.partialFingerprints).toEqual({
      primaryLocationLineHash: SHOP_REPORT.findings[1]?.locations[0].lineHash,
      'bulkheadEvidence/v1': '1b2c3d4e5f60718293a4b5c6d7e8f90a',
    });
  });

  test('have the edits of a fix', () => {
    expect(links?.fixes).toEqual([
      {
        description: { text: "Replace 'links' by 'depends_on'" },
        artifactChanges: [
          {
            artifactLocation: { uri: 'compose.yaml', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 10 },
                insertedContent: { text: 'depends_on' },
              },
            ],
          },
        ],
      },
    ]);
  });

  test('leave suppressed findings out unless asked for', () => {
    expect(resultsOf(SHOP_REPORT)).toHaveLength(5);
    expect(resultsOf(SHOP_REPORT, { includeSuppressed: true }).at(-1)?.suppressions).toEqual([
      { kind: 'inSource', justification: 'it is a database' },
    ]);
  });

  test.each([
    ['my shop/compose.yaml', '', { uri: 'my%20shop/compose.yaml', uriBaseId: '%SRCROOT%' }],
    ['../base/compose.yaml', 'deploy/shop', { uri: 'deploy/base/compose.yaml', uriBaseId: '%SRCROOT%' }],
    ['/srv/compose.yaml', 'deploy', { uri: 'file:///srv/compose.yaml' }],
  ])('name %s in %j from the root of the repository', (path, folder, expected) => {
    const location = locationOf({ source: { path, text: 'a: b' }, start: 0, end: 1 }, '');
    const [result] = resultsOf(reportOf({ findings: [findingOf({ locations: [location] })] }), { folder });
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(expected);
  });

  test('a name makes no link, and a label ends none', () => {
    const label = 'a [b](https://host.example) c';
    const place = locationOf(rangeOf(SHOP, 'proxy'), label);
    const finding = findingOf({ message: "'x](https://host.example)' is bad.", locations: [place, place] });
    const [result] = resultsOf(reportOf({ findings: [finding] }));
    expect(result?.message.text).toBe(
      "'x] (https://host.example)' is bad. See [a \\[b\\](https://host.example) c](1).",
    );
  });

  test('are consistent, whatever the report', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const run = runOf(report, { includeSuppressed: true });
        for (const result of run.results ?? []) {
          expect(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
          expect(result.partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]{1,16}:\d+$/);
          const links = Array.from((result.message.text ?? '').matchAll(LINK), ([, target]) => Number(target));
          expect(links).toEqual(result.relatedLocations?.slice(0, 8).map(({ id }) => id) ?? []);
          for (const { physicalLocation } of [...(result.locations ?? []), ...(result.relatedLocations ?? [])]) {
            const { artifactLocation, region, contextRegion } = physicalLocation ?? {};
            expect(artifactLocation?.uri).toMatch(/^(file:\/\/\/)?[A-Za-z0-9\-._~%/:]*$/);
            if (artifactLocation?.uriBaseId !== undefined) expect(artifactLocation.uri).toMatch(/^[^/:][^:]*$/);
            expectForward(region);
            if (contextRegion) expectAround(contextRegion, region);
          }
        }
      }),
    );
  });
});

/** SARIF 2.1.0 section 3.11.6: text in which brackets are escaped, and a destination. */
const LINK = /\[(?:\\.|[^\\[\]])*\]\(([^)]*)\)/g;

function expectForward({ startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region = {}): void {
  expect(Math.min(startLine, startColumn, endLine, endColumn)).toBeGreaterThanOrEqual(1);
  expect(endLine).toBeGreaterThanOrEqual(startLine);
  if (startLine === endLine) expect(endColumn).toBeGreaterThanOrEqual(startColumn);
}

function expectAround(context: Region, region: Region = {}): void {
  const lines = (from: Region) => [from.startLine ?? 0, from.endLine ?? 0] as const;
  const [outerStart, outerEnd] = lines(context);
  const [start, end] = lines(region);
  expect(outerStart <= start && end <= outerEnd && outerEnd - outerStart > end - start).toBe(true);
  expect(context.snippet?.text?.split('\n')).toHaveLength(outerEnd - outerStart + 1);
}

describe('limits', () => {
  const [high, , , low] = SHOP_REPORT.findings;
  const many = reportOf({
    findings: [...Array(3_000).fill(high), ...Array(3_000).fill(low)].map((finding, index) => ({
      ...finding,
      fingerprint: index.toString(16),
    })),
  });

  test('the worst 5,000 are kept, and it is said what was cut', () => {
    const run = runOf(many);
    expect(run.results).toHaveLength(5_000);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.at(-1)).toEqual({
      descriptor: { id: 'cut' },
      level: 'warning',
      message: { text: '1,000 findings left out, the least severe: 1,000 low.' },
    });
    expect(gzipSync(sarif(many, {})).byteLength).toBeLessThan(10_000_000);
  });

  test('what is too large compressed is cut further', () => {
    const text = sarif(many, { maximumBytes: 50_000 });
    expect(gzipSync(text).byteLength).toBeLessThanOrEqual(50_000);
    const log: Log = JSON.parse(text);
    expect(log.runs[0]?.results?.length).toBeGreaterThan(100);
    expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.at(-1)?.message.text).toMatch(/left out/);
  });

  test('a finding has at most 100 related locations, a run 1,000 notifications', () => {
    const place = locationOf(rangeOf(SHOP, 'proxy'), 'here');
    const finding = findingOf({ locations: [place, ...Array(500).fill(place)] });
    const gaps = Array.from({ length: 3_000 }, (_, index) => ({ reason: `${index}`, file: 'compose.yaml' }));
    const run = runOf(reportOf({ findings: [finding], gaps }));
    expect(run.results?.[0]?.relatedLocations).toHaveLength(100);
    expect(run.results?.[0]?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(101);
    const notifications = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notifications).toHaveLength(1_001);
    expect(notifications.at(-1)?.message.text).toBe('2,000 more notifications left out.');
  });
});
