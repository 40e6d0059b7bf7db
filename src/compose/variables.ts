/** The variables that `${NAME}` may refer to, each with the place that defines it. */
import type { Range } from '../source/text.js';

export interface Definition {
  readonly value: string;
  /** Absent for variables of the user's environment. */
  readonly at?: Range;
}

export type Variables = ReadonlyMap<string, Definition>;

export function environmentVariables(env: Readonly<Record<string, string | undefined>>): Variables {
  const variables = new Map<string, Definition>();
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined) variables.set(name, { value });
  }
  return variables;
}

/** The first wins: what is already known is not replaced. */
export function withDefaults(variables: Variables, defaults: Variables): Variables {
  return new Map([...defaults, ...variables]);
}

export function withVariable(variables: Variables, name: string, value: string): Variables {
  return new Map([...variables, [name, { value }]]);
}
