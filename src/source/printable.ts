/** Makes the invisible visible: what is safe to show on one line, whatever text it was. */

/** Most texts; told apart without Unicode's tables, which take long to load. */
const ORDINARY = /^[ -~]*$/;

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Controls (ANSI sequences begin with one), format characters (bidirectional overrides, zero-width ones, tags), lone
 * surrogates, line and paragraph separators, and what Unicode has set aside as no character.
 */
function everyInvisible(): RegExp {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
}

/** The text on one line, with `\n`, `\t` or `\u{202e}` in the place of each character that has no shape of its own. */
export function printable(text: string): string {
  if (ORDINARY.test(text)) return text;
  return text.replace(everyInvisible(), (character) => SHORT.get(character) ?? spelledOut(character));
}

/** GitHub's runner obeys a line that begins with `::`, blanks apart, and `##[` anywhere in one. */
const LINE_COMMAND = /(?<=^\s*:):|(?<=##)\[/g;

/** One line that is no command, whatever it was. */
export function withoutLineCommand(line: string): string {
  return line.replace(LINE_COMMAND, spelledOut);
}

/** A line of its own for a terminal or a log: printable, and no command. */
export function logLine(text: string): string {
  return withoutLineCommand(printable(text));
}

export function hasInvisible(text: string): boolean {
  return !ORDINARY.test(text) && everyInvisible().test(text);
}

/** `\u{3a}` for a colon: any character in a form that says which it is and does nothing else. */
export function spelledOut(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
