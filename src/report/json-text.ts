/** JSON that means what it meant and does nothing on its way through a terminal or a workflow log. */

/** What `JSON.stringify` leaves as it is though it has no shape of its own. */
const UNSEEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Indented by two. GitHub's runner reads `##[` anywhere in a line as a command, so that is never left together. */
export function jsonText(value: unknown): string {
  return `${inertJson(JSON.stringify(value, undefined, 2))}\n`;
}

/** A JSON text, or a piece of one. */
export function inertJson(text: string): string {
  return text.replaceAll('##[', '##\\u005b').replace(UNSEEN, escapeUnits);
}

/** All of these stand inside strings, where JSON lets every UTF-16 unit be written as `\uXXXX`. */
function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join('');
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
