/**
 * The catalogue as texts that are searched as they are. Of thousands of rows a run looks at a few, and creating them all
 * takes longer than a small check. The build evaluates this module, so that only the texts are in the program.
 */
import { type Line, textTable } from '../../source/text-table.js';
import { IMAGE_CATALOGUE } from './catalogue.js';
import type { ImageFamily } from './family.js';
import { KINDS } from './kinds.js';

/** Last segments that name a part of some product, and so nothing by themselves. */
const GENERIC_SEGMENTS: ReadonlySet<string> = new Set(
  (
    'activity admin agent all-in-one atlas browsers allinone api app apps backend base canary cli client cluster code community community-edition conduit connect console core ' +
    'daemon dashboard db demo dev docker engine enterprise exporter frontend front gateway host hub hydra included infinity latest lite main manager meta metal node ' +
    'panel platform portal proxy query-service realtime registry-photon release runner runtime sdk server service smtp standalone ' +
    'stable studio sync system tagged test tools ui unit vllm web webapp webui worker wait'
  ).split(' '),
);

/** Names of images with asterisks in them. */
interface ImagePattern {
  /** What is between the asterisks. */
  readonly parts: readonly string[];
  readonly row: number;
}

export interface CatalogueText {
  /** A text table of families by their images; the value is the rest of a family as JSON. A row is told by where it begins. */
  readonly families: string;
  /** The same of names that a product goes by, wherever its image is taken from; the value is a row of `families`. */
  readonly products: string;
  readonly patterns: readonly ImagePattern[];
}

export const CATALOGUE_TEXT: CatalogueText = textOf(IMAGE_CATALOGUE.flat());

function textOf(all: readonly ImageFamily[]): CatalogueText {
  const patterns: ImagePattern[] = [];
  const official = new Map<string, number>();
  const claims = new Map<string, { readonly family: ImageFamily; readonly row: number }[]>();
  let families = '';
  for (const family of all) {
    const row = families.length;
    const { images, ...rest } = family;
    families += textTable([{ keys: images, value: JSON.stringify(rest) }]);
    for (const image of images) {
      if (image.includes('*')) {
        patterns.push({ parts: image.split('*'), row });
        continue;
      }
      const slash = image.lastIndexOf('/');
      const last = image.slice(slash + 1);
      if (GENERIC_SEGMENTS.has(last)) continue;
      if (slash < 0 || `/${image}`.endsWith(`/${last}/${last}`)) official.set(last, row);
      else claims.set(last, [...(claims.get(last) ?? []), { family, row }]);
    }
  }
  const products = new Map(official);
  for (const [last, claimed] of claims) {
    const [first] = claimed;
    const agreed = first && claimed.every(({ family }) => roleOf(family) === roleOf(first.family));
    if (agreed && !official.has(last)) products.set(last, first.row);
  }
  return { families, products: textTable(linesOf(products)), patterns };
}

function linesOf(products: ReadonlyMap<string, number>): readonly Line[] {
  const names = new Map<number, string[]>();
  for (const [name, row] of products) names.set(row, [...(names.get(row) ?? []), name]);
  return Array.from(names, ([row, keys]) => ({ keys, value: String(row) }));
}

function roleOf(family: ImageFamily): string | undefined {
  return family.role ?? KINDS[family.kind].role;
}
