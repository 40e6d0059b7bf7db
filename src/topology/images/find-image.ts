/** Looking images up in the catalogue. */
import { IMAGE_CATALOGUE } from './catalogue.js';
import type { ImageFamily } from './family.js';
import { type ImageName, parseImageReference } from './image-name.js';
import { KINDS } from './kinds.js';

export interface ImageMatch {
  readonly family: ImageFamily;
  /** `last-segment`: only the last segment of the path is that of a known image, as with a private copy of it. */
  readonly match: 'exact' | 'pattern' | 'last-segment';
}

/** Last segments that name a part of some product, and so nothing by themselves. */
const GENERIC_SEGMENTS: ReadonlySet<string> = new Set(
  (
    'activity admin agent all-in-one atlas browsers allinone api app apps backend base canary cli client cluster code community community-edition conduit connect console core ' +
    'daemon dashboard db demo dev docker engine enterprise exporter frontend front gateway host hub hydra included infinity latest lite main manager meta metal node ' +
    'panel platform portal proxy query-service realtime registry-photon release runner runtime sdk server service smtp standalone ' +
    'stable studio sync system tagged test tools ui unit vllm web webapp webui worker wait'
  ).split(' '),
);

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

interface CatalogueIndex {
  readonly exact: ReadonlyMap<string, ImageFamily>;
  readonly globs: readonly { readonly pattern: readonly string[]; readonly family: ImageFamily }[];
  readonly lastSegments: ReadonlyMap<string, ImageFamily>;
}

let index: CatalogueIndex | undefined;

/** Many ask about the same few images; what was found is forgotten as a whole when it grows past this. */
const MOST_REMEMBERED = 1_000;
const remembered = new Map<string, ImageMatch | undefined>();

/** What an image is, or `undefined` where the catalogue does not know it. */
export function findImage(reference: string | ImageName): ImageMatch | undefined {
  if (typeof reference !== 'string') return lookUp(reference);
  const known = remembered.get(reference);
  if (known !== undefined || remembered.has(reference)) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const found = lookUp(parseImageReference(reference));
  remembered.set(reference, found);
  return found;
}

function lookUp(name: ImageName): ImageMatch | undefined {
  if (name.path === '') return undefined;
  index ??= buildIndex();
  const path = withoutAlias(name.path);
  const segments = path.split('/');
  const whole = name.registry === undefined ? undefined : index.exact.get(`${name.registry}/${path}`);
  // A path of one segment in a registry of one's own may be anything; one of two is a copy of the original.
  const ownRegistry = name.registry !== undefined || name.unknown.includes('registry');
  const exact = whole ?? (segments.length > 1 || !ownRegistry ? index.exact.get(path) : undefined);
  if (exact) return { family: exact, match: 'exact' };
  const glob = index.globs.find(({ pattern }) => matchesGlob(pattern, path));
  if (glob) return { family: glob.family, match: 'pattern' };
  const family =
    (segments.length > 2 ? index.exact.get(segments.slice(-2).join('/')) : undefined) ??
    familyOfName(segments.at(-1) ?? '');
  return family && { family, match: 'last-segment' };
}

/** The family that a name is taken from: `redis` or `kafka-ui`, but no word that many products share. */
export function familyOfName(name: string): ImageFamily | undefined {
  index ??= buildIndex();
  return index.lastSegments.get(name);
}

function withoutAlias(path: string): string {
  const slash = path.indexOf('/');
  const namespace = slash < 0 ? undefined : NAMESPACE_ALIASES.get(path.slice(0, slash));
  if (namespace === undefined) return path;
  return namespace === '' ? path.slice(slash + 1) : `${namespace}${path.slice(slash)}`;
}

function buildIndex(): CatalogueIndex {
  const exact = new Map<string, ImageFamily>();
  const globs: { pattern: readonly string[]; family: ImageFamily }[] = [];
  const official = new Map<string, ImageFamily>();
  const claims = new Map<string, ImageFamily[]>();
  for (const family of IMAGE_CATALOGUE.flat()) {
    for (const image of family.images) {
      if (image.includes('*')) {
        globs.push({ pattern: image.split('*'), family });
        continue;
      }
      exact.set(image, family);
      const slash = image.lastIndexOf('/');
      const last = image.slice(slash + 1);
      if (GENERIC_SEGMENTS.has(last)) continue;
      if (slash < 0 || `/${image}`.endsWith(`/${last}/${last}`)) official.set(last, family);
      else {
        const known = claims.get(last);
        if (known) known.push(family);
        else claims.set(last, [family]);
      }
    }
  }
  const lastSegments = new Map(official);
  for (const [last, families] of claims) {
    const [first] = families;
    if (first && !official.has(last) && families.every((family) => roleOf(family) === roleOf(first)))
      lastSegments.set(last, first);
  }
  return { exact, globs, lastSegments };
}

function roleOf(family: ImageFamily): string | undefined {
  return family.role ?? KINDS[family.kind].role;
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
