/**
 * The short syntax of `volumes`: `[source:]target[:options]`, read as compose-go's `format.ParseVolume` reads it. A part
 * that hangs on a variable that is not set is kept as text; nothing is refused for it.
 */
import { isAllUnknown, overlaps, type Part, type Span, splitParts, wholePart } from './part.js';

export interface ShortVolume {
  readonly type: 'bind' | 'volume';
  readonly source?: Part;
  /** As written. */
  readonly target?: Part;
  /** The option that says so, or options that may say so because they are unknown. */
  readonly readOnly?: Part;
  readonly noCopy?: Part;
  readonly propagation?: Part;
  readonly selinux?: Part;
  /** A text of one or two bytes: nothing but a target, without even empty options. */
  readonly bare: boolean;
}

export type VolumeParse =
  | { readonly ok: true; readonly volume: ShortVolume }
  | { readonly ok: false; readonly message: string };

type VolumeOptions = Pick<ShortVolume, 'readOnly' | 'noCopy' | 'propagation' | 'selinux'>;

const PROPAGATIONS: ReadonlySet<string> = new Set(['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave']);
const SELINUX: ReadonlySet<string> = new Set(['z', 'Z']);
/** Compose's parser ends its input with this, and takes one inside of the text for the end of a section too. */
const END = '\0';

export function parseVolume(text: string, unknowns: readonly Span[] = []): VolumeParse {
  if (text === '') return { ok: false, message: 'invalid empty volume spec' };
  const whole = wholePart(text);
  if (isAllUnknown(text, unknowns))
    return { ok: true, volume: { type: 'volume', source: whole, target: whole, bare: false } };
  if (isShort(text)) return { ok: true, volume: { type: 'volume', target: whole, bare: true } };

  let source: Part | undefined;
  let target: Part | undefined;
  let options: VolumeOptions = {};
  for (const { part, end } of sections(text, unknowns)) {
    if (part.text === '') return { ok: false, message: `invalid spec: ${text}: empty section between colons` };
    if (source === undefined && end === END) target = part;
    else if (source === undefined) source = part;
    else if (target === undefined) target = part;
    else if (end === ':') return { ok: false, message: `invalid spec: ${text}: too many colons` };
    else options = readOptions(part, unknowns, options);
  }
  const type = source && isPath(source, unknowns) ? 'bind' : 'volume';
  return { ok: true, volume: { type, ...(source && { source }), ...(target && { target }), ...options, bare: false } };
}

interface Section {
  readonly part: Part;
  /** The character that closed it. */
  readonly end: string;
}

/** The sections between colons, those of a drive letter and inside of `${...}` not counted. A section left open is lost. */
function* sections(text: string, unknowns: readonly Span[]): Generator<Section> {
  let start = 0;
  let offset = 0;
  let depth = 0;
  let next = 0;
  for (const character of `${text}${END}`) {
    const at = offset;
    offset += character.length;
    while ((unknowns[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    if ((unknowns[next]?.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    if (character === '$' && text[at + 1] === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
    else if (depth === 0 && (character === ':' || character === END)) {
      if (character === ':' && isLetter(text.slice(start, at))) continue;
      yield { part: { text: text.slice(start, at), start, end: at }, end: character };
      start = offset;
    }
  }
}

/** Options that are not known are ignored, as Compose does. */
function readOptions(part: Part, unknowns: readonly Span[], before: VolumeOptions): VolumeOptions {
  let options: VolumeOptions = before;
  for (const option of splitParts(part, ',', unknowns)) {
    if (option.text === 'ro') options = { ...options, readOnly: option };
    else if (overlaps(option, unknowns)) options = { readOnly: option, ...options };
    else if (option.text === 'rw') {
      const { readOnly: _, ...others } = options;
      options = others;
    } else if (option.text === 'nocopy') options = { ...options, noCopy: option };
    else if (PROPAGATIONS.has(option.text)) options = { ...options, propagation: option };
    else if (SELINUX.has(option.text)) options = { ...options, selinux: option };
  }
  return options;
}

/** A source that begins with an unknown value is a path if a slash follows, since no volume's name has one. */
function isPath(source: Part, unknowns: readonly Span[]): boolean {
  const { text } = source;
  const leading = unknowns.find(({ start, end }) => start <= source.start && source.start < end);
  if (leading) return /[/\\]/.test(text.slice(leading.end - source.start));
  if (/^[./~]/.test(text) || text.startsWith('\\\\')) return true;
  const [first = ''] = text;
  return isLetter(first) && text[first.length] === ':';
}

function isLetter(text: string): boolean {
  return /^[A-Za-z]$/.test(text) || (text > '\x7f' && /^\p{L}$/u.test(text));
}

/** Whether the text has at most two bytes in UTF-8. */
function isShort(text: string): boolean {
  return text.length === 1 ? text.charCodeAt(0) < 0x800 : text.length === 2 && /^[\0-\x7f]{2}$/.test(text);
}
