/** Finds `name=value` and `name: value` in connection strings, configuration files and JSON, with offsets. */

export interface Assignment {
  readonly name: string;
  /** The value stands in quotes; its range leaves them out. */
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
}

export interface AssignmentSyntax {
  /** Units that part a name from its value. */
  readonly operators: string;
  /** Units that end a value without quotes. A line end always does. */
  readonly terminators: string;
}

/** Host and credentials in one text: `Server=db;Password=x`, `host=db password=x`, `redis:6379,password=x`. */
export function connectionStringSyntax(text: string): AssignmentSyntax {
  return { operators: '=', terminators: text.includes(';') ? ';' : ' \t,;&' };
}

/** INI, properties, TOML, YAML and JSON, near enough to find their pairs. */
export const CONFIGURATION_SYNTAX: AssignmentSyntax = { operators: '=:', terminators: ',;}' };

const LONGEST_NAME = 100;

export function* assignmentsIn(text: string, syntax: AssignmentSyntax): Iterable<Assignment> {
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    if (!syntax.operators.includes(text.charAt(index))) continue;
    const name = nameBefore(text, index, from);
    if (name === '' || isOperator(text.charAt(index + 1)) || isSubstitution(text, index)) continue;
    const value = valueAfter(text, index + 1, syntax.terminators);
    yield { name, ...value };
    from = value.end;
    index = Math.max(index, value.end - 1);
  }
}

/** `==`, `=>`, `:=` and `://` assign nothing here. */
function isOperator(unit: string): boolean {
  return unit === '=' || unit === '>' || unit === '/' || unit === ':';
}

/** `PASSWORD :'name'` in a script for `psql`: the value of a variable. */
function isSubstitution(text: string, index: number): boolean {
  if (text.charAt(index) !== ':' || text.charAt(index - 1) !== ' ') return false;
  return text.charAt(index + 1) === "'" || text.charAt(index + 1) === '"';
}

function nameBefore(text: string, operator: number, from: number): string {
  let end = operator;
  while (end > from && ' \t"\'])'.includes(text.charAt(end - 1))) end--;
  let start = end;
  while (start > from && end - start < LONGEST_NAME && isNameUnit(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

function isNameUnit(unit: number): boolean {
  const letter = (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  return letter || (unit >= 48 && unit <= 57) || unit === 95 || unit === 45 || unit === 46;
}

function valueAfter(text: string, from: number, terminators: string): Omit<Assignment, 'name'> {
  let start = from;
  while (start < text.length && ' \t'.includes(text.charAt(start))) start++;
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'")
    return { start: start + 1, end: endOfQuoted(text, start + 1, quote), quoted: true };
  let end = start;
  while (end < text.length && !isLineEnd(text.charAt(end)) && !terminators.includes(text.charAt(end))) end++;
  while (end > start && ' \t'.includes(text.charAt(end - 1))) end--;
  return { start, end, quoted: false };
}

function endOfQuoted(text: string, from: number, quote: string): number {
  let index = from;
  while (index < text.length && text.charAt(index) !== quote && !isLineEnd(text.charAt(index))) {
    index += text.charAt(index) === '\\' ? 2 : 1;
  }
  return Math.min(index, text.length);
}

function isLineEnd(unit: string): boolean {
  return unit === '\n' || unit === '\r';
}
