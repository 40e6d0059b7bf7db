/** Credentials in lines that somebody commented out: no longer in force, and still told to everybody. */
import type { Range, SourceText } from '../source/text.js';
import { lineStarts } from '../source/text.js';
import { commandSpans } from './credentials/commands.js';
import { isExample } from './credentials/examples.js';
import { classifyKey } from './credentials/keys.js';
import { natureOf } from './credentials/placeholders.js';
import { variableSourcesOf } from './credentials/sites.js';
import { type Span, withoutOverlaps } from './credentials/span.js';
import { tokenSpans } from './credentials/tokens.js';
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
  for (const source of new Set([...project.files, ...variableSourcesOf(project)])) {
    for (const { key, isSetting, at } of commentedSecrets(source)) {
      const identity = JSON.stringify([source.path, key]);
      if (told.has(identity)) continue;
      told.add(identity);
      yield {
        at,
        label: 'still here to be read',
        message: `A comment still holds a credential: ${isSetting ? `\`${key}\`` : key}.`,
        advice: 'Delete the line, and change the credential if it is still valid anywhere.',
        related: [],
        services: [],
        evidence: { service: '', place: 'comment', key, kind: 'literal' },
        secrets: [at],
      };
    }
  }
}

interface Commented {
  /** The setting, or what is to be seen there. */
  readonly key: string;
  readonly isSetting: boolean;
  readonly start: number;
  readonly end: number;
}

function* commentedSecrets(
  source: SourceText,
): Iterable<Pick<Commented, 'key' | 'isSetting'> & { readonly at: Range }> {
  let isShown = false;
  for (const [index, start] of lineStarts(source).entries()) {
    const end = lineStarts(source)[index + 1] ?? source.text.length;
    if (end - start > LONGEST_LINE) continue;
    const line = source.text.slice(start, end).trimEnd();
    isShown = /^\s{0,200}#/.test(line) && (isShown || CALLS_IT_EXAMPLE.test(line));
    const sign = line.trimStart().startsWith('#') ? line.indexOf('#') : line.search(/[ \t]#/) + 1;
    if (line.charAt(sign) !== '#') continue;
    const from = start + sign;
    const comment = line.slice(sign);
    const found = secretIn(comment, isShown);
    if (found) yield { ...found, at: { source, start: from + found.start, end: from + found.end } };
  }
}

/** What follows in the same comment shows how something is written. */
const CALLS_IT_EXAMPLE = /\b(?:examples?|sample|usage)[ \t]{0,3}:/i;

/** The same before a setting of the same line. */
const INTRODUCTION = /^#[#\s]{0,40}(?:for[ \t])?(?:examples?|sample|usage)[ \t]{0,3}:/i;

/** `# KEY: value`, `#- KEY=value`: the value of one word, so that prose is none. */
const SETTING = /^#[#\s]{0,40}-?[ \t]{0,40}["']?([A-Za-z_][\w.-]*)["']?[ \t]{0,40}[:=][ \t]{0,40}(["']?)(\S+?)\2,?$/;
const COMMAND = /^#[#\s]{0,40}(?:command|entrypoint|test)[ \t]{0,40}:[ \t]{0,40}/;

/** Of what is shown as an example, only what an issuer made counts: nobody invents that to show a form. */
function secretIn(comment: string, isShown: boolean): Commented | undefined {
  const [, key = '', , value = ''] = SETTING.exec(comment.replace(INTRODUCTION, '#')) ?? [];
  const announced = classifyKey(key);
  if (value !== '' && !value.startsWith('#') && announced && announced !== 'pair') {
    const start = comment.lastIndexOf(value);
    if (natureOf(value, announced) !== 'credential' || isExample(value, announced)) return undefined;
    if (isShown && !isIssued(key, value)) return undefined;
    return { key, isSetting: true, start, end: start + value.length };
  }
  const command = COMMAND.exec(comment)?.[0].length ?? comment.length;
  const invented = (): readonly Span[] => [
    ...urlSpans(comment).filter((span) => !isWord(comment, span)),
    ...commandSpans([comment.slice(command)]).map((span) => shifted(span, command)),
  ];
  const spans = [...tokenSpans(comment), ...(isShown ? [] : invented())];
  const secret = withoutOverlaps(spans).find((span) => isCredential(comment, span));
  if (!secret) return undefined;
  const isSetting = key !== '';
  return { key: isSetting ? key : secret.what, isSetting, start: secret.start, end: secret.end };
}

/** AWS, "Programmatic access": a secret key is 40 units, and has no prefix to tell it by. */
const AWS_SECRET = /^[A-Za-z0-9+/]{40}$/;

function isIssued(key: string, value: string): boolean {
  if (/AWS_?SECRET_?(?:ACCESS_?)?KEY$/i.test(key) && AWS_SECRET.test(value)) return !value.includes('EXAMPLE');
  return tokenSpans(value).length > 0;
}

function shifted(span: Span, by: number): Span {
  return { ...span, start: span.start + by, end: span.end + by };
}

function isCredential(text: string, { start, end, form, class: found }: Span): boolean {
  const part = text.slice(start, end);
  if (form === 'token') return !isExample(part, found);
  if (natureOf(part, found) !== 'credential' || part.includes('$') || isExample(part, found)) return false;
  // `postgres://shop:shop@db`: whoever sees the name of the account has the password.
  return form !== 'url' || !text.slice(0, start).endsWith(`/${part}:`);
}

/** What explanations write where a password belongs. */
const WORDS: ReadonlySet<string> = new Set(['password', 'passwd', 'pass', 'pwd', 'pw', 'secret', 'token', 'key']);

function isWord(text: string, { start, end }: Span): boolean {
  return WORDS.has(text.slice(start, end).toLowerCase());
}
