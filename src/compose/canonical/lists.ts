/** Rules for what may be written as one text, as a list, or as a mapping. */
import {
  type Entry,
  isNull,
  mapping,
  type Scalar,
  scalar,
  sequence,
  stringValue,
  type Tree,
} from '../../source/tree.js';
import { addedEntry, entry, withDefaults } from '../entries.js';
import { goType } from '../go-text.js';
import { partScalar, splitParts, wholePart } from '../part.js';
import { pathText } from '../stage.js';
import { type CanonicalHere, type CanonicalRule, refuse, refuseType, unknowns } from './context.js';

export const listOfOne: CanonicalRule = (value) =>
  stringValue(value) === undefined ? value : sequence([value], value.at);

/** `networks` and `models`: a list of names becomes a mapping of nulls. */
export const namesToMapping: CanonicalRule = (value, here) =>
  value.kind === 'sequence' ? mapping(keysOf(value.items, bareEntry, refuseItem(here)), value.at) : value;

/** The entry for a listed name: nothing is said about it. The null tells if the name is unknown. */
export function bareEntry(name: string, item: Scalar): Entry {
  const nothing = scalar(null, item.at);
  return entry(name, item.interpolation ? { ...nothing, interpolation: item.interpolation } : nothing);
}

export const dependsOn: CanonicalRule = (value, here) => {
  if (value.kind === 'sequence') return mapping(keysOf(value.items, dependencyEntry, refuseItem(here)), value.at);
  if (value.kind !== 'mapping') return refuseType(value, here, 'invalid type %T for depend_on');
  const entries: Entry[] = [];
  for (const old of value.entries.values()) {
    if (old.value.kind === 'mapping') {
      const complete = withDefaults(old.value, dependencyDefaults(old.value));
      entries.push(complete === old.value ? old : { ...old, value: complete });
    } else refuse(old.value, here, `${pathText(here.path)}.${old.name}: unsupported value`);
  }
  return entries.every((now) => now === value.entries.get(now.name)) && entries.length === value.entries.size
    ? value
    : mapping(entries, value.at);
};

/** The entry for a listed dependency: it only has to be started. */
export function dependencyEntry(name: string, item: Scalar): Entry {
  return { name, at: item.at, value: mapping(dependencyDefaults(item), item.at) };
}

function dependencyDefaults(cause: Tree): readonly Entry[] {
  return [
    addedEntry(
      'condition',
      'service_started',
      cause.at,
      'a dependency only has to be started unless more is asked for',
    ),
    addedEntry('required', true, cause.at, 'a dependency is required unless it says otherwise'),
  ];
}

export const envFiles: CanonicalRule = (value, here) => {
  if (stringValue(value) !== undefined) return sequence([envFile(value)], value.at);
  if (value.kind !== 'sequence') return refuseType(value, here, 'invalid type %T for env_file');
  const items = value.items.map(envFile);
  return items.every((item, index) => item === value.items[index]) ? value : sequence(items, value.at);
};

function envFile(item: Tree): Tree {
  const required = addedEntry('required', true, item.at, 'an environment file must exist unless it says otherwise');
  if (item.kind === 'mapping') return withDefaults(item, [required]);
  if (stringValue(item) !== undefined) return mapping([entry('path', item), required], item.at);
  return isNull(item) ? item : scalar(null, item.at);
}

/** `additional_contexts`: a list of `key=value` becomes a mapping. */
export const keyValues: CanonicalRule = (value, here) => {
  if (value.kind === 'mapping') return value;
  if (value.kind !== 'sequence') return refuseType(value, here, 'invalid type %T');
  const entries: Entry[] = [];
  for (const item of value.items) {
    const cut = keyValueEntry(item, here);
    if (cut) entries.push(cut);
    else if (stringValue(item) === undefined) refuseItem(here)(item);
    else if (here.context.lenient) return value;
    else refuse(item, here, `${pathText(here.path)}: invalid value ${shown(item)}, expected key=value`);
  }
  return mapping(entries, value.at);
};

export const sshKeys: CanonicalRule = (value, here) => {
  if (value.kind === 'mapping') return value;
  if (value.kind !== 'sequence') return refuseType(value, here, 'invalid type %T for ssh');
  const entries: Entry[] = [];
  for (const item of value.items) {
    const text = stringValue(item);
    const cut = keyValueEntry(item, here);
    if (cut) entries.push(cut);
    else if (item.kind === 'scalar' && text === 'default') entries.push(bareEntry(text, item));
    else if (text === undefined) refuse(item, here, `invalid ssh key type ${goType(item)}`);
    else refuse(item, here, `invalid ssh key ${JSON.stringify(text)}`);
  }
  return mapping(entries, value.at);
};

/** One entry for each listed text. */
export function keysOf(
  items: readonly Tree[],
  make: (name: string, item: Scalar) => Entry,
  refuseItem: (item: Tree) => void,
): readonly Entry[] {
  const entries: Entry[] = [];
  for (const item of items) {
    const name = stringValue(item);
    if (item.kind === 'scalar' && name !== undefined) entries.push(make(name, item));
    else refuseItem(item);
  }
  return entries;
}

function refuseItem(here: CanonicalHere): (item: Tree) => void {
  return (item) => refuse(item, here, `${pathText(here.path)}.[] must be a string`);
}

/** The entry that `key=value` stands for, or an unknown text that may be one. */
function keyValueEntry(item: Tree, here: CanonicalHere): Entry | undefined {
  const text = stringValue(item);
  if (item.kind !== 'scalar' || text === undefined) return undefined;
  const spans = unknowns(item, here.context);
  const [key, value] = splitParts(wholePart(text), '=', spans);
  if (!key || !value) return spans.length > 0 ? bareEntry(text, item) : undefined;
  const rest = { text: text.slice(value.start), start: value.start, end: text.length };
  return { name: key.text, at: partScalar(item, key).at, value: partScalar(item, rest) };
}

/** The text for a message, unless it may hold a URL's password. */
function shown(item: Tree): string {
  const text = stringValue(item) ?? '';
  return text.includes('@') ? '…' : text;
}
