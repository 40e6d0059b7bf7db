/** Credentials in lines that somebody commented out: no longer in force, and still told to everybody. */
import type { Range, SourceText } from '../source/text.js';
import { lineStarts } from '../source/text.js';
import { classifyKey } from './credentials/keys.js';
import { natureOf } from './credentials/placeholders.js';
import { urlSpans } from './credentials/urls.js';
import type { Draft, Rule, RuleContext } from './rule.js';

export const commentedCredentials: Rule = {
  id: 'commented-credentials',
  title: 'Credential in a comment',
  severity: 'low',
  confidence: 'medium',
  persona: 'pedantic',
  tags: ['security', 'secrets', 'external/cwe/cwe-615', 'external/cwe/cwe-540'],
  docs: {
    summary: 'A line that was commented out still holds a password, key or token.',
    why: [
      'The line is not in force, but whoever reads the file has the credential, and old passwords tend to be in use elsewhere or again.',
      'Often it is the plain text that a secret replaced.',
    ].join(' '),
    fix: 'Delete the line, and change the credential if it is still valid anywhere.',
    suppress: 'It is an example that never opened anything.',
    bad: `services:
  db:
    image: postgres:17
    environment:
      # POSTGRES_PASSWORD: hunter2
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
`,
    good: `services:
  db:
    image: postgres:17
    environment:
      # POSTGRES_PASSWORD: the old way, see POSTGRES_PASSWORD_FILE
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
`,
    references: [
      {
        title: 'CWE-615: Inclusion of Sensitive Information in Source Code Comments',
        url: 'https://cwe.mitre.org/data/definitions/615.html',
      },
      {
        title: 'OWASP Secrets Management Cheat Sheet',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      },
    ],
  },
  check,
};

const LONGEST_LINE = 1_000;

function* check({ project }: RuleContext): Iterable<Draft> {
  const told = new Set<string>();
  for (const source of project.files) {
    for (const { key, at } of commentedLines(source)) {
      const identity = JSON.stringify([source.path, key]);
      if (told.has(identity)) continue;
      told.add(identity);
      yield {
        at,
        label: 'still here to be read',
        message: `A comment still holds a credential: \`${key}\`.`,
        advice: 'Delete the line, and change the credential if it is still valid anywhere.',
        related: [],
        services: [],
        evidence: { service: '', place: 'comment', key, kind: 'literal' },
        secrets: [at],
      };
    }
  }
}

/** `# KEY: value`, `#- KEY=value`: the value of one word, so that prose is none. */
const LINE = /^[ \t]*#[#\s]*-?[ \t]*["']?([A-Za-z_][\w.-]*)["']?[ \t]*[:=][ \t]*(["']?)(\S+)\2[ \t]*$/;

function* commentedLines(source: SourceText): Iterable<{ readonly key: string; readonly at: Range }> {
  for (const [index, start] of lineStarts(source).entries()) {
    const end = lineStarts(source)[index + 1] ?? source.text.length;
    if (end - start > LONGEST_LINE) continue;
    const line = source.text.slice(start, end).trimEnd();
    const match = line.includes('#') ? LINE.exec(line) : null;
    const [, key = '', quote = '', value = ''] = match ?? [];
    if (value === '' || value.startsWith('#')) continue;
    const offset = start + line.lastIndexOf(`${quote}${value}${quote}`) + quote.length;
    const [from, to] = secretPart(key, value);
    if (to > from) yield { key, at: { source, start: offset + from, end: offset + to } };
  }
}

function secretPart(key: string, value: string): readonly [start: number, end: number] {
  const announced = classifyKey(key);
  if (announced && announced !== 'pair' && natureOf(value, announced) === 'credential') return [0, value.length];
  const url = urlSpans(value)[0];
  const isSecret = url && natureOf(value.slice(url.start, url.end), 'password') === 'credential';
  return isSecret ? [url.start, url.end] : [0, 0];
}
