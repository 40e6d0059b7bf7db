/** Finds credentials by their published format, wherever they stand. Linear: each prefix is sought once, and read once. */
import type { Span } from './span.js';

type Alphabet = 'base62' | 'base64url' | 'base32' | 'hex' | 'dotted';

interface TokenFormat {
  readonly what: string;
  readonly prefixes: readonly string[];
  readonly alphabet: Alphabet;
  /** Units after the prefix. */
  readonly min: number;
  readonly max: number;
}

/**
 * Formats as their issuers publish them. A row says no more than the issuer promises: prefix, alphabet, length.
 * Test keys (`sk_test_`) are left out: they open nothing.
 */
const FORMATS: readonly TokenFormat[] = [
  { what: 'AWS access key', prefixes: ['AKIA', 'ASIA'], alphabet: 'base32', min: 16, max: 16 },
  { what: 'GitHub token', prefixes: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], alphabet: 'base62', min: 36, max: 255 },
  { what: 'GitHub fine-grained token', prefixes: ['github_pat_'], alphabet: 'base64url', min: 60, max: 255 },
  { what: 'GitLab token', prefixes: ['glpat-', 'gldt-', 'glrt-', 'glptt-'], alphabet: 'base64url', min: 20, max: 64 },
  {
    what: 'Slack token',
    prefixes: ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xapp-'],
    alphabet: 'base64url',
    min: 20,
    max: 255,
  },
  { what: 'Slack webhook', prefixes: ['https://hooks.slack.com/services/'], alphabet: 'dotted', min: 40, max: 100 },
  { what: 'Discord webhook', prefixes: ['https://discord.com/api/webhooks/'], alphabet: 'dotted', min: 60, max: 120 },
  { what: 'Stripe key', prefixes: ['sk_live_', 'rk_live_'], alphabet: 'base62', min: 20, max: 255 },
  { what: 'Stripe webhook secret', prefixes: ['whsec_'], alphabet: 'base62', min: 24, max: 255 },
  { what: 'Google API key', prefixes: ['AIza'], alphabet: 'base64url', min: 35, max: 35 },
  { what: 'Google OAuth client secret', prefixes: ['GOCSPX-'], alphabet: 'base64url', min: 28, max: 28 },
  { what: 'Anthropic API key', prefixes: ['sk-ant-'], alphabet: 'base64url', min: 80, max: 200 },
  {
    what: 'OpenAI API key',
    prefixes: ['sk-proj-', 'sk-svcacct-', 'sk-admin-'],
    alphabet: 'base64url',
    min: 40,
    max: 255,
  },
  { what: 'OpenAI API key', prefixes: ['sk-'], alphabet: 'base62', min: 48, max: 48 },
  { what: 'Hugging Face token', prefixes: ['hf_'], alphabet: 'base62', min: 34, max: 40 },
  { what: 'SendGrid API key', prefixes: ['SG.'], alphabet: 'dotted', min: 60, max: 70 },
  { what: 'npm token', prefixes: ['npm_'], alphabet: 'base62', min: 36, max: 36 },
  { what: 'PyPI token', prefixes: ['pypi-AgEIcHlwaS5vcmc'], alphabet: 'base64url', min: 50, max: 255 },
  { what: 'Docker Hub token', prefixes: ['dckr_pat_', 'dckr_oat_'], alphabet: 'base64url', min: 27, max: 64 },
  { what: 'DigitalOcean token', prefixes: ['dop_v1_', 'doo_v1_', 'dor_v1_'], alphabet: 'hex', min: 64, max: 64 },
  { what: 'Vault token', prefixes: ['hvs.', 'hvb.'], alphabet: 'base64url', min: 24, max: 255 },
  { what: 'Grafana token', prefixes: ['glsa_', 'glc_'], alphabet: 'base64url', min: 32, max: 255 },
  { what: 'Shopify token', prefixes: ['shpat_', 'shpca_', 'shppa_', 'shpss_'], alphabet: 'hex', min: 32, max: 32 },
  { what: 'Databricks token', prefixes: ['dapi'], alphabet: 'hex', min: 32, max: 32 },
  { what: 'New Relic key', prefixes: ['NRAK-'], alphabet: 'base62', min: 27, max: 27 },
  { what: 'PlanetScale password', prefixes: ['pscale_pw_', 'pscale_tkn_'], alphabet: 'base64url', min: 32, max: 64 },
  {
    what: 'Tailscale key',
    prefixes: ['tskey-auth-', 'tskey-api-', 'tskey-client-'],
    alphabet: 'base64url',
    min: 20,
    max: 100,
  },
  { what: 'Groq API key', prefixes: ['gsk_'], alphabet: 'base62', min: 52, max: 52 },
  { what: 'Replicate token', prefixes: ['r8_'], alphabet: 'base62', min: 37, max: 37 },
  { what: 'Linear API key', prefixes: ['lin_api_'], alphabet: 'base62', min: 40, max: 40 },
  { what: 'Supabase token', prefixes: ['sbp_'], alphabet: 'hex', min: 40, max: 40 },
  { what: 'Pulumi token', prefixes: ['pul-'], alphabet: 'hex', min: 40, max: 40 },
  { what: 'Doppler token', prefixes: ['dp.pt.'], alphabet: 'base62', min: 40, max: 44 },
  { what: 'Postman API key', prefixes: ['PMAK-'], alphabet: 'base64url', min: 59, max: 59 },
  { what: 'Mailgun key', prefixes: ['key-'], alphabet: 'hex', min: 32, max: 32 },
  { what: 'age secret key', prefixes: ['AGE-SECRET-KEY-1'], alphabet: 'base62', min: 58, max: 58 },
];

const NONE: readonly Span[] = [];

/** Nearly every text has none, and is looked through once. */
const ANY_PREFIX = new RegExp(
  FORMATS.flatMap(({ prefixes }) => prefixes.map((prefix) => prefix.replaceAll('.', '\\.'))).join('|'),
);

const UNITS: Readonly<Record<Alphabet, RegExp>> = {
  base62: /[A-Za-z0-9]/,
  base64url: /[A-Za-z0-9_-]/,
  base32: /[A-Z2-7]/,
  hex: /[0-9a-f]/,
  dotted: /[A-Za-z0-9_./-]/,
};

/** No format of those below is shorter. */
export const SHORTEST_TOKEN = 20;

export function tokenSpans(text: string): readonly Span[] {
  if (text.length < SHORTEST_TOKEN) return NONE;
  const spans: Span[] = [
    ...privateKeySpans(text),
    ...jsonWebTokenSpans(text),
    ...hashSpans(text),
    ...botTokenSpans(text),
    ...signatureSpans(text),
  ];
  if (!ANY_PREFIX.test(text)) return spans;
  for (const format of FORMATS) {
    for (const prefix of format.prefixes) for (const span of spansOfFormat(text, format, prefix)) spans.push(span);
  }
  return spans;
}

function* spansOfFormat(text: string, format: TokenFormat, prefix: string): Iterable<Span> {
  let start = text.indexOf(prefix);
  while (start >= 0) {
    const body = start + prefix.length;
    const end = runOf(text, body, UNITS[format.alphabet], format.max + 1);
    const length = end - body;
    if (length >= format.min && length <= format.max && startsWord(text, start) && !isExample(text.slice(body, end))) {
      yield { start, end, form: 'token', what: format.what, class: 'token' };
    }
    start = text.indexOf(prefix, Math.max(end, start + 1));
  }
}

const KEY_BEGIN = '-----BEGIN ';
const KEY_END = 'PRIVATE KEY-----';

/** RFC 7468: the whole block, or what there is of it. */
function* privateKeySpans(text: string): Iterable<Span> {
  let start = text.indexOf(KEY_BEGIN);
  while (start >= 0) {
    const body = start + KEY_BEGIN.length;
    const label = text.slice(body, body + 40);
    const close = label.indexOf(KEY_END);
    const next = text.indexOf(KEY_BEGIN, body);
    if (close >= 0 && !label.slice(0, close).includes('-')) {
      const rest = text.slice(body, next < 0 ? text.length : next);
      const footer = rest.indexOf('-----END ');
      yield {
        start,
        end: body + (footer < 0 ? rest.length : footer),
        form: 'token',
        what: 'private key',
        class: 'token',
      };
    }
    start = next;
  }
}

/** RFC 7519 in compact form: three parts, of which the first two begin with an encoded brace. */
function* jsonWebTokenSpans(text: string): Iterable<Span> {
  let start = text.indexOf('eyJ');
  while (start >= 0) {
    const header = runOf(text, start, UNITS.base64url, text.length);
    const payload = runOf(text, header + 1, UNITS.base64url, text.length);
    const signature = runOf(text, payload + 1, UNITS.base64url, text.length);
    const parted = text.charAt(header) === '.' && text.charAt(payload) === '.' && text.startsWith('eyJ', header + 1);
    if (parted && signature - payload > 20 && startsWord(text, start)) {
      yield { start, end: signature, form: 'token', what: 'JSON web token', class: 'token' };
    }
    start = text.indexOf('eyJ', parted ? signature : Math.max(header, start + 1));
  }
}

const BOT_TOKEN = /(?<![\w:])\d{8,10}:AA[\w-]{33}(?![\w-])/g;

/** Telegram, "Bots: An Introduction": the number of the bot and 35 units. */
function* botTokenSpans(text: string): Iterable<Span> {
  if (!text.includes(':AA')) return;
  for (const { 0: token, index } of text.matchAll(BOT_TOKEN))
    yield { start: index, end: index + token.length, form: 'token', what: 'Telegram bot token', class: 'token' };
}

const SIGNATURE = /[?& ]sig=([\w%+/=-]{43,64})(?![\w%+/=-])/g;

/** Azure, "Service SAS": the query of a URL that opens what it points to, signed with 32 bytes in base64. */
function* signatureSpans(text: string): Iterable<Span> {
  for (const { 0: match, 1: signature = '', index } of text.matchAll(SIGNATURE)) {
    const end = index + match.length;
    yield { start: end - signature.length, end, form: 'token', what: 'shared access signature', class: 'token' };
  }
}

/** Modular crypt format and Apache's, as in `htpasswd` files and basic-auth labels. */
const HASH_PREFIXES: readonly string[] = [
  '$2a$',
  '$2b$',
  '$2y$',
  '$apr1$',
  '$1$',
  '$5$',
  '$6$',
  '$argon2',
  '{SHA}',
  '{SSHA}',
  '{PBKDF2',
];
const HASH_UNIT = /[A-Za-z0-9./$=,+_-]/;
const SHORTEST_HASH = 20;

function* hashSpans(text: string): Iterable<Span> {
  for (const prefix of HASH_PREFIXES) {
    let start = text.indexOf(prefix);
    while (start >= 0) {
      const end = runOf(text, start + prefix.length, HASH_UNIT, text.length);
      if (end - start >= SHORTEST_HASH) yield { start, end, form: 'hash', what: 'password hash', class: 'hash' };
      start = text.indexOf(prefix, Math.max(end, start + 1));
    }
  }
}

function runOf(text: string, from: number, units: RegExp, most: number): number {
  let end = from;
  while (end < text.length && end - from < most && units.test(text.charAt(end))) end++;
  return end;
}

function startsWord(text: string, start: number): boolean {
  return start === 0 || !/[A-Za-z0-9]/.test(text.charAt(start - 1));
}

/** What documentation prints in place of a token. */
function isExample(body: string): boolean {
  return body.endsWith('EXAMPLE') || /^(.)\1*$/.test(body) || /x{8}/i.test(body);
}
