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

/** An object safe for any key, `__proto__` included. */
export function jsonObject(entries: Iterable<readonly [string, Json]>): JsonObject {
  const object: Record<string, Json> = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

/** A codec for one kind of value: `read` gives the JSON, or the reason why the tree does not fit. */
export function value(
  zero: Json,
  read: (tree: Tree) => { readonly json: Json } | { readonly reason: string },
  omits: (json: Json) => boolean = isEmpty,
): Codec {
  return {
    encode: (tree, path, report) => {
      if (tree === undefined || isNull(tree)) return zero;
      const result = read(tree);
      if ('json' in result) return result.json;
      report(path, result.reason, tree);
      return zero;
    },
    omits,
  };
}

/** A field that is printed whatever it holds. */
export function always(codec: Codec): Codec {
  return { encode: codec.encode, omits: never };
}

/** A pointer: absent and null are left out, everything else is printed, zero values included. */
export function optional(codec: Codec): Codec {
  return {
    encode: (tree, path, report) => (tree === undefined || isNull(tree) ? null : codec.encode(tree, path, report)),
    omits: isNil,
  };
}

export function list(item: Codec): Codec {
  return {
    encode: (tree, path, report) => {
      if (tree === undefined || isNull(tree)) return [];
      if (tree.kind === 'sequence') {
        return tree.items.map((child, index) => item.encode(child, `${path}[${index}]`, report));
      }
      report(path, `source data must be an array or slice, got ${goKind(tree)}`, tree);
      return [];
    },
    omits: isEmpty,
  };
}

/** A mapping with names of the user's choice, printed in the order of the names. */
export function dictionary(item: Codec): Codec {
  return {
    encode: (tree, path, report) => {
      if (tree?.kind === 'mapping') {
        const names = [...tree.entries.keys()].sort(compareBytes);
        return jsonObject(
          names.map((name) => [name, item.encode(tree.entries.get(name)?.value, `${path}[${name}]`, report)]),
        );
      }
      if (tree !== undefined && !isNull(tree)) report(path, expected('map', tree), tree);
      return {};
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
  let named: readonly Field[] | undefined;
  return {
    encode: (tree, path, report) => {
      if (tree !== undefined && tree.kind !== 'mapping' && !isNull(tree)) {
        report(path, expected('map', tree), tree);
      }
      const entries = tree?.kind === 'mapping' ? byField(tree.entries, fields) : NO_ENTRIES;
      const printed: [string, Json][] = [];
      named ??= fieldsOf(fields);
      for (const { name, codec, isImplied } of named) {
        const held = entries.get(name);
        if (held === undefined && !isImplied) continue;
        const json = codec.encode(held?.value, `${path}.${name}`, report);
        if (!codec.omits(json)) printed.push([nameOf(name), json]);
      }
      return jsonObject(printed);
    },
    omits: never,
  };
}

const NO_ENTRIES: Mapping['entries'] = new Map();

interface Field {
  readonly name: string;
  readonly codec: Codec;
  /** Whether it is printed where it is absent. Few are, so that the others need not be encoded. */
  readonly isImplied: boolean;
}

function fieldsOf(fields: Fields): readonly Field[] {
  return Object.entries(fields).map(([name, codec]) => {
    return { name, codec, isImplied: !codec.omits(codec.encode(undefined, '', () => undefined)) };
  });
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
