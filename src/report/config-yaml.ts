/** The resolved project as YAML, for `config`. */
import { Document, visit } from 'yaml';

/** What Docker Compose prints as JSON but leaves out of YAML: keys that say nothing. */
function isSaying(key: unknown, value: unknown): boolean {
  if (key === 'command' || key === 'entrypoint') return value !== null;
  return key !== 'ipam' || typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

export function configYaml(json: unknown): string {
  const saying = (_key: unknown, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([key, inner]) => isSaying(key, inner)))
      : value;
  const document = new Document(json, saying, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && UNSAFE.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
  return text.replaceAll('##[', '##\\x5b').replace(UNSEEN, escaped);
}

/** What is not to be seen in a terminal, and what the log of a workflow takes for a command. */
const UNSAFE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|##\[|^\s*::/mu;
/** All of these stand in double quotes now. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
