/** SARIF names rules and files by their index in lists of the run: what becomes of the indices when runs are joined. */
import type { Artifact, Result, Run } from 'sarif';

export interface NewIndices {
  readonly ruleIndices: ReadonlyMap<string, number>;
  /** In their new order; those of a result are added. */
  readonly artifacts: ArtifactList;
}

/** By location. */
export type ArtifactList = Map<string, { readonly index: number; readonly artifact: Artifact }>;

/** Lists that others refer to by index, or whose parts do; a run that has another one is left alone. */
const RUN_KEYS = new Set([
  'tool',
  'automationDetails',
  'invocations',
  'originalUriBaseIds',
  'columnKind',
  'artifacts',
  'results',
  'properties',
  'language',
  'defaultEncoding',
]);
const DRIVER_KEYS = new Set([
  'name',
  'fullName',
  'version',
  'semanticVersion',
  'informationUri',
  'organization',
  'rules',
]);
const INVOCATION_KEYS = new Set(['executionSuccessful', 'toolExecutionNotifications']);

export function isRemappable(run: Run): boolean {
  const has = (keys: ReadonlySet<string>) => (value: object) => Object.keys(value).every((key) => keys.has(key));
  return (
    has(RUN_KEYS)(run) &&
    has(new Set(['driver']))(run.tool) &&
    has(DRIVER_KEYS)(run.tool.driver) &&
    (run.invocations ?? []).every(has(INVOCATION_KEYS)) &&
    (run.artifacts ?? []).every(({ parentIndex }) => parentIndex === undefined)
  );
}

/** The result with the new indices; `undefined` where an old one leads nowhere. */
export function remapResult(result: Result, run: Run, indices: NewIndices): Result | undefined {
  const { rules = [] } = run.tool.driver;
  const old = result.ruleIndex ?? -1;
  const id = old < 0 ? result.ruleId : rules[old]?.id;
  if (old >= rules.length || result.rule?.index !== undefined) return undefined;
  const ruleIndex = id === undefined || old < 0 ? undefined : indices.ruleIndices.get(id);
  const { ruleIndex: _, ...rest } = result;
  const moved = { ...result, ...(ruleIndex !== undefined && { ruleIndex }) };
  const renumbered = ruleIndex === undefined ? rest : moved;
  return run.artifacts === undefined ? renumbered : withArtifacts(renumbered, run.artifacts, indices.artifacts);
}

/** Every `artifactLocation` in the result; `undefined` where one leads nowhere. */
function withArtifacts(result: Result, old: readonly Artifact[], artifacts: ArtifactList): Result | undefined {
  let isLost = false;
  const text = JSON.stringify(result, (key, value) => {
    if (key !== 'artifactLocation' || typeof value?.index !== 'number' || value.index < 0) return value;
    const artifact = old[value.index];
    if (!artifact) {
      isLost = true;
      return value;
    }
    return { ...value, index: indexOf(artifact, artifacts) };
  });
  return isLost ? undefined : JSON.parse(text);
}

function indexOf(artifact: Artifact, artifacts: ArtifactList): number {
  const { uri, uriBaseId } = artifact.location ?? {};
  const key = JSON.stringify([uri, uriBaseId]);
  const known = artifacts.get(key);
  if (known) return known.index;
  const { index: _, ...location } = artifact.location ?? {};
  const index = artifacts.size;
  artifacts.set(key, { index, artifact: { ...artifact, ...(artifact.location && { location }) } });
  return index;
}
