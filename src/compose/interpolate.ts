/** Variables in the values of a tree (never in its keys), and the types that Compose then gives to text at certain places. */
import { partOf } from '../source/part.js';
import type { Interpolation, Mapping, Scalar, Tree } from '../source/tree.js';
import { CASTS, type Cast, castText } from './casts.js';
import { withValues } from './entries.js';
import { type PatternNode, step } from './pattern.js';
import type { Problem } from './problem.js';
import type { Mode } from './project.js';
import { type Lookup, type Substitute, type SubstitutionError, substitute } from './template.js';

/**
 * The tree with its variables substituted; branches without any are shared. All problems are found, in the order of the
 * tree: refusals leave their value as it was written, notes tell of variables taken as blank.
 */
export function interpolateTree(
  root: Mapping,
  lookup: Lookup,
  mode: Mode,
): { readonly tree: Mapping; readonly problems: readonly Problem[] } {
  const interpolator = new Interpolator(lookup, mode);
  return { tree: interpolator.mapping(root, CASTS), problems: interpolator.problems };
}

/** In UTF-16 units, beyond what is written: a variable may be long, and used often. */
const LARGEST_GROWTH = 20_000_000;

class Interpolator {
  readonly problems: Problem[] = [];
  private readonly lookup: Lookup;
  private readonly mode: Mode;
  /** As Compose writes it: list items are `[]`. */
  private readonly path: string[] = [];
  private growth = 0;

  constructor(lookup: Lookup, mode: Mode) {
    this.lookup = lookup;
    this.mode = mode;
  }

  mapping(tree: Mapping, casts: PatternNode<Cast> | undefined): Mapping {
    return withValues(tree, ({ name, value }) => this.below(name, value, step(casts, name)));
  }

  private tree(tree: Tree, casts: PatternNode<Cast> | undefined): Tree {
    if (tree.kind === 'mapping') return this.mapping(tree, casts);
    if (tree.kind === 'scalar')
      return tree.type === 'string' ? this.scalar(tree, String(tree.value), casts?.value) : tree;
    const items = tree.items.map((item, index) => this.below('[]', item, step(casts, index)));
    return items.some((item, index) => item !== tree.items[index]) ? { ...tree, items } : tree;
  }

  private below(key: string, tree: Tree, casts: PatternNode<Cast> | undefined): Tree {
    this.path.push(key);
    const result = this.tree(tree, casts);
    this.path.pop();
    return result;
  }

  private scalar(scalar: Scalar, raw: string, cast: Cast | undefined): Scalar {
    if (scalar.type !== 'string') return scalar;
    const result = substitute(raw, this.lookup, this.mode);
    if (!result.ok) {
      this.refuse(scalar, result);
      return scalar;
    }
    this.growth += Math.max(0, result.value.length - raw.length);
    if (this.growth > LARGEST_GROWTH) {
      const error = 'the file is too large once its variables are substituted';
      this.refuse(scalar, { ok: false, kind: 'limit', error, template: '', start: 0, end: raw.length });
      return scalar;
    }
    this.warnOfUnset(scalar, result);
    return this.cast(substituted(scalar, raw, result), raw, cast);
  }

  private refuse(scalar: Scalar, { kind, error, start, end }: SubstitutionError): void {
    const path = this.path.join('.');
    // Compose goes on to quote the whole text, which may hold a secret; the place says enough.
    const message =
      kind === 'invalid'
        ? `invalid interpolation format for ${path}.\nYou may need to escape any $ with another $.`
        : `error while interpolating ${path}: ${error}`;
    this.problems.push({ kind: 'refusal', message, at: partOf(scalar, start, end) });
  }

  private warnOfUnset(scalar: Scalar, { substitutions, unset }: Substitute): void {
    if (unset.length === 0) return;
    for (const { from, name, rawStart, rawEnd } of substitutions) {
      if (from !== 'unset') continue;
      const message = `The "${name}" variable is not set. Defaulting to a blank string.`;
      this.problems.push({ kind: 'note', message, at: partOf(scalar, rawStart, rawEnd) });
    }
  }

  private cast(scalar: Scalar, raw: string, cast: Cast | undefined): Scalar {
    const substitutions = scalar.interpolation?.substitutions ?? [];
    const isUnknown = this.mode === 'analysis' && substitutions.some(({ from }) => from === 'unset');
    if (cast === undefined || isUnknown || typeof scalar.value !== 'string') return scalar;
    const isForeign = substitutions.some(({ from }) => from === 'environment');
    const result = castText(scalar.value, cast, isForeign ? raw : scalar.value);
    if (!result.ok) {
      const error = `failed to cast to expected type: ${result.error}`;
      this.refuse(scalar, { ok: false, kind: 'limit', error, template: '', start: 0, end: raw.length });
      return scalar;
    }
    const { type, value, warning } = result;
    if (warning) this.problems.push({ kind: 'note', message: warning, at: scalar.at });
    return { ...scalar, type, value };
  }
}

function substituted(scalar: Scalar, raw: string, { value, substitutions }: Substitute): Scalar {
  if (value === raw && substitutions.length === 0) return scalar;
  const interpolation: Interpolation = { raw, substitutions };
  return { ...scalar, value, interpolation };
}
