/** `ports`: every short entry becomes long ones, one for each port of the container. */
import { movedBy } from '../../source/limits.js';
import { type Entry, mapping, type Scalar, type Sequence, sequence, type Tree } from '../../source/tree.js';
import { addedEntry, entry } from '../entries.js';
import { goText, goType } from '../go-text.js';
import { type Part, partScalar, rewritten, unknownSpans } from '../part.js';
import { parsePort, portCount, portPairs, type ShortPort } from '../ports.js';
import { pathText } from '../stage.js';
import { type CanonicalHere, type CanonicalRule, refuse, refuseType, unknowns } from './context.js';

export const portList: CanonicalRule = (value, here) => {
  if (value.kind !== 'sequence') return refuseType(value, here, 'invalid type %T for port');
  if (value.items.every((item) => item.kind === 'mapping')) return value;
  const ports = here.context.lenient && !value.items.every(parses) ? undefined : longPorts(value, here);
  return ports ? sequence(ports, value.at) : value;
};

function parses(item: Tree): boolean {
  return item.kind !== 'scalar' || typeof item.value !== 'string' || parsePort(item.value).ok;
}

function longPorts(list: Sequence, here: CanonicalHere): readonly Tree[] {
  const ports: Tree[] = [];
  for (const item of list.items) {
    if (item.kind === 'mapping') ports.push(item);
    else if (item.kind === 'scalar' && isPortText(item)) for (const port of longForms(item, here)) ports.push(port);
    else refuse(item, here, `${pathText(here.path)}: invalid type ${goType(item)} for port`);
  }
  return ports;
}

function isPortText(item: Scalar): boolean {
  return item.type === 'string' || goType(item) === 'int';
}

function longForms(item: Scalar, here: CanonicalHere): readonly Tree[] {
  const text = goText(item);
  const parsed = parsePort(text, unknowns(item, here.context));
  if (!parsed.ok) {
    refuse(item, here, parsed.message);
    return [];
  }
  const { ports, limits, mode, problems } = here.context;
  if (portCount(parsed.port) > ports.left) {
    const message = `more than ${limits.ports} ports, ranges expanded ${movedBy('ports', limits)}`;
    problems.push({ kind: mode === 'strict' ? 'refusal' : 'unseen', message, at: item.at });
    return [];
  }
  ports.left -= portCount(parsed.port);
  return expand(item, parsed.port);
}

function expand(item: Scalar, port: ShortPort): readonly Tree[] {
  const part = (piece: Part) => partScalar(item, piece);
  const mode = addedEntry('mode', 'ingress', item.at, 'the short form of a port has this mode');
  const hostIp = port.hostIp && entry('host_ip', part(port.hostIp));
  const target = part(port.target);
  const published = port.published && part(port.published);
  const protocol = port.protocol
    ? entry('protocol', lowerCase(part(port.protocol)))
    : addedEntry('protocol', 'tcp', item.at, 'a port without a protocol is a TCP port');
  return portPairs(port).map((pair) => {
    const entries: (Entry | undefined)[] = [
      mode,
      hostIp,
      pair.target === 0
        ? undefined
        : entry('target', pair.target === undefined ? target : rewritten(target, pair.target)),
      published && entry('published', pair.published === undefined ? published : rewritten(published, pair.published)),
      protocol,
    ];
    return mapping(
      entries.filter((one) => one !== undefined),
      item.at,
    );
  });
}

function lowerCase(text: Scalar): Scalar {
  return unknownSpans(text).length > 0 ? text : rewritten(text, String(text.value).toLowerCase());
}
