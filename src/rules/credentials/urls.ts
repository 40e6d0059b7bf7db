/** Finds passwords in URLs: in the user information, with or without a scheme, and in the query. RFC 3986 section 3.2.1. */
import { classifyKey } from './keys.js';
import type { Span } from './span.js';

const LONGEST_SCHEME = 40;

export function urlSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let separator = text.indexOf('://');
  while (separator >= 0) {
    const next = text.indexOf('://', separator + 3);
    const limit = next < 0 ? text.length : next;
    for (const span of spansOfUrl(text, separator + 3, limit)) spans.push(span);
    separator = next;
  }
  if (spans.length > 0) return spans;
  const oracle = oracleSpans(text);
  return oracle.length > 0 ? oracle : schemelessSpans(text);
}

function spansOfUrl(text: string, start: number, limit: number): readonly Span[] {
  const end = endOf(text, start, limit, ' \t\r\n"\'`<>\\');
  const authorityEnd = endOf(text, start, end, '/?#');
  const spans: Span[] = [];
  const userInfo = userInfoIn(text, start, authorityEnd) ?? unencodedUserInfo(text, start, authorityEnd, end);
  if (userInfo) spans.push(userInfo);
  const query = text.indexOf('?', userInfo?.end ?? start);
  if (query >= 0 && query < end) spans.push(...querySpans(text, query + 1, end));
  return spans;
}

/** `user:password@` up to the last `@`, unless a list of hosts repeats the user information. */
function userInfoIn(text: string, start: number, end: number): Span | undefined {
  const colon = indexBefore(text, ':', start, end);
  const last = lastIndexWithin(text, '@', start, end);
  if (colon < 0 || last < 0 || colon > last) return undefined;
  const first = indexBefore(text, '@', colon, end);
  const repeated = first < last && indexBefore(text, ',', first, last) >= 0;
  return passwordSpan(colon + 1, repeated ? first : last);
}

/** A password with a raw `/`, `?` or `#` in it. A numeric port before those units says there is no password. */
function unencodedUserInfo(text: string, start: number, authorityEnd: number, end: number): Span | undefined {
  const colon = indexBefore(text, ':', start, authorityEnd);
  const at = lastIndexWithin(text, '@', authorityEnd, end);
  if (colon < 0 || at < 0 || colon + 1 === authorityEnd) return undefined;
  return /^\d{1,5}$/.test(text.slice(colon + 1, Math.min(authorityEnd, colon + 8)))
    ? undefined
    : passwordSpan(colon + 1, at);
}

function querySpans(text: string, start: number, end: number): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  while (from < end) {
    const stop = endOf(text, from, end, '&;#');
    const equals = indexBefore(text, '=', from, stop);
    const found = equals < 0 ? undefined : classifyKey(text.slice(from, equals));
    if (found && found !== 'pair') {
      spans.push({ start: equals + 1, end: stop, form: 'url', what: 'credential in the query of a URL', class: found });
    }
    from = stop + 1;
  }
  return spans;
}

const ORACLE = /jdbc:oracle:(?:thin|oci):/;

/** `jdbc:oracle:thin:user/password@host`. */
function oracleSpans(text: string): readonly Span[] {
  const prefix = ORACLE.exec(text);
  if (!prefix) return [];
  const start = prefix.index + prefix[0].length;
  const end = endOf(text, start, text.length, ' \t\r\n"\'');
  const slash = indexBefore(text, '/', start, end);
  const at = slash < 0 ? -1 : indexBefore(text, '@', slash, end);
  return at < 0 ? [] : [passwordSpan(slash + 1, at)];
}

/** What stands before a colon without being a user. */
const NO_USERS: ReadonlySet<string> = new Set('mailto sip xmpp acct npm pkg urn http https jdbc'.split(' '));

/** `user:password@host:port`, `user:password@host/path` or Go's `user:password@tcp(host)`, as the whole text or an item of a list. */
function schemelessSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from < text.length) {
    const end = endOf(text, from, text.length, ' \t\r\n,"\'');
    const span = schemelessSpan(text, from, end);
    if (span) spans.push(span);
    from = end + 1;
  }
  return spans;
}

function schemelessSpan(text: string, begin: number, end: number): Span | undefined {
  // `//user:password@server/share`.
  const start = text.startsWith('//', begin) ? begin + 2 : begin;
  const at = lastIndexWithin(text, '@', start, end);
  if (at < 0) return undefined;
  const colon = indexBefore(text, ':', start, at);
  if (text.startsWith('://', colon)) return undefined;
  if (colon <= start || colon - start > LONGEST_SCHEME || NO_USERS.has(text.slice(start, colon))) return undefined;
  if (!/^[\w.%+\uFFFF-]+$/.test(text.slice(start, colon))) return undefined;
  const host = text.slice(at + 1, Math.min(end, at + 300));
  if (/^sha\d+:/.test(host) || !/^((tcp|udp|unix)?\(|[\w.\uFFFF-]+(:[\d\uFFFF]|\/))/.test(host)) return undefined;
  return passwordSpan(colon + 1, at);
}

function passwordSpan(start: number, end: number): Span {
  return { start, end, form: 'url', what: 'password in a URL', class: 'password' };
}

function endOf(text: string, start: number, limit: number, units: string): number {
  let index = start;
  while (index < limit && !units.includes(text.charAt(index))) index++;
  return index;
}

function indexBefore(text: string, unit: string, start: number, end: number): number {
  for (let index = start; index < end; index++) if (text.charAt(index) === unit) return index;
  return -1;
}

function lastIndexWithin(text: string, unit: string, start: number, end: number): number {
  for (let index = end - 1; index >= start; index--) if (text.charAt(index) === unit) return index;
  return -1;
}
