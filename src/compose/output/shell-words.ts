/** Splits a command line into words as Compose does (mattn/go-shellwords): quotes and escapes, no expansion. */

const SEPARATORS = new Set([' ', '\t', '\r', '\n']);
/** What ends the command where a shell would start another one, or redirect. */
const TERMINATORS = new Set([';', '&', '|', '<', '>']);

/** The words, or `undefined` for an unbalanced quote or parenthesis. */
export function shellWords(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let word = '';
  let inWord = false;
  let escaped = false;
  let quote: '"' | "'" | undefined;
  let substitution: '`' | '$(' | undefined;

  for (const character of line) {
    if (escaped) {
      word += character;
      escaped = false;
      inWord = true;
    } else if (character === '\\' && quote !== "'") {
      escaped = true;
    } else if (SEPARATORS.has(character)) {
      if (quote || substitution) word += character;
      else if (inWord) {
        words.push(word);
        word = '';
        inWord = false;
      }
    } else if (character === '"' && quote !== "'" && substitution !== '$(') {
      if (quote) inWord = true;
      quote = quote ? undefined : '"';
    } else if (character === "'" && quote !== '"' && substitution !== '$(') {
      if (quote) inWord = true;
      quote = quote ? undefined : "'";
    } else if (TERMINATORS.has(character) && !quote && !substitution) {
      if (character === '>' && /^[0-9]/.test(word)) inWord = false;
      break;
    } else if (character === '(' && !quote && substitution !== '`') {
      if (substitution || !word.endsWith('$')) return undefined;
      substitution = '$(';
      word += '(';
    } else {
      if (character === '`' && !quote && substitution !== '$(') substitution = substitution ? undefined : '`';
      else if (character === ')' && !quote && substitution !== '`') substitution = substitution ? undefined : '$(';
      word += character;
      inWord = true;
    }
  }
  if (inWord) words.push(word);
  return escaped || quote || substitution ? undefined : words;
}
