/** Applying the table of signals to one service: observations, each with its weight and its place. */
import { isUnknown, type Service } from '../compose/project.js';
import { child, type Origin, type Scalar, stringValue } from '../source/tree.js';
import { findImage } from './images/find-image.js';
import { type ImageName, parseImageReference } from './images/image-name.js';
import { KINDS } from './images/kinds.js';
import { type NameSaying, sayingsOf, wordsOf } from './role-names.js';
import {
  CLIENT_PROGRAM,
  COMMAND_SIGNALS,
  COMMAND_WORD_SIGNALS,
  DATABASE_CLIENT,
  DEFAULT_WEIGHT,
  ENVIRONMENT_SIGNALS,
  HEALTHCHECK_SIGNALS,
  IMAGE_WEIGHTS,
  KIND_WEIGHTS,
  LABEL_SIGNALS,
  LIFE_WEIGHTS,
  LOOP,
  NAME_SOURCE_WEIGHTS,
  PORT_SIGNALS,
  REMOTE_PROBE,
  SCRIPT_WEIGHT,
  SERVER_PROGRAM,
  SERVER_ROLES,
  type Signal,
  TOOL_PROFILES,
  VOLUME_SIGNALS,
} from './role-signals.js';
import type { Evidence, Role } from './topology.js';

export type SignalSource =
  | 'image'
  | 'environment'
  | 'port'
  | 'volume'
  | 'command'
  | 'healthcheck'
  | 'label'
  | 'name'
  | 'life'
  | 'relation'
  | 'default';

export interface Observation {
  readonly source: SignalSource;
  readonly role: Role;
  readonly weight: number;
  readonly evidence: Evidence;
}

/** What is longer is no command that a person wrote, and is judged by its beginning. */
const LONGEST_COMMAND = 4000;

export interface Surroundings {
  readonly workingDirectory: string;
  /** Words that most services of the project have in their names. */
  readonly shared: ReadonlySet<string>;
  /** Services that are stores by image or name. */
  readonly stores: ReadonlySet<string>;
}

/** All that a service says about itself. */
export function observationsOf(service: Service, around: Surroundings): readonly Observation[] {
  const image = service.image && parseImageReference(textOf(service.image));
  const client = isClient(service, around.stores);
  return [
    ...imageObservations(service, image),
    ...nameObservations(service, image, around),
    ...portObservations(service),
    ...environmentObservations(service, client),
    ...volumeObservations(service),
    ...commandObservations(service),
    ...healthcheckObservations(service),
    ...labelObservations(service),
    ...lifeObservations(service),
    ...defaultObservations(service, image),
  ];
}

/** Clients of a store carry the same credentials as the store. */
function isClient(service: Service, stores: ReadonlySet<string>): boolean {
  if (service.environment.some((variable) => DATABASE_CLIENT.test(variable.name))) return true;
  const targets = [
    ...service.dependsOn.map((dependency) => dependency.service),
    ...service.links.map((link) => link.target),
  ];
  return targets.some((target) => target !== service.name && stores.has(target));
}

/** Whether image or name alone make a service a store. */
export function isStore(service: Service): boolean {
  const found = service.image && findImage(textOf(service.image));
  const role = found && (found.family.role ?? KINDS[found.family.kind].role);
  const roles = role ? [role] : sayingsOf(wordsOf(service.name)).map((saying) => saying.role);
  return roles.some((known) => STORE_ROLES.has(known));
}

const STORE_ROLES: ReadonlySet<Role> = new Set<Role>(['database', 'cache', 'queue', 'storage']);

function textOf(scalar: Scalar): string {
  return typeof scalar.value === 'string' ? scalar.value : String(scalar.value ?? '');
}

function observe(source: SignalSource, role: Role, weight: number, text: string, at: Origin): Observation {
  return { source, role, weight, evidence: { text, at } };
}

function imageObservations(service: Service, image: ImageName | undefined): readonly Observation[] {
  const found = image && findImage(image);
  if (!service.image || !found) return [];
  const { family, match } = found;
  const { role: kindRole, phrase } = KINDS[family.kind];
  const role = family.role ?? kindRole;
  const [name] = family.images;
  if (role === undefined) return [];
  const text = `image \`${match === 'exact' ? image.path : name}\` is ${phrase}`;
  const job = jobInPlaceOf(service, role);
  const weight = Math.min(IMAGE_WEIGHTS[match], KIND_WEIGHTS[family.kind] ?? IMAGE_WEIGHTS.exact);
  return [observe('image', role, weight, text, service.image.at), ...job];
}

/** A store's image whose command runs a client: a dump, a restore, a `mc mb`. */
function jobInPlaceOf(service: Service, role: Role): readonly Observation[] {
  if (!STORE_ROLES.has(role)) return [];
  const [first] = [...service.entrypoint, ...service.command];
  const text = commandText(service);
  if (!first || !CLIENT_PROGRAM.test(`${text} `) || SERVER_PROGRAM.test(text)) return [];
  const loops = LOOP.test(text);
  const says = loops ? 'runs a client again and again, not the server' : 'runs a client, not the server';
  return [observe('command', loops ? 'worker' : 'other', 14, says, first.at)];
}

function commandText(service: Service): string {
  const words = [...service.entrypoint, ...service.command].map(textOf);
  return words.join(' ').slice(0, LONGEST_COMMAND);
}

/** An option takes the word after it along where that is how the option gets its value (`-k uvicorn.workers.Worker`). */
function withoutOptions(text: string): string {
  const words = text.split(/\s+/);
  return words
    .filter((word, index) => !word.startsWith('-') && !/^(?:-k|--worker-class)$/.test(words[index - 1] ?? ''))
    .join(' ');
}

interface NameSource {
  readonly what: keyof typeof NAME_SOURCE_WEIGHTS;
  readonly text: string;
  readonly at: Origin;
}

function nameObservations(
  service: Service,
  image: ImageName | undefined,
  { workingDirectory, shared }: Surroundings,
): readonly Observation[] {
  const found: Observation[] = [];
  for (const { what, text, at } of nameSources(service, image, workingDirectory)) {
    const words = wordsOf(text);
    const own = words.filter((word) => !shared.has(word));
    for (const saying of sayingsOf(own.length > 0 ? own : words)) found.push(nameObservation(what, saying, at));
  }
  return found;
}

const NAME_PHRASES = {
  service: 'name',
  image: 'image name',
  build: 'build',
  container: 'container name',
  host: 'host name',
} as const;

function nameObservation(what: NameSource['what'], { role, weight, words }: NameSaying, at: Origin): Observation {
  return observe('name', role, weight * NAME_SOURCE_WEIGHTS[what], `${NAME_PHRASES[what]} says \`${words}\``, at);
}

function nameSources(service: Service, image: ImageName | undefined, workingDirectory: string): readonly NameSource[] {
  const sources: NameSource[] = [{ what: 'service', text: service.name, at: service.at }];
  if (service.image && image && !findImage(image)) {
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
  return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}

function portObservations(service: Service): readonly Observation[] {
  const ports = service.ports.flatMap(({ target, at }) => (target === undefined ? [] : [{ port: target, at }]));
  const exposed = service.expose.map((scalar) => ({ port: Number.parseInt(textOf(scalar), 10), at: scalar.at }));
  return [...ports, ...exposed].flatMap(({ port, at }) =>
    PORT_SIGNALS.filter((signal) => signal.ports.includes(port)).map(({ role, weight }) =>
      observe('port', role, weight, `container port ${port}`, at),
    ),
  );
}

function environmentObservations(service: Service, client: boolean): readonly Observation[] {
  return service.environment.flatMap((variable) =>
    ENVIRONMENT_SIGNALS.filter((signal) => signal.pattern.test(variable.name) && !(signal.client && client)).map(
      ({ role, weight }) => observe('environment', role, weight, `environment has \`${variable.name}\``, variable.at),
    ),
  );
}

function volumeObservations(service: Service): readonly Observation[] {
  return service.volumes.flatMap(({ target, at }) =>
    matching(VOLUME_SIGNALS, target).map(({ role, weight }) =>
      observe('volume', role, weight, `mounts \`${target}\``, at),
    ),
  );
}

function commandObservations(service: Service): readonly Observation[] {
  const [first] = [...service.entrypoint, ...service.command];
  if (!first) return [];
  const text = commandText(service);
  const signals = [...matching(COMMAND_SIGNALS, text), ...matching(COMMAND_WORD_SIGNALS, withoutOptions(text))];
  const serves = signals.some(({ role }) => SERVER_ROLES.has(role));
  return signals
    .filter(({ role }) => role !== 'other' || !serves)
    .map(({ role, weight }) => observe('command', role, weight, `command is that of ${ROLE_PHRASES[role]}`, first.at));
}

function healthcheckObservations(service: Service): readonly Observation[] {
  const [first] = service.healthcheck;
  if (!first) return [];
  const text = service.healthcheck.map(textOf).join(' ').slice(0, LONGEST_COMMAND);
  const remote = REMOTE_PROBE.test(text);
  return matching(HEALTHCHECK_SIGNALS, text)
    .filter((signal) => !(signal.client && remote))
    .map(({ role, weight }) =>
      observe('healthcheck', role, weight, `health check is that of ${ROLE_PHRASES[role]}`, first.at),
    );
}

function labelObservations(service: Service): readonly Observation[] {
  return service.labels.flatMap((label) =>
    matching(LABEL_SIGNALS, label.name).map(({ role, weight }) =>
      observe('label', role, weight, `label \`${label.name}\` puts it behind a proxy`, label.at),
    ),
  );
}

function matching(signals: readonly Signal[], text: string): readonly Signal[] {
  return signals.filter(({ pattern }) => pattern.test(text));
}

const ROLE_PHRASES: Readonly<Record<Role, string>> = {
  edge: 'a proxy',
  frontend: 'an interface server',
  app: 'an application server',
  worker: 'a worker',
  database: 'a database',
  cache: 'a cache',
  queue: 'a broker',
  storage: 'an object store',
  admin: 'an administration interface',
  monitoring: 'a monitoring system',
  tunnel: 'a tunnel',
  other: 'a one-shot task',
};

/** How long it lives, and what it may do to the host. */
function lifeObservations(service: Service): readonly Observation[] {
  const found: Observation[] = [];
  const mode = child(child(service.tree, 'deploy'), 'mode');
  if (mode && /-job$/.test(stringValue(mode) ?? ''))
    found.push(observe('life', 'other', LIFE_WEIGHTS.jobMode, 'is deployed as a job', mode.at));
  const restart = child(service.tree, 'restart');
  const condition = child(child(child(service.tree, 'deploy'), 'restart_policy'), 'condition');
  for (const policy of [restart, condition]) {
    if (policy?.kind === 'scalar' && (policy.value === 'no' || policy.value === 'none' || policy.value === false))
      found.push(observe('life', 'other', LIFE_WEIGHTS.noRestart, 'is never restarted', policy.at));
  }
  const tool = service.profiles.find((profile) => TOOL_PROFILES.has(textOf(profile)));
  if (tool)
    found.push(observe('life', 'other', LIFE_WEIGHTS.toolProfile, `is in the profile \`${textOf(tool)}\``, tool.at));
  if (service.networkMode && textOf(service.networkMode) === 'host') {
    const privileged = child(service.tree, 'privileged');
    const capabilities = child(service.tree, 'cap_add');
    const controls =
      privileged?.kind === 'scalar' && privileged.value === true
        ? privileged
        : capabilities?.kind === 'sequence'
          ? capabilities.items.find((item) => /^(?:CAP_)?(?:NET_ADMIN|SYS_ADMIN|ALL)$/i.test(stringValue(item) ?? ''))
          : undefined;
    if (controls) found.push(observe('life', 'other', LIFE_WEIGHTS.hostControl, 'controls the host', controls.at));
  }
  return found;
}

function defaultObservations(service: Service, image: ImageName | undefined): readonly Observation[] {
  if (service.build) return [observe('default', 'app', DEFAULT_WEIGHT, 'runs an image of its own', service.build.at)];
  if (!service.image) return [];
  const { at } = service.image;
  const found = image && findImage(image);
  if (!found) return [observe('default', 'app', DEFAULT_WEIGHT, 'runs an image that is not known', at)];
  const { role, phrase } = KINDS[found.family.kind];
  if (role !== undefined || found.family.role !== undefined) return [];
  if (found.family.kind === 'base-os' && service.ports.length === 0 && service.expose.length === 0)
    return [observe('default', 'other', SCRIPT_WEIGHT, `runs a script in ${phrase}`, at)];
  return [observe('default', 'app', DEFAULT_WEIGHT, `runs its own code in ${phrase}`, at)];
}
