/**
 * The tree that flows through the loader: plain values in which every key and value knows where it was written
 * and how it came to be where it is now. Trees are never changed in place, so they may share branches.
 */
import type { Range } from './text.js';

/** One step on a value's way from the text to the project; the latest step comes last. */
export type Step =
  | { readonly how: 'alias' | 'merge-key'; readonly site: Range }
  | { readonly how: 'override' | 'extends' | 'include'; readonly site: Range }
  | { readonly how: 'default'; readonly reason: string };

/** Where a value was written. A value nobody wrote points at the nearest thing that caused it and has a `default` step. */
export interface Origin extends Range {
  readonly via: readonly Step[];
}

export const NO_STEPS: readonly Step[] = [];

export type ScalarType = 'string' | 'integer' | 'float' | 'boolean' | 'null' | 'timestamp';
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'none';

/** A variable substituted into a scalar. */
export interface Substitution {
  readonly name: string;
  /** `environment`: from the project's variables; `default`: from `${V:-text}` or `${V:+text}`; `unset`: nothing to put there. */
  readonly from: 'environment' | 'default' | 'unset';
  /** `[start, end)` of the substituted text in the resulting value. */
  readonly start: number;
  readonly end: number;
  /** `[start, end)` of the expression in the raw value, `$` included. */
  readonly rawStart: number;
  readonly rawEnd: number;
  /** Where the variable was defined, when that is a file that was read. */
  readonly definition?: Range;
}

export interface Interpolation {
  /** The scalar's value before substitution. */
  readonly raw: string;
  /** In the order of the value. */
  readonly substitutions: readonly Substitution[];
}

export interface Scalar {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  /** Integers beyond 2^53 are `bigint`; a timestamp is its text in Go's format. */
  readonly value: string | number | bigint | boolean | null;
  readonly style: ScalarStyle;
  readonly at: Origin;
  /** Present when a variable was substituted. */
  readonly interpolation?: Interpolation;
  /** For `KEY=value` text made of a mapping's entry: that entry. */
  readonly pair?: Entry;
}

export interface Entry {
  readonly name: string;
  /** Where the key was written. */
  readonly at: Origin;
  readonly value: Tree;
  /** The type of a key that is no string, which Compose refuses. */
  readonly keyType?: ScalarType;
  /** What a merge key would bring, were it not for this one, whose value has a tag such as `!reset`. */
  readonly behind?: Entry;
}

export interface Mapping {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly at: Origin;
}

export interface Sequence {
  readonly kind: 'sequence';
  readonly items: readonly Tree[];
  readonly at: Origin;
}

export type Tree = Scalar | Mapping | Sequence;

/** Keys and list indices from the root down. */
export type Path = readonly (string | number)[];

export function mapping(entries: Iterable<Entry>, at: Origin): Mapping {
  const byName = new Map<string, Entry>();
  for (const entry of entries) byName.set(entry.name, entry);
  return { kind: 'mapping', entries: byName, at };
}

export function sequence(items: readonly Tree[], at: Origin): Sequence {
  return { kind: 'sequence', items, at };
}

/** A scalar that was not parsed from YAML, such as a part of a short form. */
export function scalar(value: Scalar['value'], at: Origin): Scalar {
  return { kind: 'scalar', type: typeOfValue(value), value, style: 'none', at };
}

function typeOfValue(value: Scalar['value']): ScalarType {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return 'integer';
    default:
      return Number.isInteger(value) ? 'integer' : 'float';
  }
}

/** The value under a key, or `undefined` where the tree is no mapping or lacks the key. */
export function child(tree: Tree | undefined, name: string): Tree | undefined {
  return tree?.kind === 'mapping' ? tree.entries.get(name)?.value : undefined;
}

export function isNull(tree: Tree | undefined): boolean {
  return tree?.kind === 'scalar' && tree.type === 'null';
}

/** The text of a string scalar, or `undefined`. */
export function stringValue(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'scalar' && tree.type === 'string' ? String(tree.value) : undefined;
}

/** The same origin, one step further on. */
export function withStep(origin: Origin, step: Step): Origin {
  return { source: origin.source, start: origin.start, end: origin.end, via: [...origin.via, step] };
}

/** An origin for something nobody wrote. `reason` completes the sentence "added because". */
export function synthetic(cause: Range, reason: string): Origin {
  return { source: cause.source, start: cause.start, end: cause.end, via: [{ how: 'default', reason }] };
}
