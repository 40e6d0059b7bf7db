/** Looking images up in the catalogue. */
import { lineAt, lookupIn } from '../../source/text-table.js';
import { CATALOGUE_TEXT } from './catalogue-text.js';
import type { ImageFamily } from './family.js';
import { type ImageName, parseImageReference } from './image-name.js';

export interface ImageMatch {
  readonly family: ImageFamily;
  /** `last-segment`: only the last segment of the path is that of a known image, as with a private copy of it. */
  readonly match: 'exact' | 'pattern' | 'last-segment';
}

/** Namespaces that hold copies of what stands elsewhere under the same name. Empty: official images. */
const NAMESPACE_ALIASES: ReadonlyMap<string, string> = new Map([
  ['bitnamilegacy', 'bitnami'],
  ['bitnamisecure', 'bitnami'],
  ['amd64', ''],
  ['arm32v5', ''],
  ['arm32v6', ''],
  ['arm32v7', ''],
  ['arm64v8', ''],
  ['i386', ''],
  ['ppc64le', ''],
  ['s390x', ''],
  ['riscv64', ''],
]);

/** Many ask about the same few images; what was found is forgotten as a whole when it grows past this. */
const MOST_REMEMBERED = 1_000;
const read = new Map<string, Image>();

export interface Image {
  readonly name: ImageName;
  /** `undefined` where the catalogue does not know it. */
  readonly match: ImageMatch | undefined;
}

/** What an image is, or `undefined` where the catalogue does not know it. */
export function findImage(reference: string): ImageMatch | undefined {
  return readImage(reference).match;
}

export function readImage(reference: string): Image {
  const known = read.get(reference);
  if (known) return known;
  if (read.size >= MOST_REMEMBERED) read.clear();
  const name = parseImageReference(reference);
  const image = { name, match: matchOf(name) };
  read.set(reference, image);
  return image;
}

function matchOf(name: ImageName): ImageMatch | undefined {
  if (name.path === '') return undefined;
  const path = withoutAlias(name.path);
  const segments = path.split('/');
  const whole = name.registry === undefined ? undefined : familyOfImage(`${name.registry}/${path}`);
  // A path of one segment in a registry of one's own may be anything; one of two is a copy of the original.
  const ownRegistry = name.registry !== undefined || name.unknown.includes('registry');
  const exact = whole ?? (segments.length > 1 || !ownRegistry ? familyOfImage(path) : undefined);
  if (exact) return { family: exact, match: 'exact' };
  const glob = CATALOGUE_TEXT.patterns.find(({ parts }) => matchesGlob(parts, path));
  if (glob) return { family: familyAt(glob.row), match: 'pattern' };
  const family =
    (segments.length > 2 ? familyOfImage(segments.slice(-2).join('/')) : undefined) ??
    familyOfName(segments.at(-1) ?? '');
  return family && { family, match: 'last-segment' };
}

/** The family that a name is taken from: `redis` or `kafka-ui`, but no word that many products share. */
export function familyOfName(name: string): ImageFamily | undefined {
  const line = productLine(name);
  return line === undefined ? undefined : familyAt(Number(lineAt(CATALOGUE_TEXT.products, line).value));
}

const familyRow = lookupIn(CATALOGUE_TEXT.families);
const productLine = lookupIn(CATALOGUE_TEXT.products);

function familyOfImage(image: string): ImageFamily | undefined {
  const row = familyRow(image);
  return row === undefined ? undefined : familyAt(row);
}

const remembered = new Map<number, ImageFamily>();

function familyAt(row: number): ImageFamily {
  const known = remembered.get(row);
  if (known) return known;
  const { keys: images, value } = lineAt(CATALOGUE_TEXT.families, row);
  const family = { images, ...JSON.parse(value) } as ImageFamily;
  remembered.set(row, family);
  return family;
}

function withoutAlias(path: string): string {
  const slash = path.indexOf('/');
  const namespace = slash < 0 ? undefined : NAMESPACE_ALIASES.get(path.slice(0, slash));
  if (namespace === undefined) return path;
  return namespace === '' ? path.slice(slash + 1) : `${namespace}${path.slice(slash)}`;
}

/** `parts` is a pattern cut at its asterisks. */
function matchesGlob(parts: readonly string[], text: string): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}
