/** The reference data beside the repository, which a clone of the project does without. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '..', '..');
export const SHARED = path.resolve(ROOT, '..', 'shared');

/** `describe`, or `describe.skip` where a folder of the reference data is absent. */
export function describeWith(folder: string): jest.Describe {
  return existsSync(path.join(SHARED, folder)) ? describe : describe.skip;
}

/** The cases of every file in a folder of the conformance data; none where it is absent. */
export function conformanceCases<T>(folder: string): readonly T[] {
  const directory = path.join(SHARED, 'conformance', folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(path.join(directory, file), 'utf8')) as T[]);
}
