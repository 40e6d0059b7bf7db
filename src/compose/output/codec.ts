/**
 * How Compose binds a canonical tree to its types and prints it as JSON, as combinators. A codec reads one tree; what it
 * cannot read becomes a finding and the type's zero value, as in Compose, which collects all of them too.
 */
import type { Entry, Mapping, Tree } from '../../source/tree.js';
import { isNull } from '../../source/tree.js';
import { goType } from '../go-text.js';
import { compareBytes } from '../go-tree-text.js';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Collects what cannot be bound. `path` is in Compose's notation: `services[web].ports[0].target`. */
export type Report = (path: string, reason: string, value: Tree) => void;

export interface Codec {
  /** The JSON of a tree; an absent tree gives the zero value. */
  readonly encode: (tree: Tree | undefined, path: string, report: Report) => Json;
  /** Reports what encoding does, and makes no JSON. */
  readonly check: (tree: Tree, path: string, report: Report) => void;
  /** Whether a field that holds this value is left out. */
  readonly omits: (json: Json) => boolean;
}

export function isEmpty(json: Json): boolean {
  if (json === null || json === false || json === 0 || json === '') return true;
  if (typeof json !== 'object') return false;
  return Array.isArray(json) ? json.length === 0 : Object.keys(json).length === 0;
}

export const isNil = (json: Json): boolean => json === null;
const never = (): boolean => false;

/** Safe for any key, `__proto__` included. */
function emptyObject(): Record<string, Json> {
  return Object.create(null);
}

export function jsonObject(entries: Iterable<readonly [string, Json]>): JsonObject {
  const object = emptyObject();
  for (const [key, value] of entries) object[key] = value;
  return object;
}

/** The JSON of a tree, how to make it where that takes long, or the reason why the tree does not fit. */
export type Reading = { readonly json: Json } | { readonly make: () => Json } | { readonly reason: string };

/** A codec for one kind of value. */
export function value(zero: Json, read: (tree: Tree) => Reading, omits: (json: Json) => boolean = isEmpty): Codec {
  return {
    encode: (tree, path, report) => {
      if (tree === undefined || isNull(tree)) return zero;
      const result = read(tree);
      if ('json' in result) return result.json;
      if ('make' in result) return result.make();
      report(path, result.reason, tree);
      return zero;
    },
    check: (tree, path, report) => {
      const result: Reading = isNull(tree) ? { json: zero } : read(tree);
      if ('reason' in result) report(path, result.reason, tree);
    },
    omits,
  };
}

/** A field that is printed whatever it holds. */
export function always(codec: Codec): Codec {
  return { ...codec, omits: never };
}

/** A pointer: absent and null are left out, everything else is printed, zero values included. */
export function optional(codec: Codec): Codec {
  return {
    encode: (tree, path, report) => (tree === undefined || isNull(tree) ? null : codec.encode(tree, path, report)),
    check: (tree, path, report) => {
      if (!isNull(tree)) codec.check(tree, path, report);
    },
    omits: isNil,
  };
}

export function list(item: Codec): Codec {
  const itemsOf = (tree: Tree | undefined, path: string, report: Report): readonly Tree[] => {
    if (tree?.kind === 'sequence') return tree.items;
    if (tree !== undefined && !isNull(tree))
      report(path, `source data must be an array or slice, got ${goKind(tree)}`, tree);
    return [];
  };
  return {
    encode: (tree, path, report) =>
      itemsOf(tree, path, report).map((child, index) => item.encode(child, `${path}[${index}]`, report)),
    check: (tree, path, report) => {
      itemsOf(tree, path, report).forEach((child, index) => {
        item.check(child, `${path}[${index}]`, report);
      });
    },
    omits: isEmpty,
  };
}

/** A mapping with names of the user's choice, printed in the order of the names. */
export function dictionary(item: Codec): Codec {
  const entriesOf = (tree: Tree | undefined, path: string, report: Report): readonly Entry[] => {
    if (tree?.kind === 'mapping')
      return [...tree.entries.values()].sort((left, right) => compareBytes(left.name, right.name));
    if (tree !== undefined && !isNull(tree)) report(path, expected('map', tree), tree);
    return [];
  };
  return {
    encode: (tree, path, report) => {
      const json = emptyObject();
      for (const { name, value } of entriesOf(tree, path, report))
        json[name] = item.encode(value, `${path}[${name}]`, report);
      return json;
    },
    check: (tree, path, report) => {
      for (const { name, value } of entriesOf(tree, path, report)) item.check(value, `${path}[${name}]`, report);
    },
    omits: isEmpty,
  };
}

export type Fields = Readonly<Record<string, Codec>>;

/**
 * A mapping with fixed fields; others, `x-*` among them, are not printed. A structure itself is always printed. Some of
 * Compose's structures print their fields under the names these have in Go.
 */
export function structure(fields: Fields, nameOf: (field: string) => string = (field) => field): Codec {
  let known: readonly (readonly [string, Codec])[] | undefined;
  let implied: ReadonlySet<string> | undefined;
  // Most structures occur in no file.
  const named = () => {
    known ??= Object.entries(fields);
    return known;
  };
  const entriesOf = (tree: Tree | undefined, path: string, report: Report): Mapping['entries'] => {
    if (tree?.kind === 'mapping') return byField(tree.entries, fields);
    if (tree !== undefined && !isNull(tree)) report(path, expected('map', tree), tree);
    return NO_ENTRIES;
  };
  return {
    encode: (tree, path, report) => {
      const entries = entriesOf(tree, path, report);
      const printed = emptyObject();
      implied ??= printedWhenAbsent(named());
      for (const [name, codec] of named()) {
        const held = entries.get(name);
        if (held === undefined && !implied.has(name)) continue;
        const json = codec.encode(held?.value, `${path}.${name}`, report);
        if (!codec.omits(json)) printed[nameOf(name)] = json;
      }
      return printed;
    },
    check: (tree, path, report) => {
      entriesOf(tree, path, report).forEach(({ value }, name) => {
        if (Object.hasOwn(fields, name)) fields[name]?.check(value, `${path}.${name}`, report);
      });
    },
    omits: never,
  };
}

const NO_ENTRIES: Mapping['entries'] = new Map();

/** Few are, so that most fields that are absent need not be encoded. */
function printedWhenAbsent(named: readonly (readonly [string, Codec])[]): ReadonlySet<string> {
  const printed = named.filter(([, { encode, omits }]) => !omits(encode(undefined, '', () => undefined)));
  return new Set(printed.map(([name]) => name));
}

/** As Go's mapstructure looks for fields: by the exact name, else in any case. */
function byField(entries: Mapping['entries'], fields: Fields): Mapping['entries'] {
  let found: Map<string, Entry> | undefined;
  for (const entry of entries.values()) {
    if (Object.hasOwn(fields, entry.name)) continue;
    const field = entry.name.toLowerCase();
    if (!Object.hasOwn(fields, field) || (found ?? entries).has(field)) continue;
    found ??= new Map(entries);
    found.set(field, entry);
  }
  return found ?? entries;
}

export function expected(type: string, tree: Tree): string {
  return type === 'map'
    ? `expected a map or struct, got "${goKind(tree)}"`
    : `expected type '${type}', got unconvertible type '${goType(tree)}'`;
}

function goKind(tree: Tree): string {
  const type = goType(tree);
  if (type.startsWith('map')) return 'map';
  return type.startsWith('[]') ? 'slice' : type;
}
