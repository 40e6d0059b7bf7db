/** Splits a command line into words as a POSIX shell would (IEEE 1003.1, 2.3 "Token Recognition"), keeping offsets. Nothing is expanded. */

export interface Word {
  /** Without quotes and backslashes. */
  readonly text: string;
  /** For every unit of `text`, its offset in the line. */
  readonly offsets: readonly number[];
  /** `;`, `|`, `&`, a parenthesis or a line end: what ends a command. */
  readonly operator: boolean;
}

/** A word that stands as it is, such as an item of an exec form. */
export function plainWord(text: string): Word {
  return { text, offsets: Array.from({ length: text.length }, (_, index) => index), operator: false };
}

/** The words of one that holds a script (`sh -c '...'`), with offsets in the outer line. */
export function wordsWithin(word: Word): readonly Word[] {
  return shellWords(word.text).map((inner) => ({
    ...inner,
    offsets: inner.offsets.map((offset) => word.offsets[offset] ?? 0),
  }));
}

export function shellWords(line: string): readonly Word[] {
  const words: Word[] = [];
  let text = '';
  let offsets: number[] = [];
  let started = false;
  const add = (index: number): void => {
    text += line.charAt(index);
    offsets.push(index);
    started = true;
  };
  const finish = (): void => {
    if (started) words.push({ text, offsets, operator: false });
    text = '';
    offsets = [];
    started = false;
  };
  let index = 0;
  while (index < line.length) {
    const unit = line.charAt(index);
    if (unit === '\\') {
      if (line.charAt(index + 1) !== '\n' && index + 1 < line.length) add(index + 1);
      index += 2;
    } else if (unit === "'") {
      const close = line.indexOf("'", index + 1);
      const end = close < 0 ? line.length : close;
      started = true;
      for (let inner = index + 1; inner < end; inner++) add(inner);
      index = end + 1;
    } else if (unit === '"') {
      started = true;
      index++;
      while (index < line.length && line.charAt(index) !== '"') {
        if (line.charAt(index) === '\\' && '"\\$`'.includes(line.charAt(index + 1) || ' ')) index++;
        add(index++);
      }
      index++;
    } else if (' \t\r'.includes(unit)) {
      finish();
      index++;
    } else if (';|&()\n'.includes(unit)) {
      finish();
      words.push({ text: unit, offsets: [index], operator: true });
      index++;
    } else if (unit === '#' && !started) {
      const end = line.indexOf('\n', index);
      index = end < 0 ? line.length : end;
    } else {
      add(index++);
    }
  }
  finish();
  return words;
}
