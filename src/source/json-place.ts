/** Places in JSON texts: where a value is that a path leads to, and where a text stops being JSON. Linear, and without recursion. */

/** Offset of the value; `undefined` where there is none. The text must be JSON. Keys are those of the parsed value. */
export function offsetOfValue(text: string, path: readonly string[]): number | undefined {
  const end = walk(text, path);
  return end.isValue ? end.at : undefined;
}

/** Offset at which a text that is no JSON goes wrong. */
export function offsetOfFault(text: string): number {
  return walk(text, undefined).at;
}

/** An object whose key is read, or an array with the index of its item. */
interface Frame {
  readonly close: '}' | ']';
  key: string;
  index: number;
}

const BLANK = /[ \t\r\n]*/y;
/** All but quotes, backslashes and what is below the blank. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function walk(text: string, path: readonly string[] | undefined): { readonly at: number; readonly isValue: boolean } {
  const frames: Frame[] = [];
  /** How many frames, from the outside, are on the way. */
  let matched = 0;
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found !== null;
  };
  const take = (character: string): boolean => {
    skip(BLANK);
    if (text[at] !== character) return false;
    at++;
    return true;
  };
  const takeText = (): boolean => {
    if (!take('"')) return false;
    do skip(PLAIN);
    while (skip(ESCAPE));
    if (text[at] !== '"') return false;
    at++;
    return true;
  };
  const takeKey = (frame: Frame): boolean => {
    skip(BLANK);
    const start = at;
    if (!takeText()) return false;
    if (path) frame.key = String(JSON.parse(text.slice(start, at)));
    return take(':');
  };
  /** To the next value of what is open; false at a fault, `undefined` at the end of everything. */
  const advance = (): boolean | undefined => {
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      if (take(',')) {
        frame.index++;
        return frame.close === ']' || takeKey(frame);
      }
      if (!take(frame.close)) return false;
      frames.pop();
      matched = Math.min(matched, frames.length);
    }
    skip(BLANK);
    return at === text.length ? undefined : false;
  };

  for (;;) {
    skip(BLANK);
    const frame = frames.at(-1);
    if (path && frame) {
      const step = frame.close === ']' ? String(frame.index) : frame.key;
      matched = Math.min(matched, frames.length - 1);
      if (matched === frames.length - 1 && step === path[matched]) matched++;
    }
    if (path && matched === path.length && frames.length === path.length) return { at, isValue: true };
    const open = text[at] === '{' ? '}' : text[at] === '[' ? ']' : undefined;
    if (open) {
      at++;
      const inner: Frame = { close: open, key: '', index: 0 };
      frames.push(inner);
      if (!take(open)) {
        if (open === '}' && !takeKey(inner)) break;
        continue;
      }
      frames.pop();
    } else if (text[at] === '"' ? !takeText() : !skip(SCALAR)) break;
    if (!advance()) break;
  }
  return { at, isValue: false };
}
