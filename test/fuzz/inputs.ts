/** What the fuzzers feed: texts by grammar, and texts that somebody wrote, damaged. An input is a folder of files. */
import fc from 'fast-check';
import { RULES } from '../../src/rules/index.js';
import { ATTACKS, hostileText } from '../support/hostile.js';
import { YAML_TOKENS } from '../support/yaml-tokens.js';
import { dotenv } from './grammar/environment.js';
import { randomProject } from './grammar/project.js';
import { of } from './grammar/scalars.js';

export type Files = Readonly<Record<string, string>>;
export type Inputs = fc.Arbitrary<Files>;

/** Of every folder, the file that a project begins with. */
export const MAIN = 'compose.yaml';
export const CONFIG = 'bulkhead.yaml';
export const BASELINE = 'baseline.json';

const token = fc.oneof({ weight: 3, arbitrary: of(...YAML_TOKENS) }, { weight: 1, arbitrary: of(...ATTACKS) });

/** Texts of tokens that mean something to a parser. */
export const soup: fc.Arbitrary<string> = fc
  .array(token, { maxLength: 40, size: 'max' })
  .map((parts) => parts.join(''));

type Edit = (text: string) => string;

/** One damage to a text; places are fractions of its length. */
const edit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.nat(9),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    token,
    times: fc.nat(200),
  })
  .map(
    ({ kind, at, length, to, token: inserted, times }): Edit =>
      (text) => {
        const start = Math.floor(at * text.length);
        const end = Math.min(text.length, start + length);
        const [before, cut, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
        const other = Math.floor(to * text.length);
        const lines = text.split('\n');
        const line = Math.floor(at * lines.length);
        switch (kind) {
          case 0:
            return before + after;
          case 1:
            return before + cut + cut + after;
          case 2:
          case 3:
            return before + inserted + cut + after;
          case 4:
            return before + inserted + after;
          case 5:
            return text.slice(0, other) + cut + text.slice(other);
          case 6:
            return before + inserted.repeat(times) + cut + after;
          case 7:
            return lines
              .toSpliced(line, 1, (lines[line] ?? '').replace(/^ {2}/, length % 2 === 0 ? '' : '    '))
              .join('\n');
          case 8:
            return lines.toSpliced(line, Math.ceil(length / 6)).join('\n');
          default:
            return lines
              .toSpliced(line, 0, ...lines.slice(Math.floor(to * lines.length)).slice(0, 1 + length))
              .join('\n');
        }
      },
  );

const edits = fc.array(edit, { minLength: 1, maxLength: 6, size: 'max' });

/** Of one of the files, mostly the main one. */
export function damaged(inputs: Inputs, isWanted: (name: string) => boolean = () => true): Inputs {
  return fc.tuple(inputs, edits, fc.nat(99)).map(([files, damage, dice]) => {
    const names = Object.keys(files).filter(isWanted);
    const name = dice < 60 && names.includes(MAIN) ? MAIN : names[dice % Math.max(1, names.length)];
    if (name === undefined) return files;
    return { ...files, [name]: damage.reduce((text, change) => change(text), files[name] ?? '') };
  });
}

export const projects: Inputs = randomProject.map(({ files }) => files);

export const only = (name: string, text: fc.Arbitrary<string>): Inputs => text.map((value) => ({ [name]: value }));

/** What a file can hold as UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

/** Any text as it must be written to come out of a YAML parser again. */
const quoted = hostileText.map((text) =>
  JSON.stringify(wellFormed(text)).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
);
const role = of('nginx', 'postgres:17', 'redis', 'adminer', 'traefik', 'node', 'mongo', 'grafana/grafana');

/** A project that has every kind of finding, whose every name tries to be something else. */
export const hostileProjects: Inputs = fc
  .record({
    names: fc.array(quoted, { minLength: 4, maxLength: 4 }),
    texts: fc.array(quoted, { minLength: 14, maxLength: 14 }),
    images: fc.array(role, { minLength: 4, maxLength: 4 }),
    safe: fc.boolean(),
    file: hostileText,
  })
  .map(({ names, texts, images, safe, file }): Files => {
    const [a, b, c, d] = safe ? ['web', 'api', 'db', 'admin'] : names;
    const t = (index: number): string => texts[index] ?? '""';
    const text = `
name: ${t(0)}
x-any: {${t(1)}: ${t(2)}}
services:
  ${a}:
    image: ${images[0]}
    ports: ["80:80", ${t(3)}]
    networks: [front, ${safe ? 'back' : t(4)}]
    links: [${c}, ${t(5)}]
    depends_on: [${b}]
  ${b}:
    image: ${t(6)}
    environment: {PASSWORD: ${t(7)}, ${t(8)}: ${t(9)}, DATABASE_URL: "postgres://u:hunter22@db:5432/x", API_TOKEN: ghp_0123456789abcdefghijklmnopqrstuvwxyz}
    networks: {front: {aliases: [${t(10)}]}, back: {}}
    volumes: ["/var/run/docker.sock:/var/run/docker.sock", ${t(11)}]
  ${c}:
    image: ${images[1]}
    command: [--requirepass, ${t(12)}]
    environment: ["POSTGRES_PASSWORD=hunter22", ${t(13)}]
    networks: [back]
  ${d}:
    image: ${images[2]}
    network_mode: ${safe ? 'host' : t(4)}
    container_name: ${t(8)}
    labels: {${t(9)}: ${t(1)}}
networks: {front: {}, back: {name: ${t(2)}}, ${t(4)}: {}}
volumes: {${t(11)}: {}}
secrets: {${t(5)}: {file: ${t(6)}}}
# bulkhead-ignore[plaintext-credentials] ${file.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '')}
`;
    const name = wellFormed(file).replaceAll('/', '').replaceAll('\u0000', '') || 'x';
    return { [MAIN]: text, [`${name}.yaml`]: `services: {${b}: {environment: {TOKEN: hunter23}}}\n` };
  });

const ids = of(...RULES.map(({ id }) => id), 'no-such-rule', '', '*');
const severity = of('critical', 'high', 'medium', 'low', 'off', 'never', 'loud', '1');
const pattern = of(
  'web',
  '*',
  '**',
  'a/**/b',
  '*.yaml',
  '!db',
  '{a,b}',
  '[a-z]*',
  '?',
  '../x',
  '/abs',
  './',
  '',
  '[',
  '{',
  '***',
  '{a,{b,c}}',
  '[!a]',
  '\\*',
);
const listOf = (item: fc.Arbitrary<string>) =>
  fc.array(item, { maxLength: 3 }).map((items) => `[${items.map((text) => JSON.stringify(text)).join(', ')}]`);
const levels = fc
  .array(fc.tuple(ids, severity), { maxLength: 3 })
  .map((pairs) => `{${[...new Map(pairs)].map(([id, level]) => `${JSON.stringify(id)}: ${level}`).join(', ')}}`);
const ignored = fc.record({
  rules: listOf(ids),
  paths: listOf(pattern),
  services: listOf(pattern),
  reason: hostileText,
  expires: of('2035-12-31', '2000-01-01', '2001-02-30', 'soon'),
});

const configs = fc
  .record({
    failOn: severity,
    least: severity,
    rules: levels,
    override: fc.tuple(listOf(pattern), levels),
    ignores: fc.array(ignored, { maxLength: 2 }),
    roles: fc.array(fc.tuple(pattern, of('database', 'edge', 'nothing')), { maxLength: 2 }),
    dice: fc.nat(255),
  })
  .map(({ failOn, least, rules, override: [paths, overrideLevels], ignores, roles, dice }) =>
    [
      `fail-on: ${failOn}`,
      `min-severity: ${least}`,
      `rules: ${rules}`,
      `overrides:\n  - {paths: ${paths}, rules: ${overrideLevels}}`,
      `ignores:\n${ignores.map(({ rules: ignoredRules, paths: where, services, reason, expires }) => `  - {rules: ${ignoredRules}, paths: ${where}, services: ${services}, reason: ${JSON.stringify(wellFormed(reason))}, expires: ${expires}}\n`).join('')}`,
      `roles: {${[...new Map(roles)].map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(', ')}}`,
      `baseline: ${BASELINE}`,
      'pedantic: true',
    ]
      .filter((_, index) => dice & (1 << index))
      .join('\n'),
  );

export const SMALL: Files = {
  [MAIN]:
    'services:\n  web: {image: nginx, ports: ["80:80"], links: [db]}\n  db: {image: postgres, environment: {POSTGRES_PASSWORD: hunter22}}\n',
};

export const configured: Inputs = configs.map((text) => ({ ...SMALL, [CONFIG]: text }));

const entry = fc.record({
  ruleId: ids,
  file: of(MAIN, 'other.yaml', '../x', ''),
  services: fc.array(of('web', 'db')),
  fingerprint: of('0f', '', 'zz'),
});
export const baselines: Inputs = fc
  .oneof(
    fc.record({
      schemaVersion: fc.constantFrom<unknown>(1, 1, 1, 2, '1', null),
      findings: fc.array(entry, { maxLength: 3 }),
    }),
    fc.jsonValue(),
    fc.record({ schemaVersion: fc.constant(1), findings: fc.jsonValue() }),
  )
  .map((value) => ({ ...SMALL, [BASELINE]: JSON.stringify(value) }));

export const dotenvs: Inputs = only('.env', dotenv);

const piece: fc.Arbitrary<string> = fc.letrec<{ text: string; template: string }>((tie) => ({
  text: fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: of('a', ' ', '}', '{', ':', '-', '?', '+', '$$', '\n', '"', '\\', '\u202e') },
        { weight: 2, arbitrary: tie('template') },
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
  template: fc
    .tuple(
      of('A', 'U', 'EMPTY', 'LONG', 'a_1', '1', ''),
      of(':-', '-', ':?', '?', ':+', '+', '', ':', '=', ' '),
      tie('text'),
      of('}', '}', '}', ''),
    )
    .map(([name, operator, rest, end]) => `\${${name}${operator}${operator === '' ? '' : rest}${end}`),
})).text;
export const templates: Inputs = only('template', piece);
