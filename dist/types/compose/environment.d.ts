/** Values that come from the project's variables by name alone: `environment: [NAME]`, `environment:` of secrets and configs. */
import type { Mapping, Scalar } from '../source/tree.js';
import type { VariableValue } from './template.js';
import type { Variables } from './variables.js';
/** Stage 17. Names that are not set stay as they are. */
export declare function resolveEnvironment(tree: Mapping, variables: Variables): Mapping;
/** `NAME` as `NAME=value`, the value marked as coming from the variable. */
export declare function assigned(item: Scalar, name: string, variable: VariableValue): Scalar;
/** The value of a variable in place of a name. */
export declare function substituted(item: Scalar, name: string, variable: VariableValue): Scalar;
