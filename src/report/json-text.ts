/** JSON that means what it meant and does nothing on its way through a terminal or a workflow log. */

/** All of most texts; told apart without Unicode's tables, which take long to load. */
const ORDINARY = /^[\n -~]*$/;

/**
 * Indented by two; `shown` says what stands in the place of a text. GitHub runs `##[` anywhere in a line as a command, so
 * that is never left together.
 */
export function jsonText(value: unknown, shown?: (text: string) => string): string {
  return `${jsonPiece(value, 2, shown)}\n`;
}

/** The same on one line, for a part of a larger text. */
export function jsonPiece(value: unknown, indentation?: number, shown?: (text: string) => string): string {
  const replacer = shown && ((_key: string, item: unknown) => (typeof item === 'string' ? shown(item) : item));
  const text = JSON.stringify(value, replacer, indentation);
  const harmless = text.replaceAll('##[', '##\\u005b');
  return ORDINARY.test(harmless) ? harmless : harmless.replace(unseen(), escapeUnits);
}

/** What `JSON.stringify` leaves as it is though it has no shape of its own. */
function unseen(): RegExp {
  return /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
}

/** All of these stand inside strings, where JSON lets every UTF-16 unit be written as `\uXXXX`. */
function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join('');
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
