/** The problem matchers that are shipped and documented, on what the command line prints of the examples. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly message: number;
  readonly code: number;
}

const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const [, tasks = ''] = /```json\n(.*?)```/s.exec(text('docs/editors.md')) ?? [];
const PATTERNS: Readonly<Record<string, Pattern>> = {
  'problem-matcher.json': JSON.parse(text('problem-matcher.json')).problemMatcher[0].pattern[0],
  'docs/editors.md': JSON.parse(tasks).tasks[0].problemMatcher.pattern,
};

const LEVELS: Readonly<Record<string, string>> = { critical: 'error', high: 'error', medium: 'warning', low: 'notice' };

interface JsonFinding {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly locations: readonly { readonly file: string; readonly startLine: number; readonly startColumn: number }[];
}

/** What a problem matcher is to make of a finding. */
function problemOf({ ruleId, severity, message, locations: [primary] }: JsonFinding) {
  const { file = '', startLine = 0, startColumn = 0 } = primary ?? {};
  return {
    file,
    line: String(startLine),
    column: String(startColumn),
    severity: LEVELS[severity],
    message,
    code: ruleId,
  };
}

function matched(pattern: Pattern, line: string) {
  const groups = new RegExp(pattern.regexp).exec(line);
  if (!groups) return undefined;
  const { file, line: number, column, severity, message, code } = pattern;
  return {
    file: groups[file],
    line: groups[number],
    column: groups[column],
    severity: groups[severity],
    message: groups[message],
    code: groups[code],
  };
}

const EXAMPLES = readdirSync(path.join(ROOT, 'examples')).sort();
const FORMATS = ['unix', 'json', 'pretty', 'markdown', 'github'] as const;

async function outputsOf(example: string): Promise<Readonly<Record<(typeof FORMATS)[number], string>>> {
  const of = async (format: string) =>
    (await run(['check', '--pedantic', '--verbose', '--format', format, `examples/${example}`], { cwd: ROOT })).stdout;
  const [unix, json, pretty, markdown, github] = await Promise.all(FORMATS.map(of));
  return { unix: unix ?? '', json: json ?? '', pretty: pretty ?? '', markdown: markdown ?? '', github: github ?? '' };
}

describe.each(Object.entries(PATTERNS))('%s', (_, pattern) => {
  test.each(EXAMPLES)('%s: every line is a problem at its place', async (example) => {
    const { unix, json } = await outputsOf(example);
    const findings: readonly JsonFinding[] = JSON.parse(json).findings;
    const lines = unix.split('\n').filter((line) => line !== '');
    expect(lines.map((line) => matched(pattern, line))).toEqual(findings.map(problemOf));
  });

  test.each(EXAMPLES)('%s: nothing else is', async (example) => {
    const { json, pretty, markdown, github } = await outputsOf(example);
    const lines = [json, pretty, markdown, github].join('\n').split('\n');
    expect(lines.filter((line) => matched(pattern, line))).toEqual([]);
  });

  test('nor is what is said of a broken file', async () => {
    const { stderr, stdout } = await run(['check', '--format', 'unix', 'no-such-file.yaml'], { cwd: ROOT });
    expect(stdout).toBe('');
    expect(stderr.split('\n').filter((line) => matched(pattern, line))).toEqual([]);
  });
});
