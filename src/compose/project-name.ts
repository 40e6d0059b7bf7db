/** The name of a project: given, from the environment, from a file, or from the directory. */
import type { Mapping, Scalar } from '../source/tree.js';
import { child } from '../source/tree.js';

export interface NameSource {
  readonly name: string;
  /** Given by the user, so it must be valid as it is; a directory's name only serves where no file has one. */
  readonly given: boolean;
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

/** The last name that a document gives. */
export function writtenName(documents: readonly Mapping[]): Scalar | undefined {
  return documents.map(nameOf).findLast((name) => name !== undefined);
}

export function nameOf(document: Mapping): Scalar | undefined {
  const name = child(document, 'name');
  if (name?.kind !== 'scalar' || name.value === null || name.value === '') return undefined;
  return name;
}
