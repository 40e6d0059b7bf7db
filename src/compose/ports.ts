/**
 * The short syntax of `ports`: `[[ip:]host:]container[/protocol]`, read as compose-go reads it with go-connections.
 * A part that hangs on a variable that is not set is kept as text; nothing is refused for it.
 */
import { compareBytes } from './go-tree-text.js';
import { isIpAddress } from './ip-address.js';
import { isAllUnknown, overlaps, type Part, type Span, splitParts, subPart, wholePart } from './part.js';

export interface PortRange {
  readonly start: number;
  readonly end: number;
}

/** A port or range of ports; `range` is absent where it is unknown. */
export interface PortPart extends Part {
  readonly range?: PortRange;
}

export interface ShortPort {
  readonly hostIp?: Part;
  readonly published?: PortPart;
  readonly target: PortPart;
  /** As written. */
  readonly protocol?: Part;
}

export type PortParse =
  | { readonly ok: true; readonly port: ShortPort }
  | { readonly ok: false; readonly message: string };

/** `undefined` stands for what is unknown, or for `published` also for what is not there. */
export interface PortPair {
  readonly target: number | undefined;
  readonly published: string | undefined;
}

const PROTOCOLS: ReadonlySet<string> = new Set(['tcp', 'udp', 'sctp']);

export function parsePort(text: string, unknowns: readonly Span[] = []): PortParse {
  const whole = wholePart(text);
  if (isAllUnknown(text, unknowns)) return { ok: true, port: { hostIp: whole, published: whole, target: whole } };
  const parts = splitParts(whole, ':', unknowns);
  const [container = whole, host, ...address] = parts.toReversed();
  const [targetText = container, protocol] = splitParts(container, '/', unknowns);

  const hostIp = address.length === 0 ? undefined : parseHostIp(subPart(whole, 0, (host?.start ?? 1) - 1), unknowns);
  if (hostIp?.message !== undefined) return { ok: false, message: hostIp.message };
  if (targetText.text === '') return { ok: false, message: `No port specified: ${text}<empty>` };
  const target = parseRange(targetText, unknowns);
  if (!target) return { ok: false, message: `Invalid containerPort: ${targetText.text}` };
  const published = host && host.text !== '' ? parseRange(host, unknowns) : undefined;
  if (host && host.text !== '' && !published) return { ok: false, message: `Invalid hostPort: ${host.text}` };
  if (published && !lengthsAgree(target, published)) {
    const ranges = `${target.text} and ${published.text}`;
    return { ok: false, message: `Invalid ranges specified for container and host Ports: ${ranges}` };
  }
  if (protocol && protocol.text !== '' && !overlaps(protocol, unknowns) && !PROTOCOLS.has(protocol.text.toLowerCase()))
    return { ok: false, message: `Invalid proto: ${protocol.text}` };
  return {
    ok: true,
    port: {
      target,
      ...(hostIp?.part && { hostIp: hostIp.part }),
      ...(published && { published }),
      ...(protocol && protocol.text !== '' && { protocol }),
    },
  };
}

/** How many port mappings the entry stands for. */
export function portCount({ target }: ShortPort): number {
  return target.range ? target.range.end - target.range.start + 1 : 1;
}

/**
 * One pair for each port of the container, in Compose's order: that of the texts, so 10 comes before 8. A range on the
 * host for a single port of the container stays a range, for the Engine to choose from.
 */
export function portPairs({ target, published }: ShortPort): readonly PortPair[] {
  if (!target.range) return [{ target: undefined, published: published?.range && rangeText(published.range) }];
  const { start, end } = target.range;
  if (start === end) return [{ target: start, published: published?.range && rangeText(published.range) }];
  const first = published?.range?.start;
  return Array.from({ length: end - start + 1 }, (_, index) => ({
    key: `${start + index}/`,
    pair: { target: start + index, published: first === undefined ? undefined : String(first + index) },
  }))
    .sort((left, right) => compareBytes(left.key, right.key))
    .map(({ pair }) => pair);
}

function rangeText({ start, end }: PortRange): string {
  return start === end ? String(start) : `${start}-${end}`;
}

/** A range of container ports needs as many host ports. */
function lengthsAgree(target: PortPart, published: PortPart): boolean {
  if (!target.range || !published.range || target.range.start === target.range.end) return true;
  return target.range.end - target.range.start === published.range.end - published.range.start;
}

/** What follows a second hyphen is ignored. */
function parseRange(part: Part, unknowns: readonly Span[]): PortPart | undefined {
  if (overlaps(part, unknowns)) return part;
  const [first = '', second] = part.text.split('-', 2);
  const start = parseNumber(first);
  const end = second === undefined ? start : parseNumber(second);
  if (start === undefined || end === undefined || end < start) return undefined;
  return { ...part, range: { start, end } };
}

function parseNumber(text: string): number | undefined {
  if (!/^[0-9]+$/.test(text)) return undefined;
  const value = Number(text);
  return value <= 65535 ? value : undefined;
}

interface HostIp {
  /** Without the brackets of an IPv6 address; absent where empty. */
  readonly part?: Part;
  readonly message?: string;
}

function parseHostIp(address: Part, unknowns: readonly Span[]): HostIp {
  const { text } = address;
  if (overlaps(address, unknowns)) return { part: address };
  const fault = bracketFault(text);
  if (fault) return { message: `Invalid ip address ${text}: address ${text}:: ${fault}` };
  const part = text.startsWith('[') ? subPart(address, 1, text.length - 1) : address;
  if (part.text === '') return {};
  return isIpAddress(part.text) ? { part } : { message: `Invalid ip address: ${part.text}` };
}

/** What Go's `net.SplitHostPort` says of `text:`. */
function bracketFault(text: string): string | undefined {
  if (text.startsWith('[')) {
    const close = text.indexOf(']');
    if (close < 0) return "missing ']' in address";
    if (close !== text.length - 1)
      return text[close + 1] === ':' ? 'too many colons in address' : 'missing port in address';
    return text.indexOf('[', 1) < 0 ? undefined : "unexpected '[' in address";
  }
  if (text.includes(':')) return 'too many colons in address';
  if (text.includes('[')) return "unexpected '[' in address";
  return text.includes(']') ? "unexpected ']' in address" : undefined;
}
