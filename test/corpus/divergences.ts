/**
 * Where we differ from Docker Compose 2.40.3, which the corpus was made with, and mean to: mostly because compose-go has
 * gone on since, and the conformance cases are of a later version.
 */

export interface Divergence {
  readonly name: string;
  /** Matched against what differs, and Compose's own error on a line of its own. */
  readonly matches: RegExp;
  readonly reason: string;
}

export const DIVERGENCES: readonly Divergence[] = [];
