/** `bulkhead fix`: shows as a diff what can be repaired, or repairs it. */
import { UserError } from '../compose/problem.js';
import { RULES } from '../rules/index.js';
import { type Fixed, fixProjects } from '../run/fix.js';
import { rewriteWhole } from '../run/write.js';
import { nearest } from '../source/nearest.js';
import { logLine } from '../source/printable.js';
import type { Command } from './arguments.js';
import { hostOf } from './host.js';
import { selectionOf } from './options.js';
import { EXIT, type World } from './world.js';

export const fix: Command = (parsed, world) => {
  const only = parsed.values('only');
  for (const id of only) demandRule(id);
  const selection = selectionOf(parsed, world, parsed.positionals);
  const result = fixProjects(hostOf(parsed, world, selection), { selection, only });
  const isApplied = parsed.flag('apply');
  if (isApplied) apply(result);
  else for (const { diff } of result.files) world.stdout(diff);
  tell(result, isApplied, world);
  if (result.gaps.length > 0) return EXIT.unusable;
  return isApplied || result.fixed.length === 0 ? EXIT.clean : EXIT.findings;
};

function demandRule(id: string): void {
  const ids = RULES.map((rule) => rule.id);
  if (ids.includes(id)) return;
  const similar = nearest(id, ids);
  throw new UserError(`--only: there is no rule '${id}'${similar ? `; did you mean '${similar}'?` : ''}`);
}

function apply({ files }: Fixed): void {
  if (files.some(({ path }) => path === '-')) throw new UserError('--apply: standard input cannot be changed');
  for (const { path, before, after } of files) rewriteWhole(path, before, after);
}

function tell({ fixed, refused, variables, files, gaps }: Fixed, isApplied: boolean, world: World): void {
  const say = (text: string): void => world.stderr(`${logLine(text)}\n`);
  for (const { file, startLine, startColumn, reason } of gaps)
    say(`bulkhead: ${file}${startLine === undefined ? '' : `:${startLine}:${startColumn ?? 1}`}: ${reason}`);
  for (const { finding, reason } of refused) {
    const [{ file, startLine, startColumn }] = finding.locations;
    say(`${file}:${startLine}:${startColumn}: not fixed: ${reason} [${finding.ruleId}]`);
  }
  if (fixed.length === 0) {
    say('Nothing to fix.');
    return;
  }
  const count = `${counted(fixed.length, 'finding')} in ${counted(files.length, 'file')}`;
  say(isApplied ? `Fixed ${count}.` : `${count} can be fixed: run again with --apply.`);
  if (variables.length > 0)
    say(`Set ${variables.join(', ')} outside of the repository; the values that were written are known: change them.`);
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
