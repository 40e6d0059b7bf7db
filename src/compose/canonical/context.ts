/** What the rules of the canonical form share: how they read text, and where they report what Compose would refuse. */
import type { Limits } from '../../source/limits.js';
import type { Scalar, Tree } from '../../source/tree.js';
import { goType } from '../go-text.js';
import { type Span, unknownSpans } from '../part.js';
import type { Problem } from '../problem.js';
import type { Mode } from '../project.js';
import { pathText, refusal } from '../stage.js';
import type { Here, Rewrite } from '../transform.js';

export interface CanonicalContext {
  readonly mode: Mode;
  /** Compose's `ignoreParseError`: short forms that do not parse stay as they are. */
  readonly lenient: boolean;
  readonly problems: Problem[];
  readonly limits: Limits;
  /** How many more port mappings may be made; ranges are cheap to write. */
  readonly ports: { left: number };
}

export type CanonicalRule = Rewrite<CanonicalContext>;
export type CanonicalHere = Here<CanonicalContext>;

/** Where the value is unknown; in strict mode every text is what it is. */
export function unknowns(value: Scalar, { mode }: CanonicalContext): readonly Span[] {
  return mode === 'analysis' ? unknownSpans(value) : [];
}

/** Reports the value, and leaves it out. */
export function refuse(value: Tree, here: CanonicalHere, message: string): undefined {
  here.context.problems.push(refusal(message, value.at));
  return undefined;
}

/** For a value of a type the rule has no reading for. `wording` is Compose's, with the Go type where `%T` stands. */
export function refuseType(value: Tree, here: CanonicalHere, wording: string): Tree | undefined {
  if (value.kind === 'scalar' && unknowns(value, here.context).length > 0) return value;
  return refuse(value, here, `${pathText(here.path)}: ${wording.replace('%T', goType(value))}`);
}
