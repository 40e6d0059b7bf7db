/** Tells what kind of text stands where a credential is expected: a credential, a pointer to one, a blank to fill in, or a switch. */
import { UNKNOWN } from './flatten.js';
import type { CredentialClass } from './vocabulary.js';

export type Nature =
  | 'credential'
  /** Words that ask to be replaced (`changeme`, `your-secret-key`): they work as a credential until somebody does. */
  | 'placeholder'
  /** Names a place where the credential is (`/run/secrets/db`, `vault:kv/db`), or is made elsewhere (`{{ password }}`). */
  | 'reference'
  /** `<password>`, `****`: nobody can mean it. */
  | 'blank'
  /** `true`, `24h`, `none`: no credential at all. */
  | 'switch';

const SWITCHES: ReadonlySet<string> = new Set(
  'true false yes no on off null nil none undefined enabled disabled enable disable auto automatic default required optional random generate generated unset empty n/a na -'.split(
    ' ',
  ),
);

/** Words of a text that asks to be replaced. */
const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set(
  'your my-own change changeme changeit changethis replace replaceme insert enter fill todo tbd fixme placeholder dummy invalid example sample notarealkey provided here xxx xxxx xxxxx xxxxxx'.split(
    ' ',
  ),
);

/** "Password" and "key" in other scripts, as templates have them. Nobody types one of them into a client. */
const PLACEHOLDER_SIGNS: readonly string[] = [
  '密码',
  '密碼',
  '口令',
  '密钥',
  '密鑰',
  'パスワード',
  '비밀번호',
  'пароль',
];

/** Keys that their issuers publish for tests and emulators: Cloudflare Turnstile, reCAPTCHA, hCaptcha, Azurite, the Cosmos DB emulator. */
const PUBLISHED_KEYS: ReadonlySet<string> = new Set([
  '1x0000000000000000000000000000000AA',
  '2x0000000000000000000000000000000AA',
  '3x0000000000000000000000000000000AA',
  '6LeIxAcTAAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe',
  '0x0000000000000000000000000000000000000000',
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==',
]);

const REFERENCE_PREFIXES: readonly string[] = [
  'vault:',
  'secret:',
  'secrets:',
  'secretref:',
  'ssm:',
  'arn:aws:',
  'kv:',
  'env:',
  'file:',
  'sops:',
  'ENC[',
  '{cipher}',
  '@Microsoft.KeyVault',
  'projects/',
  'os.environ',
  'os.getenv',
  'process.env',
  'import.meta.env',
  'Deno.env',
  'ENV[',
  'ENV.',
];

const LONGEST_PATH = 1024;
const LONGEST_PLACEHOLDER = 80;

/** The nature of a text found where a credential of the class is expected. */
export function natureOf(text: string, found: CredentialClass): Nature {
  const value = unquoted(text.trim());
  if (value === '' || SWITCHES.has(value.toLowerCase()) || isEmptyCollection(value)) return 'switch';
  if (isKnob(value, found)) return 'switch';
  if (isReference(value)) return 'reference';
  if (isBlank(value) || PUBLISHED_KEYS.has(value)) return 'blank';
  if (isPlaceholder(value)) return 'placeholder';
  return 'credential';
}

function unquoted(text: string): string {
  const quote = text.charAt(0);
  const quoted = text.length >= 2 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return quoted ? text.slice(1, -1) : text;
}

function isEmptyCollection(value: string): boolean {
  return value === '[]' || value === '{}' || value === '.' || value === '""' || value === "''";
}

/** Counts and durations. A password may well be all digits, a token never is. */
function isKnob(value: string, found: CredentialClass): boolean {
  if (found === 'password' || found === 'hash') return /^\d$/.test(value);
  if (found === 'secret') return /^\d{1,2}$/.test(value);
  return /^\d{1,6}(\.\d{1,12})?(ms|s|m|h|d|w)?$/.test(value);
}

/** Points at the credential, or makes it when the container runs. */
function isReference(value: string): boolean {
  if (value.includes(UNKNOWN)) return true;
  if (isFilledIn(value)) return true;
  if (/^\$([A-Z_][A-Z0-9_]*|[{(].*)$/s.test(value)) return true;
  if (/^%[-+0-9.]*[A-Za-z](\\n)?$/.test(value) || /^%[({]?\w+[)}]?[s%]?$/.test(value)) return true;
  if (/^\{[\w.:-]+\}$/.test(value) || /^__\w+__$/.test(value)) return true;
  if (/^[a-z][a-z0-9+.-]{0,40}:\/\//i.test(value)) return true;
  if (REFERENCE_PREFIXES.some((prefix) => value.startsWith(prefix))) return true;
  return isPath(value);
}

/** Of each kind of bracket that a shell or a template replaces, how it opens and closes. */
const BRACKETS = [
  ['$(', ')'],
  ['`', '`'],
  ['{{', '}}'],
  ['<%', '%>'],
] as const;

/** A generated password may have one of them in it, but hardly both with something between. */
function isFilledIn(value: string): boolean {
  return BRACKETS.some(([open, close]) => {
    const start = value.indexOf(open);
    return start >= 0 && value.indexOf(close, start + open.length) > start + open.length;
  });
}

const KEY_FILE = /^[\w./-]+\.(key|pem|crt|cer|p12|pfx|jks|txt|json|ya?ml|env|conf|hex|macaroon)$/;

/** An absolute or relative path, or a lone name of a key file. */
function isPath(value: string): boolean {
  if (value.length > LONGEST_PATH) return false;
  if (/^[A-Za-z]:[\\/]/.test(value) || KEY_FILE.test(value)) return true;
  const parts = value.split('/');
  const rooted = ['', '.', '..', '~'].includes(parts[0] ?? '-');
  return rooted && parts.length > 1 && parts.slice(1).every((part) => /^[\w.@ -]*$/.test(part));
}

/** Brackets around words, or one unit over and over. */
function isBlank(value: string): boolean {
  if (/^<[^<>]*>$/.test(value) || /^\[[A-Za-z _-]+\]$/.test(value)) return true;
  const first = value.charAt(0);
  return value.length >= 3 && '*x.-_#?X'.includes(first) && isRepeated(value, first);
}

function isRepeated(value: string, unit: string): boolean {
  for (let index = 0; index < value.length; index++) if (value.charAt(index) !== unit) return false;
  return true;
}

function isPlaceholder(value: string): boolean {
  if (value.length > LONGEST_PLACEHOLDER) return false;
  if (/(?<!x)x{6,}$/i.test(value) || PLACEHOLDER_SIGNS.some((sign) => value.includes(sign))) return true;
  return hasPlaceholderWord(value);
}

export function hasPlaceholderWord(text: string): boolean {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => PLACEHOLDER_WORDS.has(word));
}
