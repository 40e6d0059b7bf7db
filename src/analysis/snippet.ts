/** Cuts the lines of a location out of its text, fit to be shown: secrets masked, long lines and long ranges cut. */
import { lineStarts, type Range, type Region, regionOf, type SourceText } from '../source/text.js';
import type { Snippet } from './report.js';
import { MASK } from './secrets.js';

const CUT = '…';
/** UTF-16 units of one line that are kept. */
const LINE_LIMIT = 320;
/** Lines of one range that are kept. */
const RANGE_LIMIT = 60;

interface Interval {
  readonly start: number;
  readonly end: number;
}

interface ShownLine {
  readonly text: string;
  /** Of the focus, from 1; the end is exclusive. */
  readonly startColumn: number;
  readonly endColumn: number;
}

/** Of a location whose lines nobody wants, or knows. */
export function withoutLines(marked: Region): Snippet {
  return { startLine: marked.startLine, lines: [], marked };
}

/**
 * The lines of `range` and `context` lines on either side. `secrets` are all ranges that may not be shown, of any text;
 * one array for all snippets of a run lets it be sorted once.
 */
export function snippetOf(range: Range, secrets: readonly Range[], context: number): Snippet {
  const { source } = range;
  const masks = masksOf(secrets, source.path);
  const region = regionOf(range);
  const endLine = Math.min(region.endLine, region.startLine + RANGE_LIMIT - 1);
  const firstLine = Math.max(1, region.startLine - context);
  const lastLine = Math.max(endLine, Math.min(lastWrittenLine(source), endLine + context));

  const lines: string[] = [];
  let startColumn = 1;
  let endColumn = 1;
  for (let line = firstLine; line <= lastLine; line++) {
    const whole = lineInterval(source, line);
    const shown = showLine(source.text, whole, clip(range, whole), masks);
    lines.push(shown.text);
    if (line === region.startLine) startColumn = shown.startColumn;
    if (line === endLine) endColumn = shown.endColumn;
  }
  return { startLine: firstLine, lines, marked: { startLine: region.startLine, startColumn, endLine, endColumn } };
}

function showLine(text: string, whole: Interval, focus: Interval, masks: readonly Interval[]): ShownLine {
  const kept = windowAround(text, whole, focus);
  let shown = kept.start > whole.start ? CUT : '';
  let startColumn: number | undefined;
  let endColumn: number | undefined;

  function append(part: Interval, masked: boolean): void {
    const before = shown.length;
    shown += masked ? MASK : text.slice(part.start, part.end);
    if (part.start <= focus.start && focus.start < part.end)
      startColumn = before + (masked ? 0 : focus.start - part.start) + 1;
    if (part.start < focus.end && focus.end <= part.end)
      endColumn = (masked ? shown.length : before + focus.end - part.start) + 1;
  }

  let at = kept.start;
  for (let index = firstEndingAfter(masks, kept.start); index < masks.length; index++) {
    const mask = masks[index];
    if (mask === undefined || mask.start >= kept.end) break;
    const hidden = { start: hiddenFrom(text, mask, whole), end: Math.min(mask.end, whole.end) };
    if (hidden.start >= hidden.end) continue;
    if (at < hidden.start) append({ start: at, end: hidden.start }, false);
    append(hidden, true);
    at = hidden.end;
  }
  if (at < kept.end) append({ start: at, end: kept.end }, false);
  if (Math.max(at, kept.end) < whole.end) shown += CUT;

  const start = startColumn ?? shown.length + 1;
  const end = endColumn ?? (focus.start < focus.end ? shown.length + 1 : start);
  return { text: shown, startColumn: start, endColumn: Math.max(start, end) };
}

/** The part of a line that is kept: as much of the focus as fits, with a third of the room before it. */
function windowAround(text: string, whole: Interval, focus: Interval): Interval {
  if (whole.end - whole.start <= LINE_LIMIT) return whole;
  const wanted = Math.min(focus.start - Math.floor(LINE_LIMIT / 3), whole.end - LINE_LIMIT);
  const start = Math.max(whole.start, wanted);
  return { start: outsidePair(text, start), end: outsidePair(text, start + LINE_LIMIT) };
}

/** The offset itself, or the next one where it would split a surrogate pair. */
function outsidePair(text: string, offset: number): number {
  const before = text.charCodeAt(offset - 1) & 0xfc00;
  const after = text.charCodeAt(offset) & 0xfc00;
  return before === 0xd800 && after === 0xdc00 ? offset + 1 : offset;
}

/** Where a mask begins on a line: on the later lines of a secret the indentation is the file's, and stays. */
function hiddenFrom(text: string, mask: Interval, whole: Interval): number {
  if (mask.start >= whole.start) return mask.start;
  let offset = whole.start;
  while (offset < Math.min(mask.end, whole.end, whole.start + LINE_LIMIT) && text[offset] === ' ') offset++;
  return offset;
}

function clip(range: Interval, whole: Interval): Interval {
  const start = Math.min(Math.max(range.start, whole.start), whole.end);
  return { start, end: Math.max(start, Math.min(range.end, whole.end)) };
}

/** A line (counted from 1) without its line end. */
function lineInterval(source: SourceText, line: number): Interval {
  const starts = lineStarts(source);
  const start = starts[line - 1] ?? source.text.length;
  let end = starts[line] ?? source.text.length;
  if (end > start && source.text[end - 1] === '\n') end--;
  if (end > start && source.text[end - 1] === '\r') end--;
  return { start, end };
}

/** A line end at the end of the text opens no line worth showing. */
function lastWrittenLine(source: SourceText): number {
  const starts = lineStarts(source);
  return starts.at(-1) === source.text.length ? starts.length - 1 : starts.length;
}

const masksByPath = new WeakMap<readonly Range[], ReadonlyMap<string, readonly Interval[]>>();

function masksOf(secrets: readonly Range[], path: string): readonly Interval[] {
  let known = masksByPath.get(secrets);
  if (known === undefined) {
    known = sortMasks(secrets);
    masksByPath.set(secrets, known);
  }
  return known.get(path) ?? [];
}

/** Per file: ascending, with overlaps joined. */
function sortMasks(secrets: readonly Range[]): ReadonlyMap<string, readonly Interval[]> {
  const joined = new Map<string, Interval[]>();
  for (const { source, start, end } of [...secrets].sort((a, b) => a.start - b.start)) {
    if (start >= end) continue;
    const masks = joined.get(source.path) ?? [];
    joined.set(source.path, masks);
    const last = masks.at(-1);
    if (last && start <= last.end) masks[masks.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else masks.push({ start, end });
  }
  return joined;
}

function firstEndingAfter(masks: readonly Interval[], offset: number): number {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((masks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
