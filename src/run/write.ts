/** Files that a run writes: whole or not at all. */
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../compose/problem.js';
import { codeOf } from './disk.js';

/**
 * Puts another text into a file that was read before, which keeps its mode, its byte order mark and the links that lead
 * to it. `before`: what was read; `undefined` for a file that must not be there. Throws a `UserError`.
 */
export function rewriteWhole(file: string, before: string | undefined, after: string): void {
  if (before === undefined) {
    writeWhole(file, after);
    return;
  }
  const target = realPath(file);
  const mark = currentText(target) === `${BYTE_ORDER_MARK}${before}` ? BYTE_ORDER_MARK : '';
  if (mark === '' && currentText(target) !== before)
    throw new UserError(`${file}: has changed since it was read; run again`);
  writeWhole(target, mark + after, statSync(target).mode & 0o7777);
}

const BYTE_ORDER_MARK = '\ufeff';

function realPath(file: string): string {
  try {
    accessSync(file, constants.W_OK);
    return realpathSync(file);
  } catch (error) {
    throw new UserError(`${file}: cannot be written (${codeOf(error) || 'unknown error'})`);
  }
}

function currentText(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Written beside the target and renamed, so that no reader sees half of it. Throws a `UserError`. */
export function writeWhole(file: string, text: string, mode?: number): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${crypto.randomUUID()}`);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, text, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode);
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
