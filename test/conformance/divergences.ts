/** Where we differ from compose-go and mean to: each class of cases with its reason. */

export interface Divergence {
  /** Of case ids. */
  readonly cases: RegExp;
  readonly reason: string;
}

export const DIVERGENCES: readonly Divergence[] = [
  { cases: /^consistency-020$/, reason: 'a service that a profile disables is not part of the data' },
];
