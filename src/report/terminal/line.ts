/** One line of source as it fits into the terminal: cut around what is marked in it, columns known. */
import { type Cell, cellsOf, isSimple } from './cells.js';

export interface FittedLine {
  readonly text: string;
  /** The terminal column (from 0) at which the character at a column of the source (from 1) begins, or ends. */
  readonly columnOf: (sourceColumn: number, edge: 'start' | 'end') => number;
}

const CUT = '…';

/** `focus` is the column of the source that must stay in sight. */
export function fitLine(source: string, width: number, focus: number, insideActions: boolean): FittedLine {
  // Nearly all lines: each unit stands in a column of its own.
  if (source.length <= width && !insideActions && isSimple(source)) {
    return { text: source, columnOf: (column) => Math.min(Math.max(column - 1, 0), source.length) };
  }
  const cells = cellsOf(source, insideActions);
  const kept = windowOf(cells, width, focus);
  const before = kept.first > 0 ? CUT : '';
  const after = kept.last < cells.length ? CUT : '';
  const visible = cells.slice(kept.first, kept.last);
  const text = before + visible.map((cell) => cell.text).join('') + after;
  const visibleWidth = before.length + after.length + sumOfWidths(visible);

  function columnOf(sourceColumn: number, edge: 'start' | 'end'): number {
    const offset = sourceColumn - 1;
    if (kept.first > 0 && offset < (visible[0]?.start ?? 0)) return 0;
    let column = before.length;
    for (const cell of visible) {
      if (edge === 'start' ? offset < cell.end : offset <= cell.start) return column;
      column += cell.width;
    }
    const last = visible.at(-1);
    return last !== undefined && offset > last.end ? visibleWidth : column;
  }
  return { text, columnOf };
}

/** Which cells to keep: all if they fit, else a window with the focus a third of the way in. */
function windowOf(cells: readonly Cell[], width: number, focus: number): { first: number; last: number } {
  if (sumOfWidths(cells) <= width) return { first: 0, last: cells.length };
  const room = Math.max(1, width - 2 * CUT.length);
  const focused = Math.max(
    0,
    cells.findIndex((cell) => focus - 1 < cell.end),
  );
  let first = focused;
  for (let used = 0; first > 0; first--) {
    used += cells[first - 1]?.width ?? 0;
    if (used > room / 3) break;
  }
  // What fits from the beginning is not cut there; what ends within the window is filled up from the left.
  if (sumOfWidths(cells.slice(0, focused + 1)) <= (room * 2) / 3) first = 0;
  let last = first;
  let used = 0;
  while (last < cells.length && used + (cells[last]?.width ?? 0) <= room) used += cells[last++]?.width ?? 0;
  while (first > 0 && last === cells.length && used + (cells[first - 1]?.width ?? 0) <= room)
    used += cells[--first]?.width ?? 0;
  return { first, last };
}

function sumOfWidths(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
