/** Finds the conformance data that lies beside the repository, where there is any. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(__dirname, '..', '..', '..', 'shared', 'conformance');

export const describeConformance = existsSync(FOLDER) ? describe : describe.skip;

/** The cases of a file; none where the data is absent. */
export function conformanceCases<Case>(file: string): readonly Case[] {
  const path = resolve(FOLDER, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}
