/**
 * Where we differ from the Docker Compose that is at hand, and mean to: its loader is older than that of the conformance
 * cases, which count.
 */
import { DIVERGENCES } from '../../corpus/divergences.js';
import type { Difference } from './compare.js';

export interface Known {
  readonly name: string;
  readonly reason: string;
  readonly kind: Difference['kind'];
  readonly matches: RegExp;
}

const OWN: readonly Known[] = [
  {
    name: 'date as a value',
    kind: 'accepted',
    matches: /invalid jsonType time\.Time/,
    reason: 'later versions take it for a text, as the conformance cases have it',
  },
  {
    name: 'colon at the beginning of a plain scalar inside brackets',
    kind: 'accepted',
    matches: /did not find expected node content/,
    reason: 'YAML 1.2 allows `[::1]`; the Go library does not',
  },
  {
    name: 'tag of an empty value inside brackets',
    kind: 'accepted',
    matches: /did not find expected (?:whitespace or line break|',' or '[}\]]')/,
    reason: 'YAML 1.2 ends a tag before a comma; the Go library does not',
  },
  {
    name: 'minus zero',
    kind: 'model',
    matches: /"-0" instead of "0"/,
    reason: 'a floating number in later versions, as the conformance cases have it',
  },
  {
    name: 'circle that chance closes',
    kind: 'refused',
    matches:
      /^Circular reference:\n {2}\w+ in compose\.yaml\n {2}extends \w+ in base\/base\.yaml\n {2}extends \w+ in compose\.yaml/,
    reason: 'Compose goes through services in the order of a Go map: of twelve runs it refused five',
  },
  {
    name: 'infinite number',
    kind: 'refused',
    matches: /json: unsupported value/,
    reason: 'later versions refuse it wherever it stands, as the conformance cases have it',
  },
  {
    name: 'crash',
    kind: 'accepted',
    matches: /^\s*\S+\.go:\d+ \+0x|^goroutine /,
    reason: 'Compose ends with a stack trace of its own',
  },
  {
    name: 'dash before a bracket that closes',
    kind: 'refused',
    matches: /a block cannot stand inside brackets or braces/,
    reason: 'YAML 1.2 forbids `[-]`; the Go library takes it for a text',
  },
  {
    name: 'no_cache_filter',
    kind: 'accepted',
    matches: /additional properties 'no_cache_filter' not allowed/,
    reason: 'a later attribute of `build`',
  },
  {
    name: 'options of ipam',
    kind: 'model',
    matches: /\.ipam\.options: .* instead of undefined/,
    reason: 'kept by later versions',
  },
  {
    name: 'required variable in a default that is not needed',
    kind: 'accepted',
    matches: /required variable \w+ is missing a value/,
    reason: 'defaults are worked out when they are needed since; a later version answers as we do',
  },
];

export function knownAs({ kind, what }: Difference): string | undefined {
  const own = OWN.find((known) => known.kind === kind && known.matches.test(what));
  if (own) return own.name;
  const text = kind === 'accepted' ? `accepted, but refused by Compose: ${what}\n${what}` : what;
  return DIVERGENCES.find(({ matches }) => matches.test(text))?.name;
}

export function reasonOf(name: string): string {
  return [...OWN, ...DIVERGENCES].find((known) => known.name === name)?.reason ?? '';
}
