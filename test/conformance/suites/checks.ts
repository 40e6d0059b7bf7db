/** The schema and the consistency checks, held against what compose-go said. */
import { checkConsistency } from '../../../src/compose/consistency.js';
import { validateSchema } from '../../../src/compose/schema/validate.js';
import { mappingOf } from '../../support/trees.js';
import type { AnyCase } from '../suite.js';
import { difference, refusalsOf, suite } from '../suite.js';

interface SchemaCase extends AnyCase {
  readonly input: object;
  readonly valid: boolean;
  readonly errors?: readonly string[];
}

export const schemaSuite = suite<SchemaCase>('schema', /^schema\//, 1, ({ input, valid, errors = [] }) => {
  const refusals = refusalsOf({ problems: validateSchema(mappingOf(input)) });
  if (valid) return difference('refusals', refusals, []);
  const [first] = refusals;
  return first !== undefined && errors.includes(first)
    ? undefined
    : `${JSON.stringify(refusals)} instead of one of ${JSON.stringify(errors)}`;
});

interface ConsistencyCase extends AnyCase {
  readonly project: { readonly services?: object | null };
  readonly error: string | null;
}

export const consistencySuite = suite<ConsistencyCase>('consistency', /^consistency\//, 0.99, ({ project, error }) => {
  const enabled = new Set(Object.keys(project.services ?? {}));
  const refusals = refusalsOf({ problems: checkConsistency(mappingOf(project), enabled, 'strict') });
  return difference('refusals', refusals, error === null ? [] : [error]);
});
