/** A repository whose every name is an attack: nothing of it becomes a command, markup or a line of its own, and the limits hold. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import '@microsoft/jest-sarif';
import type { Log } from 'sarif';
import { commandsIn, runStep, type StepResult } from '../support/action.js';
import { folderWith } from '../support/folder.js';
import { diagramsIn, parseDiagrams } from '../support/mermaid.js';

const ATTACKS = [
  '::error::injected',
  '##[error]injected',
  'a\n::error::injected',
  'a\n##[set-output name=x]injected',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '\u001b[31mred\u001b]8;;https://host.example\u0007',
  '\u202egpj.exe',
  '[a](https://host.example) | b | `c` ```',
  '"]; end; click n0 "javascript:alert(1)"',
  '%%{init: {"theme": "dark"}}%%',
  'ghadelimiter_0\nx=y',
  '${{ secrets.TOKEN }}',
];

/** As a YAML scalar. */
const quoted = (text: string) => JSON.stringify(text);

function hostileProject(attack: string): string {
  return [
    `name: ${quoted(attack)}`,
    'services:',
    `  ${quoted(attack)}:`,
    `    image: ${quoted(`nginx:${attack}`)}`,
    '    ports: ["80:80"]',
    '  db:',
    '    image: postgres:17',
    '    environment:',
    `      ${quoted(`${attack}_PASSWORD`)}: maple-cedar-41`,
    '      POSTGRES_PASSWORD: maple-cedar-41',
    `    networks: { default: { aliases: [${quoted(attack)}] } }`,
    `    links: [${quoted(`${attack}:x`)}]`,
    `    # ${attack.replace(/\n/g, ' ')}`,
    '  api:',
    '    image: node:22',
    `    command: ["serve", ${quoted(attack)}]`,
    '    environment: { PGHOST: db, PGPASSWORD: maple-cedar-41 }',
    `  web: { image: node:22, networks: [${quoted(attack)}] }`,
    'networks:',
    '  default: {}',
    `  ${quoted(attack)}: { name: ${quoted(attack)} }`,
    '',
  ].join('\n');
}

/** What is allowed to be in a directory's name. */
const folderNames = ATTACKS.map((attack, index) => `${index} ${attack.replaceAll('/', '⁄')}`);

/** What the Action says of its own accord. */
const OWN_COMMAND =
  /^::(stop-commands::[0-9a-f-]{36}|(error|warning|notice) title=[a-z -]+[,:].*|error::(Not everything could be analyzed: \d+ gaps?|[\d,]+ findings? to fix: [\w, ]+)\.)$/;

function expectNothingInjected({ log, outputs, summary }: StepResult, names: readonly string[]): void {
  const commands = commandsIn(log);
  for (const command of commands) expect(command).toMatch(OWN_COMMAND);
  for (const level of ['error', 'warning', 'notice']) {
    expect(commands.filter((command) => command.startsWith(`::${level}`)).length).toBeLessThanOrEqual(10);
  }
  expect(log.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(Object.keys(outputs).sort()).toEqual(names);

  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
  const diagrams = diagramsIn(summary);
  seen.push(...diagrams);
  for (const diagram of diagrams) expect(diagram.replace(/<br\/>/g, '')).not.toMatch(/[<%{]|javascript:|^\s*click/m);
  const prose = summary.replace(/^(`{3,})mermaid\n[\s\S]*?\n\1$/gm, '');
  expect(prose.replace(/<br>|<\/?code>/g, '')).not.toMatch(/[<>]|\$\{|\$\$/);
  expect(prose).not.toMatch(/\]\((?!https:\/\/github\.example\/acme\/shop\/blob\/)/);
  expect(prose).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  expect(summary + log).not.toContain('maple-cedar-41');
}

/** All diagrams, for the parser takes its time to start. */
const seen: string[] = [];

const OUTPUTS = ['findings', 'highest-severity', 'outcome', 'sarif-file'];
const NO_COLOR = { NO_COLOR: '1' };

test.each(ATTACKS)(
  '%j',
  (attack) => {
    const workspace = folderWith({ 'compose.yaml': hostileProject(attack) });
    expectNothingInjected(runStep(workspace, {}, NO_COLOR), OUTPUTS);
  },
  30_000,
);

test('in names of folders and files', () => {
  const workspace = folderWith(
    Object.fromEntries(
      folderNames.flatMap((name, index) => [
        [`${name}/compose.yaml`, hostileProject('plain')],
        [`${name}/${ATTACKS[index]?.replaceAll('/', '⁄')}.compose.yml`, hostileProject('plain')],
        [`${name}/x/compose.yaml`, '- broken\n'],
      ]),
    ),
  );
  const result = runStep(workspace, { 'sarif-file': 'a.sarif' }, NO_COLOR);
  expectNothingInjected(result, OUTPUTS);
  expect(result.outputs.outcome).toBe('incomplete');
  const text = readFileSync(path.join(workspace, 'a.sarif'), 'utf8');
  expect(JSON.parse(text)).toBeValidSarifLog();
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
}, 60_000);

test('5,000 findings stay within the limits', () => {
  const service = (_: unknown, index: number) =>
    `  ${'s'.repeat(200)}${index}:\n    image: postgres:17\n    environment: { POSTGRES_PASSWORD: maple-cedar-41 }\n`;
  const file = `services:\n${Array.from({ length: 5_200 }, service).join('')}`;
  const workspace = folderWith({ [`${'f'.repeat(200)}/${'g'.repeat(200)}/compose.yaml`]: file });
  const result = runStep(workspace, { 'sarif-file': 'a.sarif' }, NO_COLOR);
  expectNothingInjected(result, OUTPUTS);
  expect(Number(result.outputs.findings)).toBeGreaterThanOrEqual(5_200);
  expect(result.summary).toMatch(/^[\d,]+ more findings did not fit here\.$/m);
  expect(result.log).toMatch(/^[\d,]+ more findings without an annotation\.$/m);
  const sarif: Log = JSON.parse(readFileSync(path.join(workspace, 'a.sarif'), 'utf8'));
  expect(sarif.runs[0]?.results).toHaveLength(5_000);
  expect(sarif.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.at(-1)?.message.text).toMatch(
    /findings left out/,
  );
}, 120_000);

test('all that was drawn is Mermaid', () => {
  expect(seen.length).toBeGreaterThan(ATTACKS.length);
  expect(parseDiagrams(seen)).toEqual(seen.map(() => null));
}, 60_000);
