/** Small facts about the nodes of the `yaml` library: where they really end, how they are written, what their tag makes of them. */
import { isCollection, isNode, isPair, isScalar, type Node, type Pair, type Scalar as YamlScalar } from 'yaml';
import { type Resolved, resolvePlain } from './scalar.js';
import type { ScalarStyle, ScalarType } from './tree.js';

/** The library's collections end at the start of the next line; theirs is the end of their last piece of content. */
export function contentEnd(node: Node, text: string): number {
  const [start, end] = node.range ?? [0, 0];
  if (isScalar(node)) return node.type?.startsWith('BLOCK') ? trimmed(text, start, end) : end;
  if (!isCollection(node) || node.flow) return end;
  const last: unknown = node.items.at(-1);
  return (
    (isPair(last) ? pairEnd(last, text) : isNode(last) ? contentEnd(last, text) : undefined) ??
    trimmed(text, start, end)
  );
}

function pairEnd({ key, value }: Pair, text: string): number | undefined {
  if (isNode(value) && !isUnwritten(value)) return contentEnd(value, text);
  return isNode(key) && key.range ? emptyValueStart(text, contentEnd(key, text)) : undefined;
}

/** Whether a value is left out: nothing at all stands there. */
export function isUnwritten(node: unknown): boolean {
  return isScalar(node) && node.type === 'PLAIN' && !node.source && !node.anchor && !node.tag;
}

/** The text of a scalar. A block scalar whose last line ends the file has no line feed there, which the library adds. */
export function writtenValue(node: YamlScalar, text: string): string {
  const value = node.source ?? '';
  const isLast = node.type?.startsWith('BLOCK') && node.range?.[1] === text.length && value.endsWith('\n');
  const endsFile = isLast && text.slice(text.lastIndexOf('\n') + 1).trim() !== '';
  return endsFile ? value.slice(0, -1) : value;
}

function trimmed(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && ' \t\r\n'.includes(text.charAt(last - 1))) last--;
  return last;
}

/** Right after the colon of a key, which is where a value that is left out would stand. */
export function emptyValueStart(text: string, keyEnd: number): number {
  let position = keyEnd;
  while (text.charAt(position) === ' ' || text.charAt(position) === '\t') position++;
  return text.charAt(position) === ':' ? position + 1 : keyEnd;
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

export function scalarStyle(type: YamlScalar['type']): ScalarStyle {
  return STYLES[type ?? 'PLAIN'] ?? 'plain';
}

const CORE = 'tag:yaml.org,2002:';
const TYPES: ReadonlyMap<string, ScalarType> = new Map([
  [`${CORE}int`, 'integer'],
  [`${CORE}float`, 'float'],
  [`${CORE}bool`, 'boolean'],
  [`${CORE}null`, 'null'],
  [`${CORE}timestamp`, 'timestamp'],
]);

/**
 * The value of a scalar with a tag, or why Docker's library could not make it. A tag that the library does not know makes
 * a string of any scalar: `!override 2` is "2", `!override` alone is "".
 */
export function taggedScalar(text: string, style: ScalarStyle, tag: string | undefined): Resolved | string {
  if ((tag === undefined || tag === '!') && style === 'plain') return resolvePlain(text);
  if (tag === `${CORE}binary`) return binaryText(text);
  const type = tag === undefined ? undefined : TYPES.get(tag);
  if (type === undefined) return { type: 'string', value: text };
  const resolved = resolvePlain(text);
  if (resolved.type === type) return resolved;
  if (type === 'float' && resolved.type === 'integer') return { type: 'float', value: Number(resolved.value) };
  return `the value is no !!${tag?.slice(CORE.length)}`;
}

/** `!!binary`: base64, of which Docker's library makes a string. */
function binaryText(text: string): Resolved | string {
  const encoded = text.replace(/[\r\n]/g, '');
  const isBase64 = encoded.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(encoded);
  return isBase64
    ? { type: 'string', value: Buffer.from(encoded, 'base64').toString('utf8') }
    : 'the value is no base64, as !!binary says';
}
