/** The consistency checks, held against what Docker Compose said in its own tests of them. */
import { checkConsistency } from '../../src/compose/consistency.js';
import { conformanceCases, describeWith } from '../support/shared.js';
import { mappingOf } from '../support/trees.js';
import { DIVERGENCES } from './divergences.js';

interface Case {
  readonly id: string;
  readonly project: { readonly services: object | null };
  readonly error: string | null;
}

const isKnown = ({ id }: Case): boolean => DIVERGENCES.some((divergence) => divergence.cases.test(id));
const cases = conformanceCases<Case>('consistency').filter((item) => !isKnown(item));

describeWith('conformance/consistency')('checkConsistency', () => {
  test.each(cases.map((item) => [item.id, item] as const))('%s', (_id, item) => {
    const enabled = new Set(Object.keys(item.project.services ?? {}));
    const problems = checkConsistency(mappingOf(item.project), enabled, 'strict');
    expect(problems.map(({ message }) => message)).toEqual(item.error === null ? [] : [item.error]);
  });
});
