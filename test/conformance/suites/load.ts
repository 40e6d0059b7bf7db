/** Whole loads, and the discovery of files before them, held against what compose-go gave. */
import { discover } from '../../../src/compose/discover.js';
import { resolve } from '../../../src/compose/file-path.js';
import type { Loaded, StageOptions } from '../../../src/compose/load.js';
import { loadDiscovered } from '../../../src/compose/load.js';
import { configJson, modelJson } from '../../../src/compose/output.js';
import { createSources } from '../../../src/compose/sources.js';
import type { Variables } from '../../../src/compose/variables.js';
import { memoryHost } from '../../support/memory-host.js';
import type { AnyCase } from '../suite.js';
import { difference, firstOf, refusalsOf, suite } from '../suite.js';
import { withoutTemplate } from './tree-stages.js';

interface Expectation {
  readonly error?: string;
  readonly model?: object;
  readonly project?: object;
  readonly disabledServices?: readonly string[];
  readonly warnings?: readonly string[];
  readonly composeFiles?: readonly string[];
  readonly workingDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

interface Options {
  readonly resolvePaths?: boolean;
  readonly skipValidation?: boolean;
  readonly skipConsistencyCheck?: boolean;
  readonly skipNormalization?: boolean;
  readonly projectName?: string;
  readonly projectNameImperativelySet?: boolean;
  readonly profiles?: readonly string[];
  readonly discardEnvFiles?: boolean;
  readonly selectedServices?: readonly string[];
  readonly pruneUnnecessaryResources?: boolean;
}

interface ConfigFile {
  readonly filename: string;
  readonly content?: string;
  readonly config?: object;
}

interface LoadCase extends AnyCase {
  readonly cwd: string;
  readonly workingDir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly configFiles: readonly ConfigFile[];
  readonly files: Readonly<Record<string, string>>;
  readonly options?: Options;
  readonly model_only?: boolean;
  readonly expect?: Expectation;
  readonly expectAnyOf?: readonly Expectation[];
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '{{ROOT}}': '/conformance/root',
  '{{TMP}}': '/conformance/tmp',
  '{{BASE}}': '/conformance',
};
const HOME = '/home/user';

/** The case with real paths for its placeholders. */
function placed<Case extends AnyCase>(item: Case): Case {
  const text = JSON.stringify(item).replace(/\{\{(?:ROOT|TMP|BASE)\}\}/g, (name) => PLACEHOLDERS[name] ?? name);
  return JSON.parse(text);
}

export const loadSuite = suite<LoadCase>('load', /^load\//, 0.99, (item) => {
  const placedItem = placed(item);
  return compareAny(placedItem, load(placedItem));
});

function load({ cwd, workingDir, environment, configFiles, files, options = {} }: LoadCase): Loaded {
  const given = configFiles.map(({ filename, content, config }, index) => {
    const text = content ?? (config && JSON.stringify(config));
    const path = resolve(cwd, filename);
    return text === undefined ? { path } : { path: index === 0 ? path : uniquePath(configFiles, index, path), text };
  });
  const texts = given.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text] as const]));
  const host = memoryHost({ ...files, ...Object.fromEntries(texts) }, { HOME }, cwd);
  const variables: Variables = new Map(Object.entries(environment).map(([name, value]) => [name, { value }]));
  const stages: StageOptions = {
    mode: 'strict',
    validate: !options.skipValidation,
    consistency: !options.skipConsistencyCheck,
    normalize: !options.skipNormalization,
    resolvePaths: options.resolvePaths ?? true,
    services: options.selectedServices ?? [],
  };
  return loadDiscovered(
    createSources(host, cwd),
    {
      files: given.map(({ path }) => path),
      directory: workingDir,
      variables,
      profiles: options.profiles ?? [],
      name: { name: options.projectName ?? '', given: options.projectNameImperativelySet ?? false },
      problems: [],
    },
    stages,
  );
}

/** Several inline files may have one name. */
function uniquePath(configFiles: readonly ConfigFile[], index: number, path: string): string {
  const isRepeated = configFiles.slice(0, index).some(({ filename }) => filename === configFiles[index]?.filename);
  return isRepeated ? `${path}.${index}` : path;
}

interface Context extends AnyCase {
  readonly options?: Options;
  readonly model_only?: boolean;
  readonly expect?: Expectation;
  readonly expectAnyOf?: readonly Expectation[];
}

function compareAny(item: Context, loaded: Loaded): string | undefined {
  const expected = item.expectAnyOf ?? (item.expect ? [item.expect] : []);
  const differences = expected.map((one) => compare(item, loaded, one));
  return differences.includes(undefined) ? undefined : differences[0];
}

function compare(item: Context, loaded: Loaded, expected: Expectation): string | undefined {
  const { project } = loaded;
  if (expected.error !== undefined) return compareRefusal(refusalsOf(loaded), expected.error);
  if (!project) return `refused: ${refusalsOf(loaded)[0]}`;
  const notes = loaded.problems.filter(({ kind }) => kind === 'note').map(({ message }) => message);
  const unsaid = (expected.warnings ?? []).filter((warning) => !notes.some((note) => warning.endsWith(note)));
  const model = expected.model && difference('model', modelJson(project, { terse: true }), expected.model);
  if (item.model_only) return model;
  const config = configJson(project, {
    escape: false,
    terse: true,
    all: !item.options?.pruneUnnecessaryResources,
    keepFiles: !item.options?.discardEnvFiles,
  });
  return firstOf(
    model,
    difference('warnings without a note', unsaid, []),
    expected.project && difference('project', config, expected.project),
    difference('disabled', project.disabledServices.map(({ name }) => name).sort(), expected.disabledServices ?? []),
  );
}

/** Words of Go's YAML library, which nobody else would choose. */
const YAML_ERROR = /^failed to parse .*: yaml: /s;

/** One of our refusals is Compose's, the file's name aside: that is part of the place. */
function compareRefusal(refusals: readonly string[], expected: string): string | undefined {
  if (refusals.length === 0) return `accepted, but refused by Compose: ${expected}`;
  const reason = withoutTemplate(expected)
    .replace(/^validating \S+: /, '')
    .replace(/^decoding failed due to the following error\(s\):\n\n/, '');
  if (YAML_ERROR.test(expected) || refusals.includes(reason)) return undefined;
  return `other reason: ${JSON.stringify(refusals[0])} instead of ${JSON.stringify(reason)}`;
}

interface DiscoveryCase extends AnyCase {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly args?: {
    readonly configPaths?: readonly string[];
    readonly projectDirectory?: string;
    readonly envFiles?: readonly string[];
    readonly profiles?: readonly string[];
    readonly projectName?: string;
  };
  readonly envKeys?: readonly string[];
  readonly expect?: Expectation;
  readonly expectAnyOf?: readonly Expectation[];
}

export const cliSuite = suite<DiscoveryCase>('cli', /^cli\//, 0.99, (item) => {
  const { cwd, environment, files, args = {}, ...context } = placed(item);
  const host = memoryHost(files, { HOME, PWD: cwd, ...environment });
  const discovery = discover(
    host,
    {
      workingDirectory: cwd,
      ...(args.configPaths && { files: args.configPaths }),
      ...(args.projectDirectory && { projectDirectory: args.projectDirectory }),
      ...(args.envFiles && { envFiles: args.envFiles }),
      ...(args.profiles && { profiles: args.profiles }),
      ...(args.projectName && { projectName: args.projectName }),
    },
    'strict',
  );
  const loaded = loadDiscovered(createSources(host, cwd), discovery, { mode: 'strict' });
  const { composeFiles, workingDir, environment: variables } = context.expect ?? {};
  return firstOf(
    compareAny(context, loaded),
    composeFiles &&
      difference(
        'files',
        discovery.files,
        composeFiles.map((file) => resolve(cwd, file)),
      ),
    workingDir && difference('directory', discovery.directory, workingDir),
    variables && difference('variables', valuesOf(discovery.variables, Object.keys(variables)), variables),
  );
});

function valuesOf(variables: Variables, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, variables.get(name)?.value]));
}
