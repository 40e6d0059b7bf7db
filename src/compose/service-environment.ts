/** What a container's environment and labels are in the end: `environment` over `env_file`, `labels` over `label_file`. */
import { movedBy } from '../source/limits.js';
import type { Range, SourceText } from '../source/text.js';
import { lineStarts } from '../source/text.js';
import type { Entry, Mapping, Origin, Scalar, Substitution, Tree } from '../source/tree.js';
import { child, isNull, mapping, NO_STEPS, scalar, sequence, stringValue } from '../source/tree.js';
import { truthOf } from './casts.js';
import type { DotenvEntry } from './dotenv.js';
import { substituted } from './environment.js';
import { parseEnvironmentFile } from './environment-files.js';
import { goText } from './go-text.js';
import { partScalar, subPart, wholePart } from './part.js';
import type { Problem } from './problem.js';
import type { Mode, Variable } from './project.js';
import type { Run } from './run.js';
import type { Sources } from './sources.js';
import type { Lookup, VariableValue } from './template.js';
import type { Variables } from './variables.js';
import { fileVariable } from './variables.js';

/** A variable of a container is read by many rules: it counts as several values. */
const COST_OF_LINE = 4;

export interface ResolvedService {
  readonly environment: readonly Variable[];
  readonly labels: readonly Variable[];
  readonly problems: readonly Problem[];
}

/**
 * A file that cannot be read is fatal in strict mode, and a gap to an analysis. One that is not there is only noted by an
 * analysis: such files are kept out of repositories on purpose.
 */
export function resolveService(service: Mapping, variables: Variables, run: Run): ResolvedService {
  const { sources, options, mayCopy } = run;
  const { mode, limits } = options;
  const problems: Problem[] = [];
  const missing = (message: string, at: Range): void => {
    problems.push({ kind: mode === 'strict' ? 'refusal' : 'unseen', message, at });
  };
  const absent = (message: string, at: Range): void => {
    problems.push({ kind: mode === 'strict' ? 'refusal' : 'note', message, at });
  };
  const read = (reference: FileReference): SourceText | undefined => {
    const source = sourceOf(reference, sources, absent, missing);
    // A small file that thousands of services share makes a large project.
    if (!source || mayCopy(COST_OF_LINE * (lineStarts(source).length - 1))) return source;
    missing(`the variables of all services are too many ${movedBy('copies', limits)}`, reference.at);
    return undefined;
  };
  const own = keyValues(child(service, 'environment')).map((variable) => withProjectValue(variable, variables));
  const ownByName = new Map(own.map((variable) => [variable.name, variable]));
  const known: Lookup = (name) => variables.get(name) ?? valueOfVariable(ownByName.get(name));
  const environment = withFiles(own, envFilesOf(service), read, mode, problems, known);
  const ownLabels = keyValues(child(service, 'labels'));
  const labels = withFiles(ownLabels, labelFilesOf(service), read, mode, problems, () => undefined);
  return { environment, labels, problems };
}

function withProjectValue(variable: Variable, variables: Variables): Variable {
  const known = variable.value ? undefined : variables.get(variable.name);
  if (!known) return variable;
  return { ...variable, value: substituted(scalar(variable.name, variable.at), variable.name, known) };
}

function valueOfVariable(variable: Variable | undefined): VariableValue | undefined {
  return variable?.value ? { value: String(variable.value.value), definition: variable.value.at } : undefined;
}

/** Entries of a `KEY=value` list or a mapping, values as the texts that a container gets. */
export function keyValues(tree: Tree | undefined): readonly Variable[] {
  if (tree === undefined) return [];
  const variables = new Map<string, Variable>();
  if (tree.kind === 'mapping') {
    for (const entry of tree.entries.values()) variables.set(entry.name, variableOf(entry));
  } else if (tree.kind === 'sequence') {
    for (const item of tree.items) {
      if (item.kind !== 'scalar') continue;
      const variable = assignmentOf(item);
      variables.set(variable.name, variable);
    }
  }
  return [...variables.values()];
}

function variableOf({ name, at, value }: Entry): Variable {
  return { name, at, value: value.kind === 'scalar' && !isNull(value) ? asText(value) : undefined };
}

function asText(value: Scalar): Scalar {
  return value.type === 'string' ? value : { ...value, type: 'string', value: goText(value) };
}

/** `KEY=value`; a key alone has no value. */
function assignmentOf(item: Scalar): Variable {
  const text = goText(item);
  const cut = text.indexOf('=');
  if (item.pair) {
    const { pair } = item;
    return cut < 0 ? { name: text, at: pair.at, value: undefined } : { ...variableOf(pair), name: text.slice(0, cut) };
  }
  if (cut < 0) return { name: text, at: item.at, value: undefined };
  const whole = wholePart(text);
  return {
    name: text.slice(0, cut),
    at: partScalar(item, subPart(whole, 0, cut)).at,
    value: partScalar(item, subPart(whole, cut + 1, text.length)),
  };
}

interface FileReference {
  readonly path: string;
  readonly required: boolean;
  readonly format: string;
  readonly kind: 'env' | 'label';
  readonly at: Origin;
}

function envFilesOf(service: Mapping): readonly FileReference[] {
  const files = child(service, 'env_file');
  if (files?.kind !== 'sequence') return [];
  return files.items.flatMap((item) => {
    const path = child(item, 'path');
    const text = stringValue(path);
    if (text === undefined || path === undefined) return [];
    return {
      path: text,
      required: truthOf(child(item, 'required')) !== false,
      format: stringValue(child(item, 'format')) ?? '',
      kind: 'env' as const,
      at: path.at,
    };
  });
}

function labelFilesOf(service: Mapping): readonly FileReference[] {
  const files = child(service, 'label_file');
  if (files?.kind !== 'sequence') return [];
  return files.items.flatMap((item) => {
    const path = stringValue(item);
    return path === undefined ? [] : { path, required: true, format: '', kind: 'label' as const, at: item.at };
  });
}

/** Later files win over earlier ones, and what the service says itself over all of them. */
function withFiles(
  own: readonly Variable[],
  files: readonly FileReference[],
  open: (reference: FileReference) => SourceText | undefined,
  mode: Mode,
  problems: Problem[],
  lookup: Lookup,
): readonly Variable[] {
  if (files.length === 0) return own;
  const read = new Map<string, { readonly entry: DotenvEntry; readonly file: SourceText }>();
  const known = new Map<string, VariableValue>();
  for (const reference of files) {
    const file = open(reference);
    if (!file) continue;
    const parsed = parseEnvironmentFile(file, { mode, lookup, earlier: known, format: reference.format });
    problems.push(...parsed.problems);
    for (const [name, entry] of parsed.entries) {
      known.set(name, fileVariable(entry));
      read.set(name, { entry, file });
    }
  }
  const named = new Set(own.map(({ name }) => name));
  const inherited = [...read.values()].filter(({ entry }) => !named.has(entry.name));
  return [...inherited.map(({ entry, file }) => variableOfFile(entry, file)), ...own];
}

function variableOfFile({ name, value, at, valueAt, unknown }: DotenvEntry, file: SourceText): Variable {
  const held = scalar(value, { ...valueAt, via: NO_STEPS });
  const substitutions = unknown.map(({ name: unset, start, end }): Substitution => {
    return { name: unset, from: 'unset', start, end, rawStart: start, rawEnd: end };
  });
  const marked = substitutions.length > 0 ? { ...held, interpolation: { raw: value, substitutions } } : held;
  return { name, at: { ...at, via: NO_STEPS }, value: marked, file };
}

function sourceOf(
  { path, kind, required, at }: FileReference,
  sources: Sources,
  absent: (message: string, at: Range) => void,
  missing: (message: string, at: Range) => void,
): SourceText | undefined {
  const there = sources.stat(path);
  if (there === 'outside') {
    const read = sources.read(path);
    absent(read.ok ? path : read.message, at);
    return undefined;
  }
  if (there === undefined) {
    if (required) absent(`${kind} file ${path} not found: stat ${path}: no such file or directory`, at);
    return undefined;
  }
  const read = sources.read(path);
  if (read.ok) return read.source;
  missing(read.message, at);
  return undefined;
}

/** The variables in the form of `written`, a list where nothing was: Compose treats `x-*` keys of mappings in a way of its own. */
export function variablesTree(variables: readonly Variable[], written: Tree | undefined, at: Origin): Tree {
  const entries = variables.map(({ name, at: site, value }): Entry => {
    return { name, at: site, value: value ?? scalar(null, site) };
  });
  return written?.kind === 'mapping' ? mapping(entries, at) : sequence(entries.map(assignmentText), at);
}

function assignmentText(pair: Entry): Scalar {
  const text = isNull(pair.value) ? pair.name : `${pair.name}=${stringValue(pair.value)}`;
  return { ...scalar(text, pair.at), pair };
}
