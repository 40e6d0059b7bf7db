/** Edits as a unified diff, as `git apply` and `patch -p1` read it. */
import type { TextEdit } from '../source/edits.js';
import { logLine, printable, withoutLineCommand } from '../source/printable.js';

export interface FileChange {
  /** Relative to where the patch is applied. */
  readonly path: string;
  /** `undefined`: there was no such file. */
  readonly before: string | undefined;
  readonly after: string;
}

const CONTEXT = 3;

/** Lines `[start, end)` of both texts that are not the same. */
interface Block {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** `edits` lead from the text before to the one after, which may have been masked since, line by line. */
export function unifiedDiff({ path, before, after }: FileChange, places: readonly Block[]): string {
  const [oldLines, newLines] = [linesOf(before ?? ''), linesOf(after)];
  const blocks = places
    .map((block) => trimmed(block, oldLines, newLines))
    .filter(({ oldStart, oldEnd, newStart, newEnd }) => {
      return oldEnd > oldStart || newEnd > newStart;
    });
  if (blocks.length === 0) return '';
  const hunks = grouped(adjoining(blocks)).map((group) => hunkText(group, oldLines, newLines));
  const name = logLine(path);
  const [from, to] = [before === undefined ? '/dev/null' : `a/${name}`, `b/${name}`];
  return `--- ${from}\n+++ ${to}\n${hunks.join('')}`;
}

/** The lines that edits touch, in the text before and after. */
export function touchedLines(before: string, edits: readonly TextEdit[]): readonly Block[] {
  const blocks: Block[] = [];
  const starts = lineStartsOf(before);
  let line = 0;
  let shift = 0;
  for (const { at, text } of edits) {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= at.start) line++;
    let last = line;
    while (last + 1 < starts.length && (starts[last + 1] ?? 0) <= at.end) last++;
    const added = breaksIn(text) - breaksIn(before.slice(at.start, at.end));
    const block = {
      oldStart: line,
      oldEnd: last + 1,
      newStart: line + shift,
      newEnd: last + 1 + shift + added,
    };
    shift += added;
    const previous = blocks.at(-1);
    if (previous && block.oldStart < previous.oldEnd)
      blocks[blocks.length - 1] = {
        ...previous,
        oldEnd: Math.max(previous.oldEnd, block.oldEnd),
        newEnd: block.newEnd,
      };
    else blocks.push(block);
  }
  return blocks;
}

export function wholeFile(after: string): readonly Block[] {
  return [{ oldStart: 0, oldEnd: 0, newStart: 0, newEnd: linesOf(after).length }];
}

function trimmed(block: Block, oldLines: readonly string[], newLines: readonly string[]): Block {
  let { oldStart, newStart } = block;
  let oldEnd = Math.min(block.oldEnd, oldLines.length);
  let newEnd = Math.min(block.newEnd, newLines.length);
  while (oldStart < oldEnd && newStart < newEnd && oldLines[oldStart] === newLines[newStart]) {
    oldStart++;
    newStart++;
  }
  while (oldEnd > oldStart && newEnd > newStart && oldLines[oldEnd - 1] === newLines[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { oldStart, oldEnd, newStart, newEnd };
}

/** Blocks with nothing between them become one, so that what goes comes before what stands in its place. */
function adjoining(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && last.oldEnd === block.oldStart)
      joined[joined.length - 1] = { ...last, oldEnd: block.oldEnd, newEnd: block.newEnd };
    else joined.push(block);
  }
  return joined;
}

/** Blocks whose context would meet share a hunk. */
function grouped(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && block.oldStart - last.oldEnd <= 2 * CONTEXT) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function hunkText(group: readonly Block[], oldLines: readonly string[], newLines: readonly string[]): string {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return '';
  const head = Math.min(CONTEXT, first.oldStart);
  const tail = Math.min(CONTEXT, oldLines.length - last.oldEnd);
  const lines: string[] = [];
  const put = (mark: string, from: readonly string[], start: number, end: number): void => {
    for (const line of from.slice(start, end)) lines.push(lineText(mark, line));
  };
  put(' ', oldLines, first.oldStart - head, first.oldStart);
  for (const [index, block] of group.entries()) {
    put('-', oldLines, block.oldStart, block.oldEnd);
    put('+', newLines, block.newStart, block.newEnd);
    put(' ', oldLines, block.oldEnd, group[index + 1]?.oldStart ?? block.oldEnd + tail);
  }
  const [oldCount, newCount] = [
    last.oldEnd + tail - (first.oldStart - head),
    last.newEnd + tail - (first.newStart - head),
  ];
  return `@@ -${span(first.oldStart - head, oldCount)} +${span(first.newStart - head, newCount)} @@\n${lines.join('')}`;
}

/** Of no lines at all, the line before them is named. */
function span(start: number, count: number): string {
  const line = count === 0 ? start : start + 1;
  return count === 1 ? `${line}` : `${line},${count}`;
}

/** Tabs stay, and the carriage return of a line end, without which the patch would not apply. */
function lineText(mark: string, line: string): string {
  const [, text = '', end = ''] = /^([\s\S]*?)(\r?\n)?$/.exec(line) ?? [];
  const shown = withoutLineCommand(text.split('\t').map(printable).join('\t'));
  return `${mark}${shown}${end === '' ? '\n\\ No newline at end of file\n' : end}`;
}

/** With their ends. */
function linesOf(text: string): readonly string[] {
  const starts = lineStartsOf(text);
  return starts
    .map((start, index) => text.slice(start, starts[index + 1] ?? text.length))
    .filter((line) => line !== '');
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
