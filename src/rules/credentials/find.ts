/** The credentials that the files of a project hold, each with its exact place. */
import type { Project } from '../../compose/project.js';
import type { Range } from '../../source/text.js';
import type { Origin } from '../../source/tree.js';
import { type Found, readSite } from './read.js';
import { Secret } from './secret.js';
import { type Site, sitesOf } from './sites.js';
import type { CredentialClass } from './vocabulary.js';

export type Kind =
  | 'literal'
  | 'url'
  | 'connstring'
  | 'command'
  | 'default'
  | 'url-default'
  | 'connstring-default'
  | 'command-default';

export interface Credential {
  readonly site: Site;
  readonly kind: Kind;
  readonly class: CredentialClass;
  /** What is to be seen there, in a few words. */
  readonly what: string;
  /** Exactly the secret. */
  readonly at: Range;
  /** How the value came to be there. */
  readonly origin: Origin;
  readonly secret: Secret;
  /** Words that ask to be replaced. */
  readonly placeholder: boolean;
  /** Stands in a variable's default, so the environment may replace it. */
  readonly fallback: boolean;
  readonly hashed: boolean;
  /** Of a well-known format: no accident. */
  readonly token: boolean;
}

const known = new WeakMap<Project, readonly Credential[]>();

/** In the order of the sites. A text that several services share appears once for each. */
export function credentialsOf(project: Project): readonly Credential[] {
  const found = known.get(project);
  if (found) return found;
  const credentials = find(project);
  known.set(project, credentials);
  return credentials;
}

function find(project: Project): readonly Credential[] {
  const credentials: Credential[] = [];
  const reported = new Set<string>();
  const ids = new Map<object, number>();
  const idOf = (range: Range): string => {
    const id = ids.get(range.source) ?? ids.size;
    ids.set(range.source, id);
    return `${id}:${range.start}`;
  };
  for (const site of sitesOf(project)) {
    for (const found of readSite(site)) {
      const credential = credentialOf(site, found);
      if (!credential) continue;
      const id = idOf(credential.at);
      // What a service got through an anchor or a file is told there, not again where it was written.
      if (site.service === '' && reported.has(id)) continue;
      reported.add(id);
      credentials.push(credential);
    }
  }
  return credentials;
}

function credentialOf(site: Site, found: Found): Credential | undefined {
  const piece = site.pieces[found.piece];
  if (!piece) return undefined;
  const { start, end } = found;
  const { text, isDefault } = piece.flat;
  let fallback = true;
  for (let index = start; index < end; index++) if (!isDefault(index)) fallback = false;
  const placeholder = found.nature === 'placeholder';
  if (placeholder && found.class === 'token' && found.form !== 'token') return undefined;
  return {
    site,
    kind: kindOf(site, found, fallback),
    class: found.class,
    what: found.what,
    at: piece.rangeOf(start, end),
    origin: piece.at,
    secret: new Secret(text.slice(start, end)),
    placeholder,
    fallback,
    hashed: found.form === 'hash',
    token: found.form === 'token',
  };
}

function kindOf(site: Site, found: Found, fallback: boolean): Kind {
  const shape = site.reading === 'command' || found.form === 'command' ? 'command' : shapeOf(found);
  if (!fallback) return shape;
  return shape === 'literal' ? 'default' : `${shape}-default`;
}

function shapeOf(found: Found): 'literal' | 'url' | 'connstring' {
  return found.form === 'url' || found.form === 'connstring' ? found.form : 'literal';
}
