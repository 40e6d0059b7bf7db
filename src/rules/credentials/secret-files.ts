/** Where services speak of the files that secrets are mounted as. */
import type { Grant, Service } from '../../compose/project.js';
import type { Range } from '../../source/text.js';
import { textsOf } from '../service-facts.js';
import { UNKNOWN } from './flatten.js';
import { pieceOf } from './piece.js';

export const SECRETS_FOLDER = '/run/secrets/';

export interface SecretReference {
  /** The file's name below the folder. */
  readonly name: string;
  readonly at: Range;
  readonly place: string;
  readonly key: string;
}

/** Every `/run/secrets/NAME` in what a service says about how it runs. Names that hang on variables are left out. */
export function* secretReferences(service: Service): Iterable<SecretReference> {
  for (const { scalar, place, key } of textsOf(service)) {
    const { flat, rangeOf } = pieceOf(scalar);
    const { text } = flat;
    for (let start = text.indexOf(SECRETS_FOLDER); start >= 0; start = text.indexOf(SECRETS_FOLDER, start + 1)) {
      let end = start + SECRETS_FOLDER.length;
      while (end < text.length && /[\w.-]/.test(text.charAt(end))) end++;
      const name = text.slice(start + SECRETS_FOLDER.length, end);
      if (name === '' || text.charAt(end) === UNKNOWN || '$*?/'.includes(text.charAt(end) || ' ')) continue;
      const at = rangeOf(start, end);
      yield { name, at, place, key };
    }
  }
}

/** The path at which a secret is mounted; a target that is no path is a name below the folder. */
export function mountPath(grant: Grant): string {
  if (grant.target.startsWith('/')) return grant.target;
  return `${SECRETS_FOLDER}${grant.target === '' ? grant.source : grant.target}`;
}
