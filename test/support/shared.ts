/** The reference data beside the repository, which a clone of the project does without. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '..', '..');
export const SHARED = path.resolve(ROOT, '..', 'shared');

/** `describe`, or `describe.skip` where a folder of the reference data is absent. */
export function describeWith(folder: string): jest.Describe {
  return existsSync(path.join(SHARED, folder)) ? describe : describe.skip;
}
