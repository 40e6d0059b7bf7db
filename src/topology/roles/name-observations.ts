/** What names say about a role: of the service, its image, its build, its container and its host. */
import { isUnknown, type Service } from '../../compose/project.js';
import { child, type Origin, stringValue } from '../../source/tree.js';
import type { ServiceFacts } from './facts.js';
import { type NameSaying, sayingsOf, withoutInstance, wordsOf } from './names.js';
import { type Observation, observe, STORE_ROLES, textOf } from './observation.js';
import { NAME_SOURCE_WEIGHTS, PASSING_SHARE } from './signals.js';

export interface Surroundings {
  readonly workingDirectory: string;
  /** Words that most services of the project have in their names, and that say nothing. */
  readonly shared: ReadonlySet<string>;
}

interface NameSource {
  readonly what: keyof typeof NAME_SOURCE_WEIGHTS;
  readonly text: string;
  readonly at: Origin;
}

export function nameObservations(
  facts: ServiceFacts,
  { workingDirectory, shared }: Surroundings,
): readonly Observation[] {
  const found: Observation[] = [];
  for (const { what, text, at } of nameSources(facts, workingDirectory)) {
    const words = wordsOf(text);
    if (isNameOfImage(words, facts)) continue;
    const own = words.filter((word) => !shared.has(word));
    const telling = own.length > 0 ? own : words;
    for (const saying of sayingsOf(telling)) {
      const share = (what === 'image' || what === 'build') && isInPassing(saying, telling) ? PASSING_SHARE : 1;
      found.push(nameObservation(what, saying, share, at));
    }
  }
  return found;
}

/** Named after a known image, as services often are: says nothing that the image does not. */
function isNameOfImage(words: readonly string[], { image, imageRole }: ServiceFacts): boolean {
  if (!image || imageRole === undefined) return false;
  const last = wordsOf(image.path.split('/').at(-1) ?? '');
  return last.length > 0 && last.join('-') === words.slice(-last.length).join('-');
}

const NAME_PHRASES = {
  service: 'name',
  image: 'image name',
  build: 'build',
  container: 'container name',
  host: 'host name',
} as const;

/** Words that only tell whose something is. */
const OWNER_WORDS: ReadonlySet<string> = new Set(['apache', 'custom', 'docker', 'go', 'my', 'official', 'our']);

/** Words that name no product, and so, where a name ends with one, what it is a name of. */
const KIND_WORDS: ReadonlySet<string> = new Set(['broker', 'cache', 'database', 'datastore', 'db', 'mq', 'queue']);

/** `hello-app-redis` is as often made for a store as of one: what it is, the service's name and settings have to say. */
function isInPassing({ role, words }: NameSaying, all: readonly string[]): boolean {
  if (!STORE_ROLES.has(role)) return false;
  const telling = withoutInstance(all).filter((word) => !OWNER_WORDS.has(word));
  return telling.length > words.split('-').length && !(KIND_WORDS.has(words) && telling.at(-1) === words);
}

function nameObservation(
  what: NameSource['what'],
  { role, weight, words }: NameSaying,
  share: number,
  at: Origin,
): Observation {
  return observe(
    'name',
    role,
    weight * NAME_SOURCE_WEIGHTS[what] * share,
    `${NAME_PHRASES[what]} says \`${words}\``,
    at,
  );
}

function nameSources({ service, image, match }: ServiceFacts, workingDirectory: string): readonly NameSource[] {
  const sources: NameSource[] = [{ what: 'service', text: service.name, at: service.at }];
  if (service.image && image && !match) {
    const { at } = service.image;
    sources.push({ what: 'image', text: image.path.split('/').at(-1) ?? '', at });
    for (const variable of image.pathVariables)
      sources.push({
        what: 'image',
        text: variable.replace(/_?(?:IMAGE|NAME|REPO(?:SITORY)?|TAG|VERSION)(?=_|$)/g, ''),
        at,
      });
  }
  for (const { text, at } of buildNames(service, workingDirectory)) sources.push({ what: 'build', text, at });
  if (service.containerName && !isUnknown(service.containerName))
    sources.push({ what: 'container', text: textOf(service.containerName), at: service.containerName.at });
  if (service.hostname && !isUnknown(service.hostname))
    sources.push({ what: 'host', text: textOf(service.hostname).split('.')[0] ?? '', at: service.hostname.at });
  return sources;
}

/** The folder, the Dockerfile's name or folder, and the stage that an image is built from. */
function buildNames(
  service: Service,
  workingDirectory: string,
): readonly { readonly text: string; readonly at: Origin }[] {
  const { build } = service;
  if (!build) return [];
  const context = build.kind === 'scalar' ? build : child(build, 'context');
  const names: { text: string; at: Origin }[] = [];
  const folder = stringValue(context);
  if (context && folder !== undefined && folder !== workingDirectory)
    names.push({ text: lastSegment(folder), at: context.at });
  const dockerfile = child(build, 'dockerfile');
  const file = stringValue(dockerfile);
  if (dockerfile && file !== undefined) {
    const segments = file.split('/');
    const own = (segments.at(-1) ?? '').replace(/(?:^|[.\-_])(?:dockerfile|containerfile)(?=$|[.\-_])/i, '');
    names.push({ text: own === '' ? (segments.at(-2) ?? '') : own, at: dockerfile.at });
  }
  const target = child(build, 'target');
  const stage = stringValue(target);
  if (target && stage !== undefined) names.push({ text: stage, at: target.at });
  return names;
}

function lastSegment(path: string): string {
  return (
    path
      .replace(/(?<!\/)\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  );
}
