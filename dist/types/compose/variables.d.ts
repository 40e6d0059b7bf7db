/** The variables that `${NAME}` may refer to, each with the place that defines it. */
import type { DotenvEntry } from './dotenv.js';
import type { VariableValue } from './template.js';
/** By name. Those of the user's environment have no place. */
export type Variables = ReadonlyMap<string, VariableValue>;
export declare function environmentVariables(env: Readonly<Record<string, string | undefined>>): Variables;
export declare function fileVariable({ value, valueAt, unknown }: DotenvEntry): VariableValue;
/** The first wins: what is already known is not replaced. */
export declare function withDefaults(variables: Variables, defaults: Variables): Variables;
export declare function withVariable(variables: Variables, name: string, value: string): Variables;
