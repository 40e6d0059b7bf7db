/** Where we differ from compose-go and mean to: each class of cases with its reason. */

export interface Divergence {
  /** Of case ids. */
  readonly cases: RegExp;
  readonly reason: string;
}

export const DIVERGENCES: readonly Divergence[] = [];
