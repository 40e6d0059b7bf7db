/** The rules of the canonical form and of the defaults one by one, held against what compose-go's functions gave. */
import { toCanonical } from '../../src/compose/canonical.js';
import { setDefaults } from '../../src/compose/defaults.js';
import type { StageResult } from '../../src/compose/stage.js';
import type { Mapping } from '../../src/source/tree.js';
import { conformanceCases, describeWith } from '../support/shared.js';
import { at, mappingOf, plain } from '../support/trees.js';

interface Case {
  readonly id: string;
  readonly function: string;
  readonly input: unknown;
  readonly ignoreParseError: boolean;
  readonly result?: unknown;
  readonly error?: string;
}

/** Where the function's value stands in a project. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  transformBuild: ['services', 'a', 'build'],
  transformEnvFile: ['services', 'a', 'env_file'],
  transformMaybeExternal: ['networks', 'a'],
  transformPorts: ['services', 'a', 'ports'],
  transformSSH: ['services', 'a', 'build', 'ssh'],
};

function run(item: Case, tree: Mapping): StageResult {
  return toCanonical(tree, { mode: 'strict', lenient: item.ignoreParseError });
}

describeWith('conformance/transform')('transform', () => {
  test.each(conformanceCases<Case>('transform').map((item) => [item.id, item] as const))('%s', (_id, item) => {
    if (item.function === 'portDefaults') {
      const { tree } = setDefaults(mappingOf({ services: { a: { ports: [item.input] } } }));
      expect(plain(at(tree, 'services', 'a', 'ports', 0))).toEqual(item.result);
      return;
    }
    const place = PLACES[item.function] ?? [];
    const nested = place.reduceRight<unknown>((inner, key) => ({ [key]: inner }), item.input);
    const { tree, problems } = run(item, mappingOf(Object(nested)));
    expect(problems.filter(({ kind }) => kind === 'refusal').map(({ message }) => message)).toEqual(
      item.error === undefined ? [] : [item.error],
    );
    if (item.error === undefined) expect(plain(at(tree, ...place))).toEqual(item.result);
  });
});
