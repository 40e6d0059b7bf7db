/** What is looked up once of a service, because several signals need it. */
import type { Service } from '../../compose/project.js';
import { type ImageMatch, readImage } from '../images/find-image.js';
import type { ImageName } from '../images/image-name.js';
import { KINDS } from '../images/kinds.js';
import type { Role } from '../topology.js';
import { sayingsOf, wordsOf } from './names.js';
import { STORE_ROLES, textOf } from './observation.js';

export interface ServiceFacts {
  readonly service: Service;
  readonly image: ImageName | undefined;
  readonly match: ImageMatch | undefined;
  /** What the catalogue says of the image. */
  readonly imageRole: Role | undefined;
  /** The words of entrypoint and command, joined by spaces. */
  readonly commandText: string;
}

/** What is longer is no command that a person wrote, and is judged by its beginning. */
const LONGEST_COMMAND = 4000;

export function factsOf(service: Service): ServiceFacts {
  const image = service.image && readImage(textOf(service.image));
  const match = image?.match;
  return {
    service,
    image: image?.name,
    match,
    imageRole: match && (match.family.role ?? KINDS[match.family.kind].role),
    commandText: joined([...service.entrypoint, ...service.command].map(textOf)),
  };
}

export function joined(words: readonly string[]): string {
  return words.join(' ').slice(0, LONGEST_COMMAND);
}

/** Whether image or name alone make a service a store. */
export function isStore({ service, imageRole }: ServiceFacts): boolean {
  const roles = imageRole ? [imageRole] : sayingsOf(wordsOf(service.name)).map(({ role }) => role);
  return roles.some((role) => STORE_ROLES.has(role));
}
