/** How much room a text needs, without a font at hand: a little more than the common ones take. */

export const FONT_SIZE = 13;
export const SMALL_SIZE = 11;
export const LINE_HEIGHT = 16;

/** In units of the drawing. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size;
}

function characterWidth(character: string): number {
  if (/[ilj.,:;'|!()I]/.test(character)) return 0.34;
  if (/[mwMW@]/.test(character)) return 0.92;
  if (/[A-Z]/.test(character)) return 0.72;
  if (/[0-9]/.test(character)) return 0.64;
  if (character === '→' || character === '…') return 1;
  return (character.codePointAt(0) ?? 0) > 0x2e7f ? 1.05 : 0.6;
}
