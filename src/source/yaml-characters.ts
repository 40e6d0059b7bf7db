/** The character classes of YAML, over UTF-16 units. The unit behind the end of a text is `NaN`, which is in no class of its own. */

/** `- a`: what a text asks of the unit after an indicator. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

/** LF, CR, NEL, LS and PS: the line breaks of YAML 1.1, which Docker's YAML library keeps to. */
export function isBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

export function isEnd(unit: number): boolean {
  return Number.isNaN(unit);
}

export function isBreakOrEnd(unit: number): boolean {
  return isBreak(unit) || isEnd(unit);
}

export function isBlankOrEnd(unit: number): boolean {
  return isBlank(unit) || isBreakOrEnd(unit);
}

/** `,`, `[`, `]`, `{` and `}`. */
export function isFlowIndicator(unit: number): boolean {
  return unit === 0x2c || unit === 0x5b || unit === 0x5d || unit === 0x7b || unit === 0x7d;
}

/** Printable ASCII without `:` and the flow indicators: narrower than YAML 1.2, as in Docker's YAML library. */
export function isAnchorUnit(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f && unit !== 0x3a && !isFlowIndicator(unit);
}

/** Units between the start of a line break and the next line. */
export function breakLength(text: string, at: number): number {
  return text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
}

/** A line break as it stands in a value: LS and PS stay, all others are LF. */
export function breakValue(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  return unit === 0x2028 || unit === 0x2029 ? text.charAt(at) : '\n';
}

/** Whether `---` or `...` stands alone at the start of a line. */
export function isDocumentMarker(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    (unit === 0x2d || unit === 0x2e) &&
    text.charCodeAt(at + 1) === unit &&
    text.charCodeAt(at + 2) === unit &&
    isBlankOrEnd(text.charCodeAt(at + 3))
  );
}

const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Offsets of the characters that no YAML text may hold. */
export function forbiddenCharacters(text: string): number[] {
  return Array.from(text.matchAll(FORBIDDEN), (match) => match.index);
}
