/** The schema check, held against what Docker Compose said in its own tests of it and of the loader. */
import { validateSchema } from '../../src/compose/schema/validate.js';
import { conformanceCases, describeWith } from '../support/shared.js';
import { mappingOf } from '../support/trees.js';

interface Case {
  readonly id: string;
  readonly input: object;
  readonly valid: boolean;
  /** The order of Go's maps decides which of several it is. */
  readonly errors?: readonly string[];
}

const cases = conformanceCases<Case>('schema');

describeWith('conformance/schema')('validateSchema', () => {
  test('accepts what Docker Compose accepts, and nothing else', () => {
    const differing = cases.filter(({ input, valid }) => (validateSchema(mappingOf(input)).length === 0) !== valid);
    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  const invalid = cases.filter(({ valid }) => !valid);
  test.each(invalid.map((item) => [item.id, item] as const))('%s in the same words', (_id, { input, errors }) => {
    expect(errors).toContain(validateSchema(mappingOf(input))[0]?.message);
  });
});
