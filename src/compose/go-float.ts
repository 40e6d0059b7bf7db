/** Numbers as `strconv.ParseFloat` of Go accepts them. */

const DIGITS = '[0-9](?:_?[0-9])*';

/** As Go writes one, but for hexadecimal ones, which nobody does. */
const FLOAT = new RegExp(`^[-+]?(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:e[-+]?${DIGITS})?$`, 'i');

/** A decimal number; `undefined` for anything else, the words for infinity and for no number included. */
export function parseGoFloat(text: string): number | undefined {
  return FLOAT.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}
