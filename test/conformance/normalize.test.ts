/** Normalisation, held against what compose-go gave in its own tests of it. */
import { normalize } from '../../src/compose/normalize.js';
import { conformanceCases, describeWith } from '../support/shared.js';
import { mappingOf, plain } from '../support/trees.js';

interface Case {
  readonly id: string;
  readonly input: object;
  readonly environment: Readonly<Record<string, string>>;
  readonly result: object;
}

describeWith('conformance/normalize')('normalize', () => {
  test.each(conformanceCases<Case>('normalize').map((item) => [item.id, item] as const))('%s', (_id, item) => {
    const variables = new Map(Object.entries(item.environment).map(([name, value]) => [name, { value }] as const));
    expect(plain(normalize(mappingOf(item.input), (name) => variables.get(name)))).toEqual(item.result);
  });
});
