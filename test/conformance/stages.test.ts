/** Single stages of the loader over the inputs of compose-go's whole test suite. */
import { toCanonical } from '../../src/compose/canonical.js';
import { setDefaults } from '../../src/compose/defaults.js';
import { mergeTrees } from '../../src/compose/merge.js';
import { normalize } from '../../src/compose/normalize.js';
import type { StageResult } from '../../src/compose/stage.js';
import { enforceUnicity } from '../../src/compose/unicity.js';
import { conformanceCases, describeWith } from '../support/shared.js';
import { mappingOf, plain } from '../support/trees.js';

interface Case {
  readonly id: string;
  readonly input?: object;
  readonly base?: object;
  readonly override?: object;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ignoreParseError?: boolean;
  readonly result?: object;
  readonly error?: string;
}

const CASES = conformanceCases<Case>('stages');

function normalized({ input = {}, environment = {} }: Case): StageResult {
  const variables = new Map(Object.entries(environment).map(([name, value]) => [name, { value }] as const));
  return { tree: normalize(mappingOf(input), (name) => variables.get(name)), problems: [] };
}

const STAGES: readonly (readonly [name: string, run: (item: Case) => StageResult])[] = [
  [
    'canonical',
    ({ input = {}, ignoreParseError = false }) =>
      toCanonical(mappingOf(input), { mode: 'strict', lenient: ignoreParseError }),
  ],
  ['set_defaults', ({ input = {} }) => setDefaults(mappingOf(input))],
  ['merge', ({ base = {}, override = {} }) => mergeTrees(mappingOf(base), mappingOf(override))],
  ['normalize', normalized],
  ['unicity_effective', ({ input = {} }) => enforceUnicity(mappingOf(input))],
];

/** Go writes a list that is nil as null: one with an empty list. */
function noNilLists(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, inner) =>
    Array.isArray(inner) && inner.length === 0 ? null : inner,
  );
}

describe.each(STAGES)('%s', (name, run) => {
  const cases = CASES.filter((item) => item.id.startsWith(`stage-${name}-`)).map((item) => [item.id, item] as const);
  describeWith('conformance/stages')('stages', () => {
    test.each(cases)('%s', (_id, item) => {
      const { tree, problems } = run(item);
      const refusals = problems.filter(({ kind }) => kind === 'refusal').map(({ message }) => message);
      expect(refusals).toEqual(item.error === undefined ? [] : [item.error]);
      if (item.error === undefined) expect(noNilLists(plain(tree))).toEqual(noNilLists(item.result));
    });
  });
});
