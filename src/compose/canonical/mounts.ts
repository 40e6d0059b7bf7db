/** Rules for what is mounted into a container: volumes, devices, secrets and configs. */
import { type Entry, mapping, type Scalar, scalar, stringValue, synthetic, type Tree } from '../../source/tree.js';
import { addedEntry, entry } from '../entries.js';
import { clean } from '../file-path.js';
import { overlaps, type Part, partScalar, rewritten, splitParts, wholePart } from '../part.js';
import { parseVolume, type ShortVolume } from '../volumes.js';
import { type CanonicalRule, refuse, refuseType, unknowns } from './context.js';

export const volumeMount: CanonicalRule = (value, here) => {
  if (value.kind === 'mapping') return value;
  const text = stringValue(value);
  if (value.kind !== 'scalar' || text === undefined)
    return refuseType(value, here, 'invalid type %T for service volume mount');
  const spans = unknowns(value, here.context);
  const parsed = parseVolume(text, spans);
  if (!parsed.ok) return here.context.lenient ? value : refuse(value, here, parsed.message);
  const { target } = parsed.volume;
  return longVolume(value, parsed.volume, target && !overlaps(target, spans) ? clean(target.text) : target?.text);
};

function longVolume(item: Scalar, volume: ShortVolume, cleanTarget: string | undefined): Tree {
  const part = (piece: Part) => partScalar(item, piece);
  const option = (name: string, piece: Part | undefined) => piece && entry(name, part(piece));
  const yes = (name: string, piece: Part | undefined, word: string) =>
    piece && entry(name, piece.text === word ? scalar(true, part(piece).at) : part(piece));
  const { source, target } = volume;
  const cause = source ? part(source).at : item.at;
  const reason = volume.type === 'bind' ? 'the source is a path' : 'the source is no path';
  const bind = present([
    option('selinux', volume.selinux),
    option('propagation', volume.propagation),
    volume.type === 'bind'
      ? addedEntry('create_host_path', true, cause, 'the short form of a bind mount creates its source')
      : undefined,
  ]);
  const options = present([yes('nocopy', volume.noCopy, 'nocopy')]);
  const hasOptions = options.length > 0 || (volume.type === 'volume' && !volume.bare);
  return mapping(
    present([
      entry('type', scalar(volume.type, synthetic(cause, reason))),
      source && entry('source', part(source)),
      target && cleanTarget !== undefined ? entry('target', rewritten(part(target), cleanTarget)) : undefined,
      yes('read_only', volume.readOnly, 'ro'),
      bind.length > 0 ? entry('bind', mapping(bind, item.at)) : undefined,
      hasOptions ? entry('volume', mapping(options, item.at)) : undefined,
    ]),
    item.at,
  );
}

export const deviceMapping: CanonicalRule = (value, here) => {
  if (value.kind === 'mapping') return value;
  const text = stringValue(value);
  if (value.kind !== 'scalar' || text === undefined)
    return refuseType(value, here, 'invalid type %T for service volume mount');
  const parts = splitParts(wholePart(text), ':', unknowns(value, here.context));
  if (parts.length > 3 && !here.context.lenient)
    return refuse(value, here, `confusing device mapping, please use long syntax: ${text}`);
  const empty: Part = { text: '', start: 0, end: 0 };
  const [source = empty, target, permissions] = parts.length > 3 ? [] : parts;
  const piece = (name: string, part: Part) => entry(name, partScalar(value, part));
  return mapping(
    [
      piece('source', source),
      piece('target', target?.text ? target : source),
      permissions
        ? piece('permissions', permissions)
        : addedEntry('permissions', 'rwm', value.at, 'a device without permissions may be read, written and created'),
    ],
    value.at,
  );
};

/** Secrets and configs of services and builds. */
export const fileMount: CanonicalRule = (value, here) => {
  if (value.kind === 'mapping') return value;
  if (stringValue(value) === undefined) return refuseType(value, here, 'unsupported type %T');
  return mapping([entry('source', value)], value.at);
};

function present(entries: readonly (Entry | undefined)[]): readonly Entry[] {
  return entries.filter((one) => one !== undefined);
}
