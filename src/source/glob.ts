/**
 * Patterns for paths and names, matched in time bounded by the product of the lengths, whatever the pattern is: a
 * translation to a regular expression takes minutes for `*a*a*a*a*b`.
 *
 * `*` is any run of characters within a segment, `?` one of them, `[a-z]` and `[!a-z]` one of a class, `**` alone in a
 * segment any number of segments, `{one,other}` either, and a backslash takes the meaning off what follows.
 */

export interface Glob {
  readonly text: string;
  /** One of them has to match, segment by segment. */
  readonly alternatives: readonly (readonly string[])[];
}

const LONGEST_PATTERN = 500;
/** What braces multiply to. */
const MOST_ALTERNATIVES = 100;
/** A longer text is no path or name of anything. */
const LONGEST_TEXT = 4096;

/** The pattern, or why it is none: the end of a sentence that begins with it. */
export function parseGlob(text: string): Glob | string {
  if (text === '') return 'is empty';
  if (text.length > LONGEST_PATTERN) return `is longer than ${LONGEST_PATTERN} characters`;
  const expanded = expandBraces(text);
  if (!expanded) return `stands for more than ${MOST_ALTERNATIVES} patterns`;
  return { text, alternatives: expanded.map((alternative) => alternative.split('/')) };
}

export function matchesGlob({ alternatives }: Glob, text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  const segments = text.split('/');
  return alternatives.some((alternative) => matchSegments(alternative, segments));
}

/** A path against a pattern, both in segments. */
export function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  return matchSequence(pattern, path, (segment) => segment === '**', matchSegment);
}

function matchSegment(pattern: string, name: string): boolean {
  return matchSequence(tokensOf(pattern), [...name], (token) => token === '*', matchUnit);
}

function tokensOf(pattern: string): readonly string[] {
  return pattern.match(/\\.|\[!?\]?[^\]]{0,100}\]|./gsu) ?? [];
}

function matchUnit(token: string, unit: string): boolean {
  if (token === '?') return true;
  if (token.length > 1 && token.startsWith('\\')) return token.slice(1) === unit;
  if (!token.startsWith('[') || token.length < 3) return token === unit;
  const negated = token.charAt(1) === '!' || token.charAt(1) === '^';
  return inClass(token.slice(negated ? 2 : 1, -1), unit) !== negated;
}

function inClass(text: string, unit: string): boolean {
  const members = [...text];
  for (let index = 0; index < members.length; index++) {
    const from = members[index] ?? '';
    const isRange = members[index + 1] === '-' && index + 2 < members.length;
    const to = isRange ? (members[index + 2] ?? '') : from;
    if (unit >= from && unit <= to) return true;
    if (isRange) index += 2;
  }
  return false;
}

/** A sequence with wildcards for any run: going back to the last wildcard is enough, which bounds the time. */
function matchSequence<Wanted, Item>(
  wanted: readonly Wanted[],
  items: readonly Item[],
  isRun: (token: Wanted) => boolean,
  equal: (token: Wanted, item: Item) => boolean,
): boolean {
  let token = 0;
  let item = 0;
  let run = -1;
  let resume = 0;
  while (item < items.length) {
    const current = wanted[token];
    const here = items[item];
    if (current !== undefined && isRun(current)) {
      run = token++;
      resume = item;
    } else if (current !== undefined && here !== undefined && equal(current, here)) {
      token++;
      item++;
    } else if (run >= 0) {
      token = run + 1;
      item = ++resume;
    } else {
      return false;
    }
  }
  while (token < wanted.length) {
    const rest = wanted[token++];
    if (rest !== undefined && !isRun(rest)) return false;
  }
  return true;
}

/** `a{b,c}` as `ab` and `ac`; a group without a comma or an end is text. `undefined` where they are too many. */
function expandBraces(text: string): readonly string[] | undefined {
  let results = [''];
  let at = 0;
  while (at < text.length) {
    const group = text.charAt(at) === '{' ? groupAt(text, at) : undefined;
    const length = text.charAt(at) === '\\' ? 2 : 1;
    const choices = group?.choices ?? [text.slice(at, at + length)];
    if (results.length * choices.length > MOST_ALTERNATIVES) return undefined;
    results = results.flatMap((result) => choices.map((choice) => result + choice));
    at = group?.end ?? at + length;
  }
  return results;
}

/** Groups do not nest. */
function groupAt(
  text: string,
  start: number,
): { readonly choices: readonly string[]; readonly end: number } | undefined {
  const choices: string[] = [];
  let choice = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') choice += character + text.charAt(++at);
    else if (character === ',' || character === '}') {
      choices.push(choice);
      choice = '';
      if (character === '}') return choices.length > 1 ? { choices, end: at + 1 } : undefined;
    } else choice += character;
  }
  return undefined;
}
