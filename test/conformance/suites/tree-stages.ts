/** Stages from tree to tree, held against what compose-go's functions gave. */
import { toCanonical } from '../../../src/compose/canonical.js';
import { setDefaults } from '../../../src/compose/defaults.js';
import { interpolateTree } from '../../../src/compose/interpolate.js';
import { mergeTrees } from '../../../src/compose/merge.js';
import { normalize } from '../../../src/compose/normalize.js';
import type { StageResult } from '../../../src/compose/stage.js';
import { enforceUnicity } from '../../../src/compose/unicity.js';
import { at, mappingOf, plain, yaml } from '../../support/trees.js';
import type { AnyCase } from '../suite.js';
import { difference, firstOf, refusalsOf, suite } from '../suite.js';

interface Expectation extends AnyCase {
  readonly result?: unknown;
  readonly error?: string;
}

interface StageCase extends Expectation {
  readonly input?: object;
  readonly base?: object;
  readonly override?: object;
  readonly vars?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ignoreParseError?: boolean;
}

type Lookup = (name: string) => { readonly value: string } | undefined;

export function lookupIn(variables: Readonly<Record<string, string>> = {}): Lookup {
  const known = new Map(Object.entries(variables));
  return (name) => {
    const value = known.get(name);
    return value === undefined ? undefined : { value };
  };
}

function normalized({ input = {}, environment }: StageCase): StageResult {
  return { tree: normalize(mappingOf(input), lookupIn(environment)), problems: [] };
}

const STAGES: Readonly<Record<string, (item: StageCase) => StageResult>> = {
  canonical: ({ input = {}, ignoreParseError = false }) =>
    toCanonical(mappingOf(input), { mode: 'strict', lenient: ignoreParseError }),
  set_defaults: ({ input = {} }) => setDefaults(mappingOf(input)),
  merge: ({ base = {}, override = {} }) => mergeTrees(mappingOf(base), mappingOf(override)),
  normalize: normalized,
  unicity_effective: ({ input = {} }) => enforceUnicity(mappingOf(input)),
  interpolate_with_casts: ({ input = {}, vars }) => interpolateTree(mappingOf(input), lookupIn(vars), 'strict'),
};

export function compareStage(stage: StageResult, { result, error }: Expectation): string | undefined {
  const refusals = refusalsOf(stage);
  if (error !== undefined) return difference('refusals', refusals, [withoutTemplate(error)]);
  return firstOf(difference('refusals', refusals, []), difference('tree', plain(stage.tree), result));
}

/** Compose quotes the text, which may hold a secret. */
export function withoutTemplate(message: string): string {
  return message.replace(/(another \$\.)\n.*$/s, '$1');
}

export const stagesSuite = suite<StageCase>('stages', /^stages\//, 1, (item) => {
  const run = STAGES[/^stage-(.*)-\d+$/.exec(item.id)?.[1] ?? ''];
  return run ? compareStage(run(item), item) : 'no such stage';
});

export const normalizeSuite = suite<StageCase>('normalize', /^normalize\//, 1, (item) =>
  compareStage(normalized(item), item),
);

interface MergeCase extends AnyCase {
  readonly base?: string;
  readonly override?: string;
  readonly afterMerge?: object;
  readonly input?: string;
  readonly result: object;
}

export const mergeSuite = suite<MergeCase>('merge', /^merge\//, 1, (item) => {
  if (item.input !== undefined) return compareStage(enforceUnicity(yaml(item.input)), item);
  const merged = mergeTrees(yaml(item.base ?? ''), yaml(item.override ?? ''));
  return firstOf(
    compareStage(merged, { id: item.id, result: item.afterMerge }),
    compareStage(enforceUnicity(merged.tree), { id: item.id, result: item.result }),
  );
});

interface TransformCase extends Expectation {
  readonly function: string;
  readonly input: unknown;
  readonly ignoreParseError: boolean;
}

/** Where a function's value stands in a project. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  transformBuild: ['services', 'a', 'build'],
  transformEnvFile: ['services', 'a', 'env_file'],
  transformMaybeExternal: ['networks', 'a'],
  transformPorts: ['services', 'a', 'ports'],
  transformSSH: ['services', 'a', 'build', 'ssh'],
};

export const transformSuite = suite<TransformCase>('transform', /^transform\//, 1, (item) => {
  if (item.function === 'portDefaults') {
    const { tree } = setDefaults(mappingOf({ services: { a: { ports: [item.input] } } }));
    return difference('port', plain(at(tree, 'services', 'a', 'ports', 0)), item.result);
  }
  const place = PLACES[item.function];
  if (!place) return 'no such function';
  const nested = place.reduceRight<unknown>((inner, key) => ({ [key]: inner }), item.input);
  const stage = toCanonical(mappingOf(Object(nested)), { mode: 'strict', lenient: item.ignoreParseError });
  const refusals = refusalsOf(stage);
  if (item.error !== undefined) return difference('refusals', refusals, [item.error]);
  return firstOf(
    difference('refusals', refusals, []),
    difference('value', plain(at(stage.tree, ...place)), item.result),
  );
});
