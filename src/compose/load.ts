/** From a command line's options to a project, or to the reasons why there is none: the whole pipeline. */
import { type Limits, limitsWith } from '../source/limits.js';
import type { SourceText } from '../source/text.js';
import type { Entry, Mapping } from '../source/tree.js';
import { child, scalar, synthetic } from '../source/tree.js';
import { assembleProject } from './assemble.js';
import type { Discovery, ProjectSelection } from './discover.js';
import { discover, withComposeVariables } from './discover.js';
import type { Document } from './document.js';
import { withEntries } from './entries.js';
import type { Host } from './host.js';
import { normalize } from './normalize.js';
import { checkTypes } from './output.js';
import { documentsOf, loadFiles } from './pipeline.js';
import type { Problem } from './problem.js';
import type { ProblemList } from './problem-list.js';
import { createProblemList } from './problem-list.js';
import type { Mode, Project } from './project.js';
import type { ProjectName } from './project-name.js';
import { projectName } from './project-name.js';
import type { PipelineOptions, Run, Scope } from './run.js';
import { refuse, reportConsequence } from './run.js';
import type { Sources } from './sources.js';
import { createSources } from './sources.js';
import type { Variables } from './variables.js';
import { withVariable } from './variables.js';

export interface LoadOptions extends ProjectSelection, StageOptions {
  /** Absolute: what the paths of texts are relative to, where that is shorter; the working directory by default. */
  readonly displayDirectory?: string;
}

/** Which stages run. What is not said is true. */
export interface StageOptions {
  readonly mode: Mode;
  /** Replace `${VARIABLES}`; false is `--no-interpolate`. */
  readonly interpolate?: boolean;
  /** Check against the schema, and what no schema can say. */
  readonly validate?: boolean;
  /** Add what Compose implies; false is `--no-normalize`. */
  readonly normalize?: boolean;
  /** Check what services refer to; false is `--no-consistency`. */
  readonly consistency?: boolean;
  /** Make paths absolute; false is `--no-path-resolution`. */
  readonly resolvePaths?: boolean;
  /** Only these services, and what they depend on. */
  readonly services?: readonly string[];
  readonly limits?: Partial<Limits>;
}

export interface Loaded {
  /** `undefined` where nothing can be made of the files, and in strict mode where Docker Compose would refuse them. */
  readonly project: Project | undefined;
  /** In the order of the pipeline: in strict mode the first refusal is the one that Docker Compose reports. */
  readonly problems: readonly Problem[];
}

/** Finds and loads the project that Docker Compose would, given the same options in the same place. */
export function loadProject(host: Host, options: LoadOptions): Loaded {
  const seen = withComposeVariables(host, options);
  const sources = createSources(seen, options.displayDirectory ?? options.workingDirectory);
  return loadDiscovered(sources, discover(seen, options, options.mode, sources), options);
}

/** Loads files that were chosen already. */
export function loadDiscovered(sources: Sources, discovery: Discovery, stages: StageOptions): Loaded {
  const options = pipelineOptions(stages);
  const problems = createProblemList(options.limits);
  for (const problem of discovery.problems) problems.add(problem);
  const project =
    discovery.files.length > 0 && !isRefused(options, problems)
      ? loadModel(sources, discovery, options, problems)
      : undefined;
  return { project: isRefused(options, problems) ? undefined : project, problems: problems.all() };
}

function pipelineOptions(stages: StageOptions): PipelineOptions {
  return {
    mode: stages.mode,
    interpolate: stages.interpolate ?? true,
    validate: stages.validate ?? true,
    normalize: stages.normalize ?? true,
    consistency: stages.consistency ?? true,
    resolvePaths: stages.resolvePaths ?? true,
    services: stages.services?.length ? stages.services : undefined,
    limits: limitsWith(stages.limits),
  };
}

/** What follows a refusal may only follow from it: strict mode says no more than Compose would. */
function isRefused({ mode }: PipelineOptions, problems: ProblemList): boolean {
  return mode === 'strict' && problems.hasRefusal();
}

/** `--no-interpolate` leaves names without a value as they are, too. */
const NO_VARIABLES: Variables = new Map();

function loadModel(
  sources: Sources,
  discovery: Discovery,
  options: PipelineOptions,
  problems: ProblemList,
): Project | undefined {
  const files = new Set<SourceText>();
  const outer: Scope = {
    run: createRun(sources, options, problems, files),
    directory: discovery.directory,
    workingDirectory: discovery.directory,
    variables: options.interpolate ? discovery.variables : NO_VARIABLES,
    included: [],
    trail: [],
    resolvePaths: options.resolvePaths,
  };
  const name = projectName(outer, discovery.name, documentsFor(outer, discovery));
  const scope = { ...outer, variables: withVariable(outer.variables, 'COMPOSE_PROJECT_NAME', name.value) };
  const loaded = loadFiles(scope, discovery.files);
  if (isRefused(options, problems)) return undefined;
  if (!loaded || loaded.entries.size === 0) {
    if (!problems.hasRefusal()) refuse(scope, 'empty compose file');
    return undefined;
  }
  if (options.validate && name.value === '') refuse(scope, 'project name must not be empty', name.written?.at);
  const model = normalized(scope, loaded, name);
  // Without interpolation Compose prints the tree as it is, and binds nothing.
  if (options.interpolate) for (const problem of checkTypes(model, options.mode)) reportConsequence(scope, problem);
  if (isRefused(options, problems)) return undefined;
  return assembleProject({ scope, discovery, model, name: name.value, files, problems });
}

/** The documents of the user's own files, for the name; what is wrong with them is told when they are loaded. */
function documentsFor(scope: Scope, { files }: Discovery): readonly Document[] {
  const run: Run = { ...scope.run, report: () => undefined, loaded: () => undefined, mayLoad: () => true };
  const silent: Scope = { ...scope, run };
  return files.flatMap((file) => documentsOf(silent, file));
}

function createRun(sources: Sources, options: PipelineOptions, problems: ProblemList, files: Set<SourceText>): Run {
  let loads = 0;
  let copies = 0;
  return {
    options,
    sources,
    report: problems.add,
    isRefused: problems.isRefused,
    loaded: (source) => {
      files.add(source);
    },
    mayLoad: () => ++loads <= options.limits.files,
    mayCopy: (values) => {
      copies += values;
      return copies <= options.limits.copies;
    },
  };
}

function normalized(scope: Scope, tree: Mapping, name: ProjectName): Mapping {
  if (!scope.run.options.normalize) return tree;
  const named = withEntries(tree, [nameEntry(tree, name)]);
  return normalize(named, (variable) => scope.variables.get(variable));
}

function nameEntry(tree: Mapping, { value, written }: ProjectName): Entry {
  const at = written?.at ?? child(tree, 'name')?.at;
  const origin = at ?? synthetic(tree.at, 'a project without a name is named after its directory');
  return { name: 'name', at: origin, value: scalar(value, origin) };
}
