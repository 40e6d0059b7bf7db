/** Splits names of settings into lower-case words: at `_`, `-`, `.` and the like, at camelCase humps, and fused words by a vocabulary. */

const LONGEST_FUSED_WORD = 40;
const SHORTEST_PART = 2;

/** `ME_CONFIG_MONGODB_ADMINPASSWORD`, `db.rootPassword`, `SMTPPassword2` as words; digits that only number a name are dropped. */
export function wordsOf(name: string, vocabulary: ReadonlySet<string>): readonly string[] {
  const words: string[] = [];
  for (const part of separated(name)) {
    const lower = part.toLowerCase();
    if (isDigits(lower)) continue;
    const plain = vocabulary.has(lower) ? lower : withoutNumber(lower);
    words.push(...unfused(plain, vocabulary));
  }
  return words;
}

/** Pieces between separators and camelCase humps: `SMTPPassword` is `SMTP`, `Password`. */
function* separated(name: string): Iterable<string> {
  let start = 0;
  for (let index = 0; index <= name.length; index++) {
    const here = kindAt(name, index);
    const before = index === start ? here : kindAt(name, index - 1);
    const hump = before === 'lower' && here === 'upper';
    const acronymEnd = before === 'upper' && here === 'upper' && kindAt(name, index + 1) === 'lower';
    if (here === 'separator') {
      if (index > start) yield name.slice(start, index);
      start = index + 1;
    } else if (index > start && (hump || acronymEnd)) {
      yield name.slice(start, index);
      start = index;
    }
  }
}

type Kind = 'upper' | 'lower' | 'digit' | 'separator';

function kindAt(name: string, index: number): Kind {
  if (index >= name.length) return 'separator';
  const unit = name.charCodeAt(index);
  if (unit >= 65 && unit <= 90) return 'upper';
  if ((unit >= 97 && unit <= 122) || unit > 127) return 'lower';
  if (unit >= 48 && unit <= 57) return 'digit';
  return 'separator';
}

function isDigits(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

/** `key2` as `key`. */
function withoutNumber(word: string): string {
  let end = word.length;
  while (end > 0 && isDigits(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}

/** The fewest vocabulary words that make up the whole word, or the word itself where it cannot be taken apart completely. */
function unfused(word: string, vocabulary: ReadonlySet<string>): readonly string[] {
  if (word.length > LONGEST_FUSED_WORD || vocabulary.has(word)) return [word];
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = SHORTEST_PART; end <= word.length; end++) {
    for (let start = 0; start <= end - SHORTEST_PART; start++) {
      const head = best[start];
      if (!head || !vocabulary.has(word.slice(start, end))) continue;
      if (head.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
        best[end] = [...head, word.slice(start, end)];
    }
  }
  return best[word.length] ?? [word];
}
