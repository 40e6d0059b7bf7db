/** `bulkhead merge`: several reports become one, whoever wrote them and whatever is in them. */
import '@microsoft/jest-sarif';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Log, Run } from 'sarif';
import { worstFirst } from '../../src/analysis/finding.js';
import { json } from '../../src/report/json.js';
import { sarif } from '../../src/report/sarif.js';
import { folderWith } from '../support/folder.js';
import { hostileReport } from '../support/hostile.js';
import { findingOf, locationOf, rangeOf, reportOf, SHOP, SHOP_REPORT } from '../support/report.js';
import { run } from '../support/world.js';

const REPORT = { ...SHOP_REPORT, findings: SHOP_REPORT.findings.toSorted(worstFirst) };
const JSON_REPORT = json(REPORT);
const SARIF_LOG = sarif(REPORT, {});
const WHOLE = { ...REPORT, gaps: [] };

async function merge(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  return run(['merge', ...options, ...Object.keys(files)], { cwd: folderWith(files) });
}

const changed = (change: object) => JSON.stringify({ ...JSON.parse(JSON_REPORT), ...change });
const logOf = (...runs: readonly object[]) => JSON.stringify({ version: '2.1.0', runs });
const runOf = (change: object = {}) => ({ tool: { driver: { name: 'lint', version: '1' } }, results: [], ...change });

describe('reports', () => {
  test('one alone stays what it is', async () => {
    const { stdout } = await merge({ 'a.json': JSON_REPORT }, '--format', 'json');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON_REPORT));
  });

  test('what is in both is told once, and counted once', async () => {
    const { stdout } = await merge({ 'a.json': JSON_REPORT, 'b.json': JSON_REPORT }, '--format', 'json');
    const { findings, suppressed, projects, summary } = JSON.parse(stdout);
    expect([findings, suppressed, projects, summary]).toEqual(
      ['findings', 'suppressed', 'projects', 'summary'].map((key) => JSON.parse(JSON_REPORT)[key]),
    );
  });

  test('the same defect of another file is another one', async () => {
    const other = JSON_REPORT.replaceAll('"compose.yaml"', '"other/compose.yaml"');
    const { stdout } = await merge({ 'a.json': JSON_REPORT, 'b.json': other }, '--format', 'json');
    expect(JSON.parse(stdout).findings).toHaveLength(2 * SHOP_REPORT.findings.length);
  });

  test.each(['pretty', 'unix', 'json', 'github', 'markdown', 'junit', 'gitlab'])('become %s', async (format) => {
    const { code, stdout } = await merge({ 'a.json': json(WHOLE) }, '--format', format);
    expect(stdout).toContain('plaintext-credentials');
    expect(code).toBe(1);
  });

  test('are written to files, too', async () => {
    const cwd = folderWith({ 'a.json': json(WHOLE) });
    const { stdout } = await run(['merge', 'a.json', '-o', 'junit=out.xml', '-o', 'json=out.json'], { cwd });
    expect(stdout).toMatch(/^shop · compose\.yaml/);
    expect(JSON.parse(readFileSync(path.join(cwd, 'out.json'), 'utf8'))).toEqual(JSON.parse(json(WHOLE)));
  });

  test('come from standard input', async () => {
    const { stdout } = await run(['merge', '-', '--format', 'json'], { cwd: folderWith({}), stdin: JSON_REPORT });
    expect(JSON.parse(stdout).findings).toHaveLength(SHOP_REPORT.findings.length);
  });

  test.each([
    [WHOLE, [], 1],
    [WHOLE, ['--fail-on', 'critical'], 0],
    [WHOLE, ['--fail-on', 'never'], 0],
    [SHOP_REPORT, ['--fail-on', 'never'], 2],
    [reportOf({}), ['--fail-on', 'low'], 0],
    [reportOf({ projects: [] }), [], 2],
  ])('exit as check does (%#)', async (report, options, code) => {
    expect((await merge({ 'a.json': json(report) }, ...options)).code).toBe(code);
  });

  test('of different versions and Engines are told', async () => {
    const other = changed({ tool: { name: 'bulkhead', version: '9.9.9' }, engine: { line: '27', mode: 'swarm' } });
    const { stderr } = await merge({ 'a.json': JSON_REPORT, 'b.json': other }, '--format', 'json');
    expect(stderr).toBe(
      [
        'bulkhead: the reports are of different versions of the tool: bulkhead 1.2.3 in a.json, bulkhead 9.9.9 in b.json\n',
        'bulkhead: the reports are of different Engines: 28 (compose) in a.json, 27 (swarm) in b.json\n',
      ].join(''),
    );
  });
});

describe('shards', () => {
  const shard = (index: number, change: object = {}) =>
    json({
      ...reportOf({}),
      shard: { index, count: 3, run: 'abc', total: 3, positions: [index], failOn: 'high', ignores: [], ...change },
    });

  test('one that is missing makes the whole incomplete', async () => {
    const { code, stdout } = await merge({ '1.json': shard(1), '3.json': shard(3) });
    expect({ code, stdout }).toEqual({
      code: 2,
      stdout: expect.stringMatching(/^error: the report of shard 2\/3 is missing$/m),
    });
  });

  test.each<[string, Parameters<typeof shard>, RegExp]>([
    ['of another run', [2, { run: 'def' }], /^bulkhead: 1\.json and 2\.json are no shards of one run/],
    ['of another number', [2, { count: 2 }], /are no shards of one run/],
    ['that is there already', [1], /^bulkhead: 1\.json and 2\.json are both of shard 1\/3\n/],
  ])('one %s is refused', async (_, second, message) => {
    const { code, stderr } = await merge({ '1.json': shard(1), '2.json': shard(...second) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
  });

  test('the one that fails first says when to fail', async () => {
    const finding = findingOf({ severity: 'low', locations: [locationOf(rangeOf(SHOP, 'db'), '')] });
    const files = (failOn: string) => ({
      '1.json': json({ ...JSON.parse(shard(1)), notes: [], rules: [], findings: [finding] }),
      '2.json': shard(2, { failOn }),
      '3.json': shard(3),
    });
    expect((await merge(files('high'))).code).toBe(0);
    expect((await merge(files('low'))).code).toBe(1);
    expect((await merge(files('low'), '--fail-on', 'medium')).code).toBe(0);
  });
});

describe('SARIF logs', () => {
  const joined = async (...logs: readonly string[]): Promise<readonly Run[]> => {
    const { stdout } = await merge(Object.fromEntries(logs.map((log, index) => [`${index}.sarif`, log])));
    const log: Log = JSON.parse(stdout);
    expect(log).toBeValidSarifLog();
    return log.runs;
  };

  test('one alone stays what it is', async () => {
    expect((await merge({ 'a.sarif': SARIF_LOG })).stdout).toBe(SARIF_LOG);
  });

  test('results are told once, by their fingerprints', async () => {
    const [first, ...others] = await joined(SARIF_LOG, SARIF_LOG.replaceAll('"startLine": 3', '"startLine": 4'));
    expect(others).toEqual([]);
    expect(first?.results).toHaveLength(SHOP_REPORT.findings.length);
  });

  test('indices lead where they led', async () => {
    const rules = (...ids: readonly string[]) => ids.map((id) => ({ id }));
    const result = (ruleIndex: number, text: string, index: number) => ({
      ruleIndex,
      message: { text },
      locations: [{ physicalLocation: { artifactLocation: { index } } }],
    });
    const artifacts = (...uris: readonly string[]) => uris.map((uri) => ({ location: { uri } }));
    const driver = (...ids: readonly string[]) => ({ driver: { name: 'lint', version: '1', rules: rules(...ids) } });
    const [run, ...others] = await joined(
      logOf(runOf({ tool: driver('a', 'b'), artifacts: artifacts('x', 'y'), results: [result(0, 'a in y', 1)] })),
      logOf(
        runOf({
          tool: driver('c', 'b'),
          artifacts: artifacts('y', 'z'),
          results: [result(1, 'b in y', 0), result(0, 'c in z', 1)],
        }),
      ),
    );
    expect(others).toEqual([]);
    const told = run?.results?.map(({ ruleIndex = -1, locations }) => {
      const { index = -1 } = locations?.[0]?.physicalLocation?.artifactLocation ?? {};
      return `${run.tool.driver.rules?.[ruleIndex]?.id} in ${run.artifacts?.[index]?.location?.uri}`;
    });
    expect(told).toEqual(['a in y', 'b in y', 'c in z']);
    expect(run?.results?.map(({ message }) => message.text)).toEqual(told);
  });

  test('tools and versions keep runs of their own', async () => {
    const named = (name: string, version: string) => runOf({ tool: { driver: { name, version } } });
    const runs = await joined(
      logOf(named('lint', '1'), named('scan', '1')),
      logOf(named('lint', '2'), named('lint', '1')),
    );
    expect(runs.map(({ tool: { driver } }) => `${driver.name} ${driver.version}`)).toEqual([
      'lint 1',
      'scan 1',
      'lint 2',
    ]);
  });

  test('a run with lists that nobody here knows is left alone', async () => {
    const graph = runOf({ logicalLocations: [{ name: 'x' }] });
    expect(await joined(logOf(graph), logOf(graph))).toEqual([graph, graph]);
  });

  test('exit by the level of what nobody suppressed, and by what was not analyzed', async () => {
    const log = (result: object) => ({ 'a.sarif': logOf(runOf({ results: [{ message: { text: 'x' }, ...result }] })) });
    expect((await merge(log({ level: 'error' }))).code).toBe(1);
    expect((await merge(log({ level: 'error', suppressions: [{ kind: 'external' }] }))).code).toBe(0);
    expect((await merge(log({}))).code).toBe(0);
    expect((await merge(log({}), '--fail-on', 'medium')).code).toBe(1);
    expect((await merge({ 'a.sarif': SARIF_LOG })).code).toBe(2);
  });

  test('any report of ours goes through, and comes out valid', async () => {
    await fc.assert(
      fc.asyncProperty(hostileReport, hostileReport, async (one, other) => {
        const files = { 'a.sarif': sarif(one, {}), 'b.sarif': sarif(other, {}) };
        const { stdout } = await merge(files);
        expect(JSON.parse(stdout)).toBeValidSarifLog();
        const reports = await merge({ 'a.json': json(one), 'b.json': json(other) }, '--format', 'json');
        expect(reports.stdout).toMatch(/^\{/);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is no report is refused with its place, and not quoted', () => {
  const [finding] = JSON.parse(JSON_REPORT).findings;
  test.each<[string, string, RegExp]>([
    ['nothing', '', /^bulkhead: a:1:1: this is no JSON\n/],
    ['a text', 'hunter2', /^bulkhead: a:1:1: this is no JSON\n/],
    ['half of one', JSON_REPORT.slice(0, 300), /^bulkhead: a:\d+:\d+: this is no JSON\n/],
    ['a list', '[]', /^bulkhead: a:1:1: this is neither a report of bulkhead nor a SARIF log\n/],
    ['something else', '{"hunter2": 1}', /^bulkhead: a:1:1: this is neither/],
    [
      'another version',
      changed({ schemaVersion: 2 }),
      /a:1:\d+: no report that this version can read: schemaVersion must be 1\n/,
    ],
    [
      'a severity',
      changed({ findings: [{ ...finding, severity: 'hunter2' }] }),
      /findings\/0\/severity must be one of critical, high/,
    ],
    ['a place', changed({ findings: [{ ...finding, locations: [] }] }), /findings\/0\/locations must not be empty/],
    ['a key', changed({ findings: [{ ...finding, snippet: 'hunter2' }] }), /findings\/0 has the unknown key 'snippet'/],
    ['a type', changed({ projects: { hunter2: 1 } }), /projects must be an array/],
    ['a lack', changed({ summary: {} }), /summary needs the key 'critical'/],
    [
      'another SARIF',
      '{"version": "2.0.0", "runs": []}',
      /a:1:13: no SARIF that this version can read: version must be "2\.1\.0"/,
    ],
    ['a run', logOf({}), /runs\/0 needs the key 'tool'/],
    ['a result', logOf(runOf({ results: ['hunter2'] })), /runs\/0\/results\/0 must be an object/],
    ['an index', logOf(runOf({ results: [{ ruleIndex: 7, message: {} }] })), /has an index that leads nowhere/],
    ['a shard', logOf(runOf({ properties: { shard: { index: 0 } } })), /runs\/0\/properties\/shard needs the key/],
    [
      'a depth',
      logOf(runOf({ results: [{ message: {}, x: JSON.parse('['.repeat(900) + ']'.repeat(900)) }] })),
      /nested too deeply/,
    ],
  ])('%s', async (_, text, message) => {
    const { code, stdout, stderr } = await merge({ a: text });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(stderr).not.toContain('hunter2');
  });

  test('and what cannot be read, or is too much', async () => {
    const cwd = folderWith({ 'a.json': JSON_REPORT, 'sub/b.json': '' });
    const refused = async (...argv: readonly string[]) => (await run(['merge', ...argv], { cwd })).stderr;
    expect(await refused('none.json')).toBe('bulkhead: none.json: no such file or directory\n');
    expect(await refused('sub')).toBe('bulkhead: sub: is a directory\n');
    expect(await refused('a.json', '--limit', 'file-size=100')).toMatch(/a\.json: is larger than 100 bytes/);
    expect(await refused()).toMatch(/^bulkhead: merge takes reports\n/);
  });

  test('JSON and SARIF do not go together, nor does one become the other', async () => {
    const cwd = folderWith({ 'a.json': JSON_REPORT });
    writeFileSync(path.join(cwd, 'b.sarif'), SARIF_LOG);
    const refused = async (...argv: readonly string[]) => (await run(['merge', ...argv], { cwd })).stderr;
    expect(await refused('a.json', 'b.sarif')).toMatch(/they do not go together/);
    expect(await refused('a.json', '--format', 'sarif')).toMatch(/lacks the source lines/);
    expect(await refused('b.sarif', '-o', 'json=x.json')).toMatch(/become a SARIF log, not json/);
  });
});
