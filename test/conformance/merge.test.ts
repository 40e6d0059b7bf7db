/** Merge and unicity, held against what compose-go gave. */
import { mergeTrees } from '../../src/compose/merge.js';
import { enforceUnicity } from '../../src/compose/unicity.js';
import { conformanceCases, describeWith } from '../support/shared.js';
import { plain, yaml } from '../support/trees.js';

interface MergeCase {
  readonly id: string;
  readonly base: string;
  readonly override: string;
  readonly afterMerge: object;
  readonly result: object;
}

interface UnicityCase {
  readonly id: string;
  readonly input: string;
  readonly result: object;
}

const CASES = conformanceCases<MergeCase | UnicityCase>('merge');

describeWith('conformance/merge')('merge', () => {
  const cases = CASES.filter((item) => 'base' in item);
  test.each(cases.map((item) => [item.id, item] as const))('%s', (_id, item) => {
    const merged = mergeTrees(yaml(item.base), yaml(item.override));
    expect(merged.problems).toEqual([]);
    expect(plain(merged.tree)).toEqual(item.afterMerge);
    const unique = enforceUnicity(merged.tree);
    expect(unique.problems).toEqual([]);
    expect(plain(unique.tree)).toEqual(item.result);
  });
});

describeWith('conformance/merge')('unicity', () => {
  const cases = CASES.filter((item) => 'input' in item);
  test.each(cases.map((item) => [item.id, item] as const))('%s', (_id, item) => {
    expect(plain(enforceUnicity(yaml(item.input)).tree)).toEqual(item.result);
  });
});
