/** Splits a command line into words as a POSIX shell would (IEEE 1003.1, 2.3 "Token Recognition"), keeping offsets. Nothing is expanded. */

export interface Word {
  /** Without quotes and backslashes. */
  readonly text: string;
  /** The offset in the line of the first unit of `text`, and of each: absent where they follow each other, as in nearly all. */
  readonly start: number;
  readonly offsets?: readonly number[] | undefined;
  /** `;`, `|`, `&`, a parenthesis or a line end: what ends a command. */
  readonly operator: boolean;
  /** Which of the texts of a command the line is. */
  readonly item: number;
}

/** The offset in the line of a unit of a word; `undefined` where the word has no such unit. */
export function offsetIn({ text, start, offsets }: Word, index: number): number | undefined {
  if (index < 0 || index >= text.length) return undefined;
  return offsets ? offsets[index] : start + index;
}

/** A word that stands as it is, such as an item of an exec form. */
export function plainWord(text: string, item = 0): Word {
  return { text, start: 0, operator: false, item };
}

/** A word without its first units. */
export function wordBehind(word: Word, units: number): Word {
  const text = word.text.slice(units);
  return { ...word, text, start: offsetIn(word, units) ?? 0, offsets: word.offsets?.slice(units) };
}

/** The words of one that holds a script (`sh -c '...'`), with offsets in the outer line. */
export function wordsWithin(word: Word): readonly Word[] {
  return shellWords(word.text, word.item).map((inner) => {
    const start = offsetIn(word, inner.start) ?? 0;
    if (!inner.offsets && !word.offsets) return { ...inner, start };
    const offsets = Array.from(
      { length: inner.text.length },
      (_, index) => offsetIn(word, offsetIn(inner, index) ?? 0) ?? 0,
    );
    return { ...inner, start, offsets };
  });
}

/** What ends a run of units that are nothing but themselves. */
const SPECIAL: ReadonlySet<string> = new Set('\\\'" \t\r;|&()\n');

export function shellWords(line: string, item = 0): readonly Word[] {
  const words: Word[] = [];
  let text = '';
  let start = 0;
  let offsets: number[] | undefined;
  let started = false;
  const add = (from: number, to: number): void => {
    started = true;
    if (from >= to) return;
    if (text === '') start = from;
    else if (!offsets && from !== start + text.length)
      offsets = Array.from({ length: text.length }, (_, at) => start + at);
    if (offsets) for (let at = from; at < to; at++) offsets.push(at);
    text += line.slice(from, to);
  };
  const finish = (): void => {
    if (started) words.push({ text, start, offsets, operator: false, item });
    text = '';
    offsets = undefined;
    started = false;
  };
  let index = 0;
  while (index < line.length) {
    const unit = line.charAt(index);
    if (unit === '\\') {
      if (line.charAt(index + 1) !== '\n' && index + 1 < line.length) add(index + 1, index + 2);
      index += 2;
    } else if (unit === "'") {
      const close = line.indexOf("'", index + 1);
      const end = close < 0 ? line.length : close;
      add(index + 1, end);
      index = end + 1;
    } else if (unit === '"') {
      started = true;
      index++;
      while (index < line.length && line.charAt(index) !== '"') {
        if (line.charAt(index) === '\\' && '"\\$`'.includes(line.charAt(index + 1) || ' ')) index++;
        const from = index++;
        while (index < line.length && !'"\\'.includes(line.charAt(index))) index++;
        add(from, Math.min(index, line.length));
      }
      index++;
    } else if (' \t\r'.includes(unit)) {
      finish();
      index++;
    } else if (';|&()\n'.includes(unit)) {
      finish();
      words.push({ text: unit, start: index, offsets: undefined, operator: true, item });
      index++;
    } else if (unit === '#' && !started) {
      const end = line.indexOf('\n', index);
      index = end < 0 ? line.length : end;
    } else {
      const from = index++;
      while (index < line.length && !SPECIAL.has(line.charAt(index))) index++;
      add(from, index);
    }
  }
  finish();
  return words;
}
