/** The variables that `${NAME}` may refer to, each with the place that defines it. */
import type { DotenvEntry } from './dotenv.js';
import type { VariableValue } from './template.js';

/** By name. Those of the user's environment have no place. */
export type Variables = ReadonlyMap<string, VariableValue>;

export function environmentVariables(env: Readonly<Record<string, string | undefined>>): Variables {
  const variables = new Map<string, VariableValue>();
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined) variables.set(name, { value });
  }
  return variables;
}

export function fileVariable({ value, valueAt, unknown }: DotenvEntry): VariableValue {
  return { value, definition: valueAt, ...(unknown.length > 0 ? { unknown } : {}) };
}

/** The first wins: what is already known is not replaced. */
export function withDefaults(variables: Variables, defaults: Variables): Variables {
  return new Map([...defaults, ...variables]);
}

export function withVariable(variables: Variables, name: string, value: string): Variables {
  return new Map([...variables, [name, { value }]]);
}
