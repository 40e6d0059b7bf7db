/** The legend of an SVG picture: a sample of each mark beside what it means, in as many lines as it takes. */
import type { LegendEntry, Mark } from './picture-legend.js';
import { boxShape, frameShape, lineShape, smallText } from './svg-shapes.js';
import { SMALL_SIZE, textWidth } from './text-size.js';

const SAMPLE = 30;
const ROW = 24;
const BETWEEN = 24;

export interface Legend {
  readonly height: number;
  readonly drawn: readonly string[];
}

/** From `left` and `top` on, in no more than `width`. */
export function legendIn(entries: readonly LegendEntry[], left: number, top: number, width: number): Legend {
  let [x, y] = [left, top + ROW / 2];
  const drawn = entries.map(({ mark, text }) => {
    const needed = SAMPLE + 8 + textWidth(text, SMALL_SIZE);
    if (x > left && x + needed > left + width) [x, y] = [left, y + ROW];
    const shape = `${sample(mark, x, y)}${smallText({ x: x + SAMPLE + 8, y: y + 4 }, text)}`;
    x += needed + BETWEEN;
    return shape;
  });
  return { height: entries.length === 0 ? 0 : y + ROW / 2 - top, drawn };
}

function sample(mark: Mark, x: number, y: number): string {
  const area = { x: x + 2, y: y - 8, width: SAMPLE - 4, height: 16 };
  switch (mark.kind) {
    case 'arrow':
      return lineShape(mark.of, [
        { x, y },
        { x: x + SAMPLE, y },
      ]);
    case 'frame':
      return frameShape(mark.of, area, 4);
    case 'box':
      return boxShape(mark.of, undefined, mark.of === 'data' ? { ...area, y: y - 10, height: 20 } : area);
    case 'border':
      return boxShape('group', mark.of, area);
  }
}
