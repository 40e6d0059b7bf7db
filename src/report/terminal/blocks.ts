/** Joins the locations of a finding into blocks: the lines of one file that are shown together, and the marks in them. */
import type { Location } from '../../analysis/report.js';
import type { Region } from '../../source/text.js';

export interface Mark extends Region {
  readonly label: string;
  readonly primary: boolean;
}

export interface Block {
  /** The one that is named above the lines. */
  readonly place: Location;
  /** In order; numbers that are missing are folded. */
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  /** In the columns of `lines`. */
  readonly marks: readonly Mark[];
}

interface Draft {
  readonly place: Location;
  readonly texts: Map<number, { readonly text: string; readonly marked: boolean }>;
  readonly shown: Set<number>;
  readonly marks: Mark[];
}

/** Lines of a long mark that are shown at its start and at its end. */
const HEAD = 4;
const TAIL = 2;
/** A gap of so few lines is shown rather than folded, where its lines are known. */
const BRIDGE = 2;

/** The first location is the primary one: its context is shown, and its block comes first. */
export function blocksOf(locations: readonly Location[]): readonly Block[] {
  const drafts: Draft[] = [];
  for (const [index, location] of locations.entries()) {
    let draft = drafts.find((candidate) => canHold(candidate, location));
    if (draft === undefined) {
      draft = { place: location, texts: new Map(), shown: new Set(), marks: [] };
      drafts.push(draft);
    }
    addTo(draft, location, index === 0);
  }
  return drafts.map(({ place, texts, shown, marks }) => ({ place, lines: linesOf(texts, shown), marks }));
}

/** A long line is cut around what is marked in it; two cuts of one line cannot share a block. */
function canHold({ place, texts }: Draft, location: Location): boolean {
  if (place.file !== location.file) return false;
  return snippetLines(location).every(({ number, text, marked }) => {
    const known = texts.get(number);
    return known === undefined || known.text === text || !known.marked || !marked;
  });
}

function addTo({ texts, shown, marks }: Draft, location: Location, primary: boolean): void {
  const { marked } = location.snippet;
  for (const line of snippetLines(location)) {
    if (line.marked || !texts.get(line.number)?.marked) texts.set(line.number, line);
    const inFold = line.number >= marked.startLine + HEAD && line.number <= marked.endLine - TAIL;
    if (!inFold && (line.marked || primary)) shown.add(line.number);
  }
  marks.push({ ...endingOnText(marked, texts), label: location.label, primary });
}

function snippetLines({ snippet: { startLine, lines, marked } }: Location) {
  return lines.map((text, index) => {
    const number = startLine + index;
    return { number, text, marked: marked.startLine <= number && number <= marked.endLine };
  });
}

/** A range that takes in its last line end ends before it. */
function endingOnText(region: Region, texts: Draft['texts']): Region {
  const { startLine, startColumn, endLine, endColumn } = region;
  if (endColumn > 1 || endLine === startLine) return region;
  const length = texts.get(endLine - 1)?.text.length ?? 0;
  return { startLine, startColumn, endLine: endLine - 1, endColumn: length + 1 };
}

/** Blank context is left out, unless it stands between lines that are shown. */
function linesOf(texts: Draft['texts'], shown: ReadonlySet<number>): Block['lines'] {
  const numbers: number[] = [];
  for (const number of [...shown].sort((a, b) => a - b)) {
    const line = texts.get(number);
    if (line === undefined || (!line.marked && line.text.trim() === '')) continue;
    const previous = numbers.at(-1) ?? number;
    if (number - previous - 1 <= BRIDGE) {
      const between = numbersBetween(previous, number);
      if (between.every((skipped) => texts.has(skipped))) numbers.push(...between);
    }
    numbers.push(number);
  }
  return numbers.map((number) => ({ number, text: texts.get(number)?.text ?? '' }));
}

function numbersBetween(previous: number, next: number): readonly number[] {
  return Array.from({ length: Math.max(0, next - previous - 1) }, (_, index) => previous + 1 + index);
}
