/** The name of a project: given, from the environment, from a file, or from the directory. */
import type { Scalar } from '../source/tree.js';
import { child, mapping } from '../source/tree.js';
import type { Document } from './document.js';
import { goText } from './go-text.js';
import { interpolateTree } from './interpolate.js';
import { isUnknown } from './project.js';
import type { Scope } from './run.js';
import { refuse, reportIn } from './run.js';

export interface NameSource {
  readonly name: string;
  /** Given by the user, so it must be valid as it is; a directory's name only serves where no file has one. */
  readonly given: boolean;
}

export interface ProjectName {
  readonly value: string;
  /** Where a file says so. */
  readonly written?: Scalar;
}

/** Lower case letters, digits, `_` and `-`, the first of them a letter or digit; everything else is left out. */
export function normalizeProjectName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}

export function invalidProjectName(name: string): string {
  return `invalid project name ${JSON.stringify(name)}: must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number`;
}

/**
 * A name that was given counts, else the last one in the documents. A directory's name does not step in for a written
 * one that comes to nothing, unless nobody can know what it comes to.
 */
export function projectName(scope: Scope, source: NameSource, documents: readonly Document[]): ProjectName {
  if (source.given) {
    if (normalizeProjectName(source.name) !== source.name) refuse(scope, invalidProjectName(source.name));
    return { value: source.name };
  }
  const written = documents.map(({ root }) => writtenName(child(root, 'name'))).findLast((name) => name !== undefined);
  if (!written) return { value: source.name };
  const name = interpolated(scope, written);
  if (scope.run.options.mode === 'analysis' && isUnknown(name)) return { value: source.name, written: name };
  const text = goText(name);
  return { value: scope.run.options.normalize ? normalizeProjectName(text) : text, written: name };
}

function writtenName(name: ReturnType<typeof child>): Scalar | undefined {
  return name?.kind === 'scalar' && name.value !== null && name.value !== '' ? name : undefined;
}

function interpolated(scope: Scope, name: Scalar): Scalar {
  const { options } = scope.run;
  if (!options.interpolate) return name;
  const document = mapping([{ name: 'name', at: name.at, value: name }], name.at);
  const { tree, problems } = interpolateTree(document, (variable) => scope.variables.get(variable), options.mode);
  for (const problem of problems) reportIn(scope, problem);
  const value = child(tree, 'name');
  return value?.kind === 'scalar' ? value : name;
}
