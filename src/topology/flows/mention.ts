/** Finding names of hosts in texts: in URLs, in lists of `host:port`, in connection strings. Offsets lead back to the place. */

export interface Mention {
  readonly host: string;
  readonly port: number | undefined;
  /** The port that the scheme of a URL implies where none is written. */
  readonly usualPort?: number;
  /** `[start, end)` of the host in the text. */
  readonly start: number;
  readonly end: number;
}

/** What is longer is a file in disguise, and is read no further. */
const LONGEST = 100_000;

const BLOT = '\u0000';

/** Ports below this are image tags (`postgres:16`) more often than ports. */
const LOWEST_PORT = 20;

const USUAL_PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['ws', 80],
  ['https', 443],
  ['wss', 443],
  ['postgres', 5432],
  ['postgresql', 5432],
  ['mysql', 3306],
  ['mysql2', 3306],
  ['mariadb', 3306],
  ['sqlserver', 1433],
  ['mssql', 1433],
  ['mongodb', 27017],
  ['redis', 6379],
  ['rediss', 6379],
  ['amqp', 5672],
  ['amqps', 5671],
  ['nats', 4222],
  ['mqtt', 1883],
  ['kafka', 9092],
  ['memcached', 11211],
  ['clickhouse', 9000],
  ['cassandra', 9042],
  ['neo4j', 7687],
  ['bolt', 7687],
  ['ldap', 389],
  ['ldaps', 636],
  ['smtp', 25],
  ['ftp', 21],
  ['ssh', 22],
  ['sftp', 22],
]);

/**
 * Blots out `spans`, which are in the order of the text, and what only a shell in the container will replace (`$HOST`,
 * `${HOST}`): they match nothing, and offsets stay as they are.
 */
export function mask(text: string, spans: readonly { readonly start: number; readonly end: number }[] = []): string {
  const cut = text.slice(0, LONGEST);
  const parts: string[] = [];
  let from = 0;
  for (const span of spans) {
    const start = Math.min(span.start, cut.length);
    const end = Math.min(span.end, cut.length);
    if (start < from) continue;
    parts.push(cut.slice(from, start), BLOT.repeat(end - start));
    from = end;
  }
  parts.push(cut.slice(from));
  return shellVariablesBlotted(parts.join(''));
}

function shellVariablesBlotted(text: string): string {
  if (!text.includes('$')) return text;
  const lastBrace = text.lastIndexOf('}');
  const parts: string[] = [];
  let from = 0;
  for (let dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', from)) {
    const braced = text[dollar + 1] === '{' && lastBrace > dollar;
    const end = braced ? text.indexOf('}', dollar) + 1 : wordEnd(text, dollar + 1);
    parts.push(text.slice(from, dollar), BLOT.repeat(end - dollar));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && /\w/.test(text[end] ?? '')) end++;
  return end;
}

/** Hosts of URLs, of each in `scheme://user:password@a:1,b:2/path`. */
export function urlMentions(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (let colon = text.indexOf('://'); colon >= 0; colon = text.indexOf('://', colon + 3)) {
    const scheme = schemeBefore(text, colon);
    if (scheme === '') continue;
    const { start, end } = hostsOfAuthority(text, colon + 3);
    for (const mention of hostList(text, start, end)) {
      const usualPort = USUAL_PORTS.get(scheme);
      found.push(usualPort === undefined ? mention : { ...mention, usualPort });
    }
  }
  return found;
}

/** The last part of `jdbc:postgresql` or `postgresql+psycopg2` that says what is spoken. */
function schemeBefore(text: string, colon: number): string {
  let start = colon;
  while (start > 0 && colon - start < 40 && /[A-Za-z0-9+.-]/.test(text[start - 1] ?? '')) start--;
  return text.slice(start, colon).toLowerCase().split('+')[0] ?? '';
}

/** A password may hold what would end the authority otherwise: `user:p/w@host`. No longer one is looked for. */
const LONGEST_PASSWORD = 300;

const AUTHORITY_END = /[/?#;)}|\s"'`<>\\]/;

function hostsOfAuthority(text: string, from: number): { readonly start: number; readonly end: number } {
  const soft = endOf(text, from, AUTHORITY_END);
  const before = text.slice(from, soft);
  const at = before.lastIndexOf('@');
  if (at >= 0) return { start: from + at + 1, end: soft };
  const colon = before.indexOf(':');
  const isPort = colon < 0 || /^\d*(?:,.*)?$/.test(before.slice(colon + 1));
  const later = isPort ? undefined : /^[^\s"'`<>@]*@/.exec(text.slice(soft, soft + LONGEST_PASSWORD));
  if (!later) return { start: from, end: soft };
  const start = soft + later[0].length;
  return { start, end: endOf(text, start, AUTHORITY_END) };
}

function endOf(text: string, from: number, stop: RegExp): number {
  let end = from;
  while (end < text.length && !stop.test(text[end] ?? '')) end++;
  return end;
}

const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/;

function hostList(text: string, start: number, end: number): readonly Mention[] {
  const found: Mention[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(',')) {
    const colon = part.indexOf(':');
    const host = colon < 0 ? part : part.slice(0, colon);
    const rest = colon < 0 ? '' : part.slice(colon + 1);
    // `http://a,http://b`: what looks like a host is the next scheme.
    const isScheme = rest === '' && colon >= 0 && text.startsWith('//', from + part.length);
    if (HOST.test(host) && !isScheme)
      found.push({ host, port: portNumber(rest), start: from, end: from + host.length });
    from += part.length + 1;
  }
  return found;
}

function portNumber(text: string): number | undefined {
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port > 0 && port < 65536 ? port : undefined;
}

const TOKEN = /[^\s,;|"'`()[\]{}<>=@]+/g;

/** `host:port`, also in lists and after `=` or `@`. Images (`redis:7`) and paths are left out. */
export function hostPortMentions(text: string): readonly Mention[] {
  if (!text.includes(':')) return [];
  const found: Mention[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.includes('://')) continue;
    const [host = '', second = '', ...others] = (token.split('/')[0] ?? '').split(':');
    const port = portNumber(second);
    if (port === undefined || port < LOWEST_PORT || !HOST.test(host) || /^\d+$/.test(host)) continue;
    // `host:2888:3888`, as ZooKeeper writes its peers.
    if (others.some((other) => portNumber(other) === undefined)) continue;
    found.push({ host, port, start: index, end: index + host.length });
  }
  return found;
}

const PAIR =
  /(?:^|[;\s"'({,])(?:server|data source|host|hostname|address|addr|network address|endpoint|contact points)["']?\s{0,4}[=:]\s{0,4}["']?(?:tcp:)?([A-Za-z0-9][A-Za-z0-9_.-]*)(?:[,:](\d{1,5}))?/dgi;

/** One of them is in whatever `PAIR` finds, which takes long to compile. */
const PAIR_WORDS = ['host', 'addr', 'server', 'source', 'endpoint', 'points'];

/** `Server=db,1433;Database=x`, `host=db port=5432`, `(HOST=db)`, `"host": "db"`. */
export function pairMentions(text: string): readonly Mention[] {
  const lower = text.toLowerCase();
  if (!/[=:]/.test(text) || !PAIR_WORDS.some((word) => lower.includes(word))) return [];
  return [...text.matchAll(PAIR)].flatMap((match) => {
    const span = match.indices?.[1];
    return span ? [{ host: match[1] ?? '', port: portNumber(match[2] ?? ''), start: span[0], end: span[1] }] : [];
  });
}

/** `@tcp(db:3306)/x` and `@db:1521` are found as `host:port`; this finds them without a port. */
const BRACKETED = /@tcp\(([A-Za-z0-9][A-Za-z0-9_.-]*)\)/g;

/** As Postfix has it, which so asks for no MX record. */
const SQUARE = /(?<!\w)\[([A-Za-z][A-Za-z0-9_.-]*)\]:(\d{1,5})(?!\d)/g;

export function bracketMentions(text: string): readonly Mention[] {
  const found: Mention[] = [];
  const note = (host: string, start: number, port?: string) =>
    found.push({ host, port: portNumber(port ?? ''), start, end: start + host.length });
  if (text.includes('@tcp('))
    for (const { 1: host = '', index } of text.matchAll(BRACKETED)) note(host, index + '@tcp('.length);
  if (text.includes(']:'))
    for (const { 1: host = '', 2: port, index } of text.matchAll(SQUARE)) note(host, index + 1, port);
  return found;
}

/** Names that are the whole of a text, or of a list in it. Empty where something else stands among them. */
export function bareMentions(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const { 0: token, index } of text.matchAll(/[^\s,;|"'[\]]+/g)) {
    if (!HOST.test(token)) return [];
    found.push({ host: token, port: undefined, start: index, end: index + token.length });
  }
  return found;
}

/** More hosts are in no value that a person wrote. */
const MOST_MENTIONS = 200;

/** Each place once, and each host once with each port; what comes first in the lists wins. */
export function uniqueMentions(...lists: readonly (readonly Mention[])[]): readonly Mention[] {
  const all = lists.flat();
  if (all.length < 2) return all;
  const places = new Set<number>();
  const targets = new Set<string>();
  const found: Mention[] = [];
  for (const mention of all) {
    const target = `${mention.host}:${mention.port ?? mention.usualPort ?? ''}`;
    if (places.has(mention.start) || targets.has(target)) continue;
    places.add(mention.start);
    targets.add(target);
    found.push(mention);
    if (found.length === MOST_MENTIONS) break;
  }
  return found;
}

/** Blots out whatever matches. */
export function withoutMatches(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => BLOT.repeat(match.length));
}
