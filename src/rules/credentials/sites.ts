/** Every place of a project where a credential may be written, with the way to read it. */
import type { Project, Resource, Service, Variable } from '../../compose/project.js';
import type { Range, SourceText } from '../../source/text.js';
import { child, type Entry, type Scalar, stringValue, type Tree } from '../../source/tree.js';
import { writtenVariables } from './env-files.js';
import { tailOf as tailOfFlat } from './flatten.js';
import { type Piece, pieceOf } from './piece.js';
import { SHORTEST_TOKEN } from './tokens.js';

/**
 * How the text is understood: the value of a named setting, a command line, a file's content, or any text, in which
 * only shapes that speak for themselves count.
 */
export type Reading = 'setting' | 'command' | 'content' | 'any';

export interface Site {
  /** Empty for what belongs to no service. */
  readonly service: string;
  /** `environment`, `command`, `build.args`...: the path of the keys that lead there, without names. */
  readonly place: string;
  readonly key: string;
  readonly keyAt: Range;
  readonly reading: Reading;
  /** Several for the words of an exec form. */
  readonly pieces: readonly Piece[];
  /** The names written beside the key. */
  readonly siblings: ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** In the order of the files: services first, then what they share, then `x-` blocks, then `.env`. */
export function* sitesOf(project: Project): Iterable<Site> {
  for (const service of [...project.services, ...project.disabledServices]) yield* serviceSites(service);
  for (const volume of project.volumes) yield* resourceSites(volume, 'volumes');
  for (const network of project.networks) yield* resourceSites(network, 'networks');
  for (const config of project.configs) yield* resourceSites(config, 'configs');
  for (const secret of project.secrets) yield* resourceSites(secret, 'secrets');
  for (const entry of project.model.entries.values()) {
    if (entry.name.startsWith('x-')) yield* extensionSites('', entry.name, entry);
  }
  for (const source of variableFilesOf(project)) yield* fileSites('', '.env', source);
}

function* serviceSites(service: Service): Iterable<Site> {
  const { name, tree } = service;
  for (const [key, sites] of SPEAKING) {
    const value = child(tree, key);
    if (value) yield* sites(service, value);
  }
  for (const entry of tree.entries.values()) {
    if (entry.name.startsWith('x-')) yield* extensionSites(name, entry.name, entry);
  }
  const mounts = itemsOf(child(tree, 'volumes'));
  for (const mount of mounts) yield* mountedContent(service, mount);
  for (const watch of itemsOf(child(child(tree, 'develop'), 'watch')))
    yield* runSites(name, 'develop.watch.exec', child(watch, 'exec'));
  for (const mount of mounts) yield* treeSites(name, 'volumes.labels', child(child(mount, 'volume'), 'labels'));
  yield* otherSites(name, tree);
}

type SitesOfKey = (service: Service, value: Tree) => Iterable<Site>;

/** In the order in which they are read. Most services have few of these keys. */
const SPEAKING: readonly (readonly [key: string, sites: SitesOfKey])[] = [
  ['environment', environmentSites],
  ['build', ({ name }, build) => treeSites(name, 'build.args', child(build, 'args'))],
  ['command', (service) => commandSites(service, 'command', service.command)],
  ['entrypoint', (service) => commandSites(service, 'entrypoint', service.entrypoint)],
  ['healthcheck', healthcheckSites],
  ['post_start', ({ name }, hooks) => hookSites(name, 'post_start', hooks)],
  ['pre_stop', ({ name }, hooks) => hookSites(name, 'pre_stop', hooks)],
  ['labels', ({ name, labels }) => variableSites(name, 'labels', labels)],
  ['deploy', ({ name }, deploy) => treeSites(name, 'deploy.labels', child(deploy, 'labels'))],
  ['build', buildSites],
  ['annotations', ({ name }, annotations) => treeSites(name, 'annotations', annotations)],
  ['logging', ({ name }, logging) => treeSites(name, 'logging.options', child(logging, 'options'))],
  ['provider', ({ name }, provider) => treeSites(name, 'provider.options', child(provider, 'options'))],
];

function* environmentSites({ name, environment }: Service): Iterable<Site> {
  const written = environment.filter((variable) => !variable.file);
  yield* variableSites(name, 'environment', written);
  const files = new Set(environment.flatMap((variable) => variable.file ?? []));
  for (const file of files) yield* fileSites(name, 'env_file', file);
}

function healthcheckSites(service: Service): Iterable<Site> {
  const words = service.healthcheck.slice(isTestForm(service.healthcheck[0]) ? 1 : 0);
  return commandSites(service, 'healthcheck', words);
}

function* hookSites(service: string, place: string, hooks: Tree): Iterable<Site> {
  for (const hook of itemsOf(hooks)) yield* runSites(service, place, hook);
}

function* buildSites({ name }: Service, build: Tree): Iterable<Site> {
  yield* treeSites(name, 'build.labels', child(build, 'labels'));
  for (const side of ['cache_from', 'cache_to']) yield* cacheSites(name, `build.${side}`, child(build, side));
  const dockerfile = child(build, 'dockerfile_inline');
  yield* contentSites(name, 'build.dockerfile_inline', dockerfile, 'dockerfile_inline', build.at);
}

function isTestForm(first: Scalar | undefined): boolean {
  return first?.value === 'CMD' || first?.value === 'CMD-SHELL';
}

function* variableSites(service: string, place: string, variables: readonly Variable[]): Iterable<Site> {
  const siblings = new Set(variables.map((variable) => variable.name));
  for (const { name, at, value } of variables) {
    if (!value) continue;
    // A job's command in a label is run as one (`ofelia.job-exec.backup.command`).
    const reading = name.endsWith('.command') ? 'command' : 'setting';
    yield { service, place, key: name, keyAt: at, reading, pieces: [pieceOf(value)], siblings };
  }
}

function* fileSites(service: string, place: string, source: SourceText): Iterable<Site> {
  const variables = writtenVariables(source);
  const siblings = new Set(variables.map((variable) => variable.name));
  for (const { name, nameAt, value } of variables) {
    yield { service, place, key: name, keyAt: nameAt, reading: 'setting', pieces: [value], siblings };
  }
}

/** A mapping, or a list of `KEY=value`. */
function* treeSites(service: string, place: string, tree: Tree | undefined): Iterable<Site> {
  if (tree?.kind === 'mapping') {
    const siblings = new Set(tree.entries.keys());
    for (const { name, at, value } of tree.entries.values()) {
      if (value.kind !== 'scalar' || value.value === null) continue;
      yield { service, place, key: name, keyAt: at, reading: 'setting', pieces: [pieceOf(value)], siblings };
    }
  } else if (tree?.kind === 'sequence') {
    for (const item of tree.items) if (item.kind === 'scalar') yield* listedSites(service, place, item);
  }
}

/** `KEY=value` as an item of a list. */
function* listedSites(service: string, place: string, item: Scalar): Iterable<Site> {
  const text = stringValue(item) ?? '';
  const equals = text.slice(0, 200).indexOf('=');
  const name = text.slice(0, equals);
  if (equals < 1 || !/^[\w.-]+$/.test(name)) return;
  const piece = pieceOf(item);
  yield {
    service,
    place,
    key: name,
    keyAt: piece.rangeOf(0, equals),
    reading: 'setting',
    pieces: [tailOf(piece, equals + 1)],
    siblings: NOBODY,
  };
}

function tailOf({ flat, at, rangeOf }: Piece, from: number): Piece {
  return {
    flat: tailOfFlat(flat, from),
    at,
    rangeOf: (start, end) => rangeOf(start + from, end + from),
  };
}

function* commandSites(service: Service, place: string, words: readonly Scalar[]): Iterable<Site> {
  if (words.length === 0) return;
  const path = place === 'healthcheck' ? child(service.tree, 'healthcheck') : service.tree;
  const name = place === 'healthcheck' ? 'test' : place;
  const entry = path?.kind === 'mapping' ? path.entries.get(name) : undefined;
  yield {
    service: service.name,
    place,
    key: place,
    keyAt: entry?.at ?? service.at,
    reading: 'command',
    pieces: words.map(pieceOf),
    siblings: NOBODY,
  };
}

function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'sequence' ? tree.items : [];
}

/** What is run in a container that is there: a hook, or what follows a change of files. */
function* runSites(service: string, place: string, run: Tree | undefined): Iterable<Site> {
  const command = run?.kind === 'mapping' ? run.entries.get('command') : undefined;
  if (command) {
    const pieces = scalarsOf(command.value).map(pieceOf);
    yield { service, place, key: place, keyAt: command.at, reading: 'command', pieces, siblings: NOBODY };
  }
  yield* treeSites(service, `${place}.environment`, child(run, 'environment'));
}

/** `type=s3,secret_access_key=x` for each cache of a build. */
function* cacheSites(service: string, place: string, caches: Tree | undefined): Iterable<Site> {
  for (const cache of itemsOf(caches).flatMap(scalarsOf))
    yield {
      service,
      place,
      key: place,
      keyAt: cache.at,
      reading: 'setting',
      pieces: [pieceOf(cache)],
      siblings: NOBODY,
    };
}

function* resourceSites(resource: Resource, section: string): Iterable<Site> {
  const { key, at, tree } = resource;
  if (!tree) return;
  yield* treeSites('', `${section}.driver_opts`, child(tree, 'driver_opts'));
  yield* treeSites('', `${section}.labels`, child(tree, 'labels'));
  yield* treeSites('', `${section}.ipam.options`, child(child(tree, 'ipam'), 'options'));
  yield* contentSites('', `${section}.content`, child(tree, 'content'), key, at);
  for (const entry of tree.entries.values()) {
    // The secrets of a cluster volume are named there, not told.
    if (entry.name.startsWith('x-') && entry.name !== 'x-cluster-spec') yield* extensionSites('', entry.name, entry);
  }
}

function* contentSites(
  service: string,
  place: string,
  content: Tree | undefined,
  key: string,
  keyAt: Range,
): Iterable<Site> {
  if (content?.kind !== 'scalar') return;
  yield { service, place, key, keyAt, reading: 'content', pieces: [pieceOf(content)], siblings: NOBODY };
}

/** A file written into the mount itself, as Coolify's extension of the format has it. */
function mountedContent({ name, at }: Service, mount: Tree): Iterable<Site> {
  const content = mount.kind === 'mapping' ? mount.entries.get('content') : undefined;
  const key = stringValue(child(mount, 'target')) ?? 'content';
  return contentSites(name, 'volumes.content', content?.value, key, content?.at ?? at);
}

/** Whatever an `x-` block holds: its keys count as names of settings. */
function* extensionSites(service: string, place: string, extension: Entry): Iterable<Site> {
  const open: { readonly entry: Entry; readonly siblings: ReadonlySet<string> }[] = [
    { entry: extension, siblings: NOBODY },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { entry, siblings } = next;
    const { name, at, value } = entry;
    if (value.kind === 'mapping') {
      const names = new Set(value.entries.keys());
      for (const inner of [...value.entries.values()].reverse()) open.push({ entry: inner, siblings: names });
    } else if (value.kind === 'sequence') {
      for (const item of [...value.items].reverse()) {
        if (item.kind === 'scalar') yield* listedSites(service, place, item);
        else open.push({ entry: { name, at, value: item }, siblings: NOBODY });
      }
    } else if (value.value !== null) {
      const reading = name === 'command' || name === 'entrypoint' ? 'command' : 'setting';
      yield { service, place, key: name, keyAt: at, reading, pieces: [pieceOf(value)], siblings };
    }
  }
}

/** Read above, with more understanding. */
const READ: ReadonlySet<string> = new Set([
  'environment',
  'env_file',
  'command',
  'entrypoint',
  'healthcheck',
  'post_start',
  'pre_stop',
  'labels',
  'annotations',
  'build.args',
  'build.labels',
  'build.cache_from',
  'build.cache_to',
  'build.dockerfile_inline',
  'deploy.labels',
  'develop.watch.exec',
  'logging.options',
  'provider.options',
  'volumes.content',
  'volumes.volume.labels',
]);

/** Every other text of a service, in which a URL or a token may stand, however little it belongs there. */
function* otherSites(service: string, tree: Tree): Iterable<Site> {
  const open: { readonly place: string; readonly tree: Tree }[] = [{ place: '', tree }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { place, tree: inner } = next;
    if (READ.has(place)) continue;
    if (inner.kind === 'mapping') {
      for (const { name, value } of [...inner.entries.values()].reverse())
        if (!name.startsWith('x-')) open.push({ place: place === '' ? name : `${place}.${name}`, tree: value });
    } else if (inner.kind === 'sequence') {
      for (const item of [...inner.items].reverse()) open.push({ place, tree: item });
    } else if (typeof inner.value === 'string' && maySpeak(inner)) {
      yield { service, place, key: place, keyAt: inner.at, reading: 'any', pieces: [pieceOf(inner)], siblings: NOBODY };
    }
  }
}

/** A token is longer, and a URL that tells a password has one of these units. */
function maySpeak({ value, interpolation }: Scalar): boolean {
  return interpolation !== undefined || String(value).length >= SHORTEST_TOKEN || /[@=]/.test(String(value));
}

function scalarsOf(tree: Tree): readonly Scalar[] {
  if (tree.kind === 'scalar') return [tree];
  return tree.kind === 'sequence' ? tree.items.filter((item) => item.kind === 'scalar') : [];
}

/** Every file of variables that the project reads, `.env` and `env_file`s. */
export function variableSourcesOf(project: Project): ReadonlySet<SourceText> {
  const services = [...project.services, ...project.disabledServices];
  const ofServices = services.flatMap((service) => service.environment.flatMap(({ file }) => file ?? []));
  return new Set([...ofServices, ...variableFilesOf(project)]);
}

const VARIABLES = ['environment', 'labels'];

/** The files that define variables of the project: `.env`, or those given by `--env-file`. */
function variableFilesOf(project: Project): ReadonlySet<SourceText> {
  const files = new Set<SourceText>();
  const open: Tree[] = [project.model];
  // The rest of a service is as the model has it.
  for (const { tree } of project.services) open.push(...VARIABLES.flatMap((key) => child(tree, key) ?? []));
  for (let tree = open.pop(); tree; tree = open.pop()) {
    if (tree.kind === 'mapping') for (const entry of tree.entries.values()) open.push(entry.value);
    else if (tree.kind === 'sequence') for (const item of tree.items) open.push(item);
    else {
      for (const { definition } of tree.interpolation?.substitutions ?? [])
        if (definition) files.add(definition.source);
    }
  }
  for (const file of project.files) files.delete(file);
  return files;
}
