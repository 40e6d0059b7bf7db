/** Expected outputs as files: `UPDATE_CASES=1 npx jest` writes them anew, and the difference is to be read. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CASES = path.resolve(__dirname, '..', 'cases');

export function expectCase(name: string, actual: string): void {
  const file = path.join(CASES, name);
  if (process.env.UPDATE_CASES) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
