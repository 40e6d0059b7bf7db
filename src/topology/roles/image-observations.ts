/** What a service's image says about its role, and what it means that nothing is known about it. */
import { KINDS } from '../images/kinds.js';
import type { ServiceFacts } from './facts.js';
import { type Observation, observe } from './observation.js';
import { DEFAULT_WEIGHT, IMAGE_WEIGHTS, KIND_WEIGHTS, SCRIPT_WEIGHT } from './signals.js';

export function imageObservations({ service, image, match, imageRole }: ServiceFacts): readonly Observation[] {
  if (!service.image || !image || !match || imageRole === undefined) return [];
  const { kind } = match.family;
  const weight = Math.min(IMAGE_WEIGHTS[match.match], KIND_WEIGHTS[kind] ?? IMAGE_WEIGHTS.exact);
  return [observe('image', imageRole, weight, `image \`${image.path}\` is ${KINDS[kind].phrase}`, service.image.at)];
}

/** What nobody knows is most likely what the project is about: an application. */
export function defaultObservations({ service, match, imageRole }: ServiceFacts): readonly Observation[] {
  if (service.build) return [observe('default', 'app', DEFAULT_WEIGHT, 'runs an image of its own', service.build.at)];
  if (!service.image) return [];
  const { at } = service.image;
  if (!match) return [observe('default', 'app', DEFAULT_WEIGHT, 'runs an image that is not known', at)];
  if (imageRole !== undefined) return [];
  const { kind } = match.family;
  const { phrase } = KINDS[kind];
  if (kind === 'base-os' && service.ports.length === 0 && service.expose.length === 0)
    return [observe('default', 'other', SCRIPT_WEIGHT, `runs a script in ${phrase}`, at)];
  return [observe('default', 'app', DEFAULT_WEIGHT, `runs its own code in ${phrase}`, at)];
}
