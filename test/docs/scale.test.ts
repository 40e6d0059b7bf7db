/** The workflows in `docs/scale.md`: they parse, and run commands that exist with options that they have. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { ROOT } from '../support/shared.js';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string;
  readonly steps: readonly Step[];
}

const page = readFileSync(path.join(ROOT, 'docs/scale.md'), 'utf8');
const blocks = (language: string) =>
  Array.from(page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm')), ([, text = '']) => text);
const [github, gitlab] = blocks('yaml').map((text) => parse(text));
const jobs: Readonly<Record<string, Job>> = github.jobs;
const steps = Object.values(jobs).flatMap((job) => job.steps);

const scripts: readonly string[] = [
  ...steps.flatMap((step) => step.run ?? []),
  ...Object.values<{ script: readonly string[] }>(gitlab).flatMap(({ script }) => script),
  ...blocks('sh'),
  ...Array.from(page.matchAll(/`(bulkhead [a-z][^`]*)`/g), ([, text = '']) => text),
];
const commands = scripts.flatMap((script) =>
  Array.from(script.matchAll(/(?:cli\.js|^bulkhead) ([a-z]+)((?: +(?!\|\||>)\S+)*)/gm), ([, name = '', rest = '']) => ({
    name,
    words: rest.trim().split(/ +/),
  })),
);

test('there are commands in it, checks and merges', () => {
  expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['check', 'merge']));
  expect(commands.length).toBeGreaterThan(7);
});

test.each(commands)('$name $words', ({ name, words }) => {
  const spec = COMMANDS.find((command) => command.name === name);
  for (const [index, word] of words.entries()) {
    if (!word.startsWith('-')) continue;
    const option = spec?.options.find((candidate) => `--${candidate.name}` === word);
    expect(option?.name).toBe(word.slice(2));
    const value = words[index + 1] ?? '';
    if (word === '--format') expect(FORMAT_NAMES).toContain(value);
    if (word === '--output') expect(FORMAT_NAMES).toContain(value.split('=')[0]);
    if (word === '--shard' && !value.includes('$') && !value.includes('N')) expect(value).toMatch(/^\d+\/\d+$/);
  }
});

test('what the shards upload is what the merge downloads', () => {
  const withOf = (action: string) => steps.find(({ uses }) => uses?.startsWith(`actions/${action}@`))?.with ?? {};
  const [upload, download] = [withOf('upload-artifact'), withOf('download-artifact')];
  const pattern = new RegExp(`^${download.pattern?.replace('*', '.*')}$`);
  expect(upload.name).toMatch(pattern);
  expect(download['merge-multiple']).toBe(true);
  expect(jobs.merge?.needs).toBe('check');
  expect(steps.find(({ uses }) => uses?.includes('upload-sarif'))?.with?.sarif_file).toBe('bulkhead.sarif');
});

test('pages that it is found from', () => {
  expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain('(docs/scale.md)');
});
