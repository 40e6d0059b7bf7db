/** Expressions such as `${TAG}` that analysis mode left in a value, because their variables are not set. */

/** Stands in the expanded text for what is unknown. No Compose value holds it. */
export const UNKNOWN = '\u0000';

export interface Expanded {
  readonly text: string;
  /** The names behind the unknown places, in their order. */
  readonly variables: readonly string[];
}

const DEEPEST = 8;

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

/** `${V:-default}` gives its default, also where it is nested; `${V}`, `${V:?message}` and `$V` are unknown. */
export function expandUnset(text: string, depth = 0): Expanded {
  const variables: string[] = [];
  let result = '';
  let index = 0;
  while (index < text.length) {
    const dollar = text.indexOf('$', index);
    if (dollar < 0) break;
    result += text.slice(index, dollar);
    const { name, rest, end } = expressionAt(text, dollar);
    index = end;
    if (name === undefined) {
      result += text.slice(dollar, end);
    } else if ((rest.startsWith(':-') || rest.startsWith('-')) && depth < DEEPEST) {
      const inner = expandUnset(rest.slice(rest.startsWith(':') ? 2 : 1), depth + 1);
      result += inner.text;
      variables.push(...inner.variables);
    } else if (!rest.startsWith(':+') && !rest.startsWith('+')) {
      result += UNKNOWN;
      variables.push(name);
    }
  }
  return { text: result + text.slice(index), variables };
}

interface Expression {
  readonly name: string | undefined;
  /** What follows the name inside of the braces. */
  readonly rest: string;
  readonly end: number;
}

function expressionAt(text: string, dollar: number): Expression {
  const braced = text[dollar + 1] === '{';
  NAME.lastIndex = dollar + (braced ? 2 : 1);
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return { name, rest: '', end: dollar + (text[dollar + 1] === '$' ? 2 : 1) };
  const nameEnd = NAME.lastIndex;
  if (!braced) return { name, rest: '', end: nameEnd };
  const close = closingBrace(text, nameEnd);
  return { name, rest: text.slice(nameEnd, close), end: Math.min(close + 1, text.length) };
}

function closingBrace(text: string, from: number): number {
  let open = 1;
  for (let index = from; index < text.length; index++) {
    if (text[index] === '{') open++;
    else if (text[index] === '}' && --open === 0) return index;
  }
  return text.length;
}
