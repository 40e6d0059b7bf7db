/** The resolved project as it shall be once fixes are made, and how it may differ from that. */
import type { Json } from '../compose/output.js';
import type { Secret } from '../rules/credentials/secret.js';
import type { Effect, Plain } from '../rules/rule.js';

/** JSON with mappings as maps, so that no key is special. */
export type Node = Map<string, Node> | Node[] | string | number | boolean | null;

export function nodeOf(json: Json): Node {
  if (typeof json !== 'object' || json === null) return json;
  if (isList(json)) return json.map(nodeOf);
  return new Map(Object.entries(json).map(([name, value]) => [name, nodeOf(value)]));
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function plainNode(value: Plain): Node {
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([name, inner]) => [name, plainNode(inner)]));
}

const NO_VARIABLES: ReadonlyMap<string, Secret> = new Map();

/** Makes the effect come true in the tree. */
export function realize(root: Map<string, Node>, effect: Effect): void {
  const name = effect.path.at(-1) ?? '';
  const parent = mappingAt(root, effect.path.slice(0, -1));
  const held = parent.get(name);
  switch (effect.kind) {
    case 'put':
      parent.set(name, plainNode(effect.value));
      break;
    case 'drop':
      parent.delete(name);
      break;
    case 'include': {
      const value = plainNode(effect.value);
      const list = Array.isArray(held) ? held : [];
      if (!list.some((item) => difference(item, value, NO_VARIABLES) === undefined)) list.push(value);
      parent.set(name, list);
      break;
    }
    case 'exclude': {
      const left = Array.isArray(held) ? held.filter((item) => !effect.texts.some((text) => text === item)) : [];
      if (left.length > 0) parent.set(name, left);
      else parent.delete(name);
    }
  }
}

function mappingAt(root: Map<string, Node>, path: readonly string[]): Map<string, Node> {
  let mapping = root;
  for (const name of path) {
    const held = mapping.get(name);
    const inner = held instanceof Map ? held : new Map<string, Node>();
    if (inner !== held) mapping.set(name, inner);
    mapping = inner;
  }
  return mapping;
}

/**
 * The first place where two trees differ, as the names of keys; `undefined` where they are the same once each variable
 * has its value. `${NAME}` stands for a variable in the second tree.
 */
export function difference(
  expected: Node,
  actual: Node,
  variables: ReadonlyMap<string, Secret>,
): readonly string[] | undefined {
  if (expected instanceof Map && actual instanceof Map) {
    for (const name of new Set([...expected.keys(), ...actual.keys()])) {
      const [first, second] = [expected.get(name), actual.get(name)];
      if (first === undefined || second === undefined) return [name];
      const inner = difference(first, second, variables);
      if (inner) return [name, ...inner];
    }
    return undefined;
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) return [];
    for (const [index, item] of expected.entries()) {
      const inner = difference(item, actual[index] ?? null, variables);
      if (inner) return [String(index), ...inner];
    }
    return undefined;
  }
  if (expected === actual) return undefined;
  if (typeof expected === 'object' || typeof actual !== 'string') return [];
  return isSubstituted(String(expected), actual, variables) ? undefined : [];
}

const VARIABLE = /\$\{(\w+)\}/g;

/** Whether the template gives the text. */
function isSubstituted(text: string, template: string, variables: ReadonlyMap<string, Secret>): boolean {
  let read = 0;
  let written = 0;
  for (const match of template.matchAll(VARIABLE)) {
    const secret = variables.get(match[1] ?? '');
    if (!secret) continue;
    const literal = template.slice(written, match.index);
    if (!text.startsWith(literal, read)) return false;
    read += literal.length;
    written = match.index + match[0].length;
    const start = read;
    const isThere = secret.is((value) => {
      read += value.length;
      return text.startsWith(value, start);
    });
    if (!isThere) return false;
  }
  return text.slice(read) === template.slice(written);
}
