/** The cases in a folder of conformance data; none where it is absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnyCase, Suite } from './suite.js';

export function casesOf(folder: string, suite: Suite): readonly AnyCase[] {
  return caseFiles(folder)
    .filter((file) => suite.files.test(file))
    .flatMap((file): AnyCase[] => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
}

function caseFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.json') && !file.endsWith('manifest.json'))
    .sort();
}
