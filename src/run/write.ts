/** Files that a run writes: whole or not at all. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../compose/problem.js';
import { codeOf } from './disk.js';

/** Written beside the target and renamed, so that no reader sees half of it. Throws a `UserError`. */
export function writeWhole(file: string, text: string): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}`);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UserError(`${file}: cannot be written (${codeOf(error) || 'unknown error'})`);
  }
}

/** Only where nothing is yet. Throws a `UserError`. */
export function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw new UserError(`${file}: cannot be written (${codeOf(error) || 'unknown error'})`);
  }
}
