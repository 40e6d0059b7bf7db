/** What rules ask about one service: its image, what its settings are, who can get at it. */
import { isUnknown, type Project, type Service, type Variable } from '../compose/project.js';
import { child, type Scalar, type Tree } from '../source/tree.js';
import { findImage, type ImageMatch, readImage } from '../topology/images/find-image.js';
import type { ImageName } from '../topology/images/image-name.js';
import { intentOf, isFront } from '../topology/intent.js';
import { reaches } from '../topology/reach.js';
import type { Member, Topology } from '../topology/topology.js';
import type { Place, Severity } from './rule.js';

const services = new WeakMap<Project, ReadonlyMap<string, Service>>();

/** Asked for each credential and each link, of which a project may have more than it has services. */
export function serviceNamed(project: Project, name: string): Service | undefined {
  const known = services.get(project) ?? new Map(project.services.map((service) => [service.name, service]));
  services.set(project, known);
  return known.get(name);
}

export function imageName(service: Service): ImageName | undefined {
  const text = service.image?.value;
  return typeof text === 'string' ? readImage(text).name : undefined;
}

/** The catalogue's row for the image; `undefined` for images built here, which may be anything. */
export function imageFamily(service: Service): ImageMatch['family'] | undefined {
  const text = service.build ? undefined : service.image?.value;
  return typeof text === 'string' ? findImage(text)?.family : undefined;
}

export function variableOf(service: Service, name: string): Variable | undefined {
  return service.environment.find((variable) => variable.name === name);
}

/** The text of a setting; `undefined` where it is absent, empty, or hangs on a variable that is not set. */
export function settingOf(service: Service, name: string): string | undefined {
  const value = variableOf(service, name)?.value;
  const text = value === undefined || isUnknown(value) ? '' : String(value.value);
  return text === '' ? undefined : text;
}

/** Whether a setting is there at all, though its text may not be known. */
export function mentions(service: Service, ...names: readonly string[]): boolean {
  return service.environment.some(
    ({ name, value }) => names.includes(name) && (value === undefined || value.value !== ''),
  );
}

export function isTruthy(text: string): boolean {
  return ['yes', 'true', '1', 'on'].includes(text.toLowerCase());
}

export function isFalsy(text: string): boolean {
  return ['no', 'false', '0', 'off'].includes(text.toLowerCase());
}

/**
 * Whether the service runs the server of its image, and not a job that merely uses its tools: no command, options for
 * the image's own entrypoint, or a command that names the server.
 */
export function runsServer(service: Service, servers: readonly string[]): boolean {
  const texts = commandTexts(service);
  const first = texts[0]?.trimStart() ?? '';
  if (first === '' || first.startsWith('-')) return true;
  return servers.some((server) => texts.some((text) => hasWord(text, server)));
}

/** `mongodump` is not `mongod`. */
function hasWord(text: string, word: string): boolean {
  const isLetter = (index: number) => /[a-z]/.test(text.charAt(index));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(at - 1) && !isLetter(at + word.length)) return true;
  return false;
}

/** Entrypoint and command as texts. */
export function commandTexts(service: Service): readonly string[] {
  return [...service.entrypoint, ...service.command].map((word) => String(word.value));
}

/** Everything a service says about how it runs. */
export function* textsOf(
  service: Service,
): Iterable<{ readonly scalar: Scalar; readonly place: string; readonly key: string }> {
  for (const { name, value } of service.environment)
    if (value) yield { scalar: value, place: 'environment', key: name };
  for (const scalar of service.command) yield { scalar, place: 'command', key: 'command' };
  for (const scalar of service.entrypoint) yield { scalar, place: 'entrypoint', key: 'entrypoint' };
  for (const scalar of service.healthcheck) yield { scalar, place: 'healthcheck', key: 'healthcheck' };
  for (const { name, value } of service.labels) if (value) yield { scalar: value, place: 'labels', key: name };
  for (const hook of ['post_start', 'pre_stop']) {
    for (const scalar of hookCommands(child(service.tree, hook))) yield { scalar, place: hook, key: hook };
  }
}

function hookCommands(hooks: Tree | undefined): readonly Scalar[] {
  if (hooks?.kind !== 'sequence') return [];
  return hooks.items.flatMap((hook) => {
    const command = child(hook, 'command');
    const words = command?.kind === 'sequence' ? command.items : command ? [command] : [];
    return words.filter((word) => word.kind === 'scalar');
  });
}

/** Who can open a connection to a service without being meant to. */
export interface Peril {
  /**
   * `outside`: published beyond this machine. `entry`: a service that faces users and is no client can, or unknown
   * containers on a network that other projects share.
   */
  readonly from: 'outside' | 'entry' | 'nobody';
  /** The end of a sentence about the service; empty for `nobody`. */
  readonly text: string;
  readonly places: readonly Place[];
}

const SAFE: Peril = { from: 'nobody', text: '', places: [] };

/** Published, and on loopback addresses only. */
function isOnlyLocal({ ingress }: Member): boolean {
  return ingress.length > 0 && ingress.every(({ from }) => from === 'host');
}

/** After "which". A store or a program with a published port is within reach of strangers, and made for no users. */
function standingOf(member: Member): string {
  if (isOnlyLocal(member)) return 'is published to this machine';
  return isFront(member.role.role) ? 'faces users' : 'can be reached from outside';
}

/** Those that strangers can get at before those that this machine alone can. */
interface Strangers {
  /** Whoever is met first, from outside or by users. */
  readonly all: readonly Member[];
  /** Proxies, which are no client whatever the files say. */
  readonly proxies: readonly Member[];
}

/** Every store without a password asks. */
const strangers = new WeakMap<Topology, Strangers>();

function strangersFirst(topology: Topology): Strangers {
  const known = strangers.get(topology);
  if (known) return known;
  const doors = [...topology.members.values()].filter(({ entry, role }) => entry || isFront(role.role));
  const all = [...doors.filter((member) => !isOnlyLocal(member)), ...doors.filter(isOnlyLocal)];
  const found = { all, proxies: all.filter(({ role }) => role.role === 'edge' && role.confidence !== 'low') };
  strangers.set(topology, found);
  return found;
}

export function perilOf(topology: Topology, service: string): Peril {
  const member = topology.members.get(service);
  if (!member) return SAFE;
  const exposure = member.exposures.find(({ from }) => from === 'lan' || from === 'internet');
  if (exposure) {
    const places = exposure.evidence.map(({ at }) => ({ at, label: 'reachable from outside' }));
    return { from: 'outside', text: 'its port is published beyond this machine', places };
  }
  const peers = member.exposures.find(({ from }) => from === 'peers');
  if (peers) {
    const places = peers.evidence.map(({ at }) => ({ at, label: 'shared with other projects' }));
    return { from: 'entry', text: 'unknown containers on a network it shares with other projects reach it', places };
  }
  const clients = intentOf(topology).clientsOf.get(service);
  const { all, proxies } = strangersFirst(topology);
  // Where no client is known, any application may be one.
  for (const other of clients?.size ? all : proxies) {
    const name = other.service.name;
    if (name === service || clients?.has(name) || !reaches(topology, name, service)) continue;
    const door = other.ingress[0]?.port.at ?? other.service.at;
    const places = [{ at: door, label: `\`${name}\` ${standingOf(other)}` }];
    return { from: 'entry', text: `\`${name}\`, which ${standingOf(other)}, can open connections to it`, places };
  }
  return SAFE;
}

/** `grades`: for a service reachable from outside, by an entry, and by its clients only. */
export function graded(peril: Peril, grades: readonly [Severity, Severity, Severity]): Severity {
  return grades[peril.from === 'outside' ? 0 : peril.from === 'entry' ? 1 : 2];
}
