/** Breaks printable text into lines at its blanks. */
import { widthOf } from './cells.js';

/** At most `width` columns a line, `first` of them on the first; a word wider than that stands alone. */
export function wrap(text: string, width: number, first = width): readonly string[] {
  const indentation = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = indentation;
  let used = indentation.length;
  let empty = true;
  for (const word of text.slice(indentation.length).split(' ')) {
    const wordWidth = widthOf(word);
    const room = lines.length === 0 ? first : width;
    if (!empty && used + 1 + wordWidth > room) {
      lines.push(line);
      line = indentation + word;
      used = indentation.length + wordWidth;
    } else {
      line += empty ? word : ` ${word}`;
      used += empty ? wordWidth : wordWidth + 1;
    }
    empty = false;
  }
  lines.push(line);
  return lines;
}
