/** What a service is made of: an image, a build, and contradictions within the build. */
import { child, type Entry } from '../../source/tree.js';
import type { Problem } from '../problem.js';
import { quoted } from '../quote.js';
import { refusal } from '../stage.js';
import {
  entriesOf,
  INVALID,
  inside,
  isGiven,
  itemsOf,
  knownText,
  type ProjectView,
  type ServiceCheck,
} from './project-view.js';

const SERVICE = 'service:';

export const origin: ServiceCheck = ({ name, at, tree }, project) => {
  if (isGiven(child(tree, 'image')) || isGiven(child(tree, 'build')) || isGiven(child(tree, 'provider'))) return [];
  return [project.lacking(`service ${quoted(name)} has neither an image nor a build context specified${INVALID}`, at)];
};

export const oneDockerfile: ServiceCheck = ({ name, tree }) => {
  const inline = knownText(inside(tree, 'build', 'dockerfile_inline'));
  if (!inline || !knownText(inside(tree, 'build', 'dockerfile'))) return [];
  const message = `service ${quoted(name)} declares mutualy exclusive dockerfile and dockerfile_inline${INVALID}`;
  return [refusal(message, inline.at)];
};

export const contexts: ServiceCheck = ({ name, tree }, project) =>
  entriesOf(inside(tree, 'build', 'additional_contexts')).flatMap((context) => badContext(name, context, project));

function badContext(name: string, context: Entry, { services }: ProjectView): readonly Problem[] {
  const text = knownText(context.value);
  if (!text?.value.startsWith(SERVICE)) return [];
  const target = text.value.slice(SERVICE.length);
  const service = services.get(target);
  if (isGiven(child(service?.tree, 'build'))) return [];
  const what = service ? 'non-buildable' : 'unknown';
  const message = `service ${quoted(name)} declares ${what} service ${quoted(target)} as additional contexts ${context.name}`;
  return [refusal(message, text.at)];
}

export const ownPlatform: ServiceCheck = ({ tree }) => {
  const platform = knownText(child(tree, 'platform'));
  const built = itemsOf(inside(tree, 'build', 'platforms'));
  if (!platform || built.length === 0) return [];
  const texts = built.map(knownText);
  if (texts.some((text) => !text || text.value === platform.value)) return [];
  return [
    refusal(`service.build.platforms MUST include service.platform ${quoted(platform.value)}${INVALID}`, platform.at),
  ];
};
