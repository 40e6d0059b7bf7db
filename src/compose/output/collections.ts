/** Codecs of the collections that Compose accepts in several forms: environments, labels, hosts, commands. */
import type { Tree } from '../../source/tree.js';
import { isNull } from '../../source/tree.js';
import { goType } from '../go-text.js';
import { compareBytes, goTreeText } from '../go-tree-text.js';
import type { Codec, Json, Reading } from './codec.js';
import { isEmpty, isNil, jsonObject, value } from './codec.js';
import { shellWords } from './shell-words.js';

function sorted(entries: ReadonlyMap<string, Json>): Json {
  return jsonObject([...entries].sort(([left], [right]) => compareBytes(left, right)));
}

/** `KEY=value` items or a mapping; `bare` is the value of a name without one. */
function pairs(tree: Tree, bare: Json, itemBare: Json): ReadonlyMap<string, Json> | undefined {
  const entries = new Map<string, Json>();
  if (tree.kind === 'mapping') {
    for (const { name, value: held } of tree.entries.values())
      entries.set(name, isNull(held) ? bare : goTreeText(held));
    return entries;
  }
  if (tree.kind !== 'sequence') return undefined;
  for (const item of tree.items) {
    const text = goTreeText(item);
    const cut = text.indexOf('=');
    if (cut < 0) entries.set(text, itemBare);
    else entries.set(text.slice(0, cut), text.slice(cut + 1));
  }
  return entries;
}

/** Environment variables and build arguments: a name without a value is null. */
export const variables: Codec = value({}, (tree) => {
  const entries = pairs(tree, null, null);
  if (!entries) return { reason: `unexpected value type ${goType(tree)} for mapping` };
  for (const name of entries.keys()) {
    if (/^[^\S\n]*\S.*\s$/s.test(name))
      return { reason: `environment variable ${name} is declared with a trailing space` };
  }
  return { make: () => sorted(entries) };
});

/** Labels, annotations, sysctls: a name without a value has the empty one. */
export const labels: Codec = value({}, (tree) => {
  const entries = pairs(tree, '', '');
  return entries ? { make: () => sorted(entries) } : { reason: `unexpected value type ${goType(tree)} for labels` };
});

/** Options of a driver: a mapping only. */
export const options: Codec = value({}, (tree) => {
  const entries = tree.kind === 'mapping' ? pairs(tree, '', '') : undefined;
  return entries ? { make: () => sorted(entries) } : { reason: `invalid type ${goType(tree)} for options` };
});

/** Options of a provider, each of which may be repeated. */
export const repeatedOptions: Codec = value({}, (tree) => {
  if (tree.kind !== 'mapping') return { reason: `invalid type ${goType(tree)} for options` };
  const entries = new Map<string, Json>();
  for (const { name, value: held } of tree.entries.values()) {
    const texts = held.kind === 'sequence' ? held.items.map(goTreeText) : [goTreeText(held)];
    if (texts.length > 0) entries.set(name, texts);
  }
  return { make: () => sorted(entries) };
});

/** A text, or a list of texts. */
export const texts: Codec = value([], (tree) => {
  const items = itemsOf(tree);
  if (items?.every((item) => item.kind === 'scalar' && item.type === 'string')) return { json: items.map(goTreeText) };
  return { reason: `invalid type ${goType(tree)} for string list` };
});

/** A list of texts and numbers. */
export const textsOrNumbers: Codec = value([], (tree) => {
  const items = itemsOf(tree);
  return items ? { json: items.map(goTreeText) } : { reason: `invalid type ${goType(tree)} for string list` };
});

function itemsOf(tree: Tree): readonly Tree[] | undefined {
  if (tree.kind === 'sequence') return tree.items;
  return tree.kind === 'scalar' && tree.type === 'string' ? [tree] : undefined;
}

/** Words of a command. Null means "the image's own", an empty list "none". */
export const command: Codec = value(
  null,
  (tree) => {
    if (tree.kind === 'sequence') return { json: tree.items.map(goTreeText) };
    if (tree.kind !== 'scalar' || typeof tree.value !== 'string') return { json: null };
    const words = shellWords(tree.value);
    return words ? { json: words } : { reason: 'invalid command line string' };
  },
  () => false,
);

/** The words of a health check; a text is run by the container's shell. */
export const healthTest: Codec = value([], (tree) => {
  if (tree.kind === 'sequence') return { json: tree.items.map(goTreeText) };
  if (tree.kind === 'scalar' && typeof tree.value === 'string') return { json: ['CMD-SHELL', tree.value] };
  return { reason: `unexpected value type ${goType(tree)} for healthcheck.test` };
});

/** Additional hosts, printed as sorted `host=address` texts; null where there are hosts without any address. */
export const hosts: Codec = value([], hostsIn, (json) => json !== null && isEmpty(json));

function hostsIn(tree: Tree): Reading {
  const addresses = new Map<string, string[]>();
  if (tree.kind === 'mapping') {
    for (const { name, value: held } of tree.entries.values()) {
      const listed = held.kind === 'sequence' ? held.items.map(goTreeText) : [isNull(held) ? '' : goTreeText(held)];
      addresses.set(name, listed);
    }
  } else if (tree.kind === 'sequence') {
    for (const item of tree.items) {
      const text = goTreeText(item);
      const separator = text.includes('=') ? '=' : ':';
      const cut = text.indexOf(separator);
      if (cut < 0) return { reason: `invalid additional host, missing IP: ${text}` };
      const host = text.slice(0, cut);
      addresses.set(host, [...(addresses.get(host) ?? []), ...text.slice(cut + 1).split(',')]);
    }
  } else return { reason: `unexpected value type ${goType(tree)} for extra_hosts` };

  for (const host of addresses.keys()) {
    if (host === '' || /[:=]/.test(host)) return { reason: `bad host name '${host}'` };
  }
  const printed = [...addresses].flatMap(([host, listed]) => listed.map((address) => `${host}=${unbracket(address)}`));
  return { json: printed.length === 0 && addresses.size > 0 ? null : printed.sort(compareBytes) };
}

function unbracket(address: string): string {
  return /^\[.+\]$/s.test(address) ? address.slice(1, -1) : address;
}

/** Keys for `RUN --mount=type=ssh`. */
export const sshKeys: Codec = value(
  null,
  (tree) => {
    if (tree.kind !== 'mapping') return { reason: `invalid ssh config type ${goType(tree)}` };
    const entries = [...tree.entries.values()].sort((left, right) => compareBytes(left.name, right.name));
    return { json: entries.map(({ name, value: held }) => (isNull(held) ? name : `${name}=${goTreeText(held)}`)) };
  },
  (json) => isNil(json) || isEmpty(json),
);

/** `ulimits`: one number for both limits, or a soft and a hard one. */
export const ulimit: Codec = value(null, (tree) => {
  if (tree.kind === 'scalar' && tree.type === 'integer') {
    return { json: tree.value === 0 ? {} : Number(tree.value) };
  }
  if (tree.kind !== 'mapping') return { reason: `unexpected value type ${goType(tree)} for ulimit` };
  const limits: [string, Json][] = [];
  for (const name of ['soft', 'hard']) {
    const held = tree.entries.get(name)?.value;
    if (held?.kind === 'scalar' && held.type === 'integer' && held.value !== 0) limits.push([name, Number(held.value)]);
  }
  return { json: jsonObject(limits) };
});
