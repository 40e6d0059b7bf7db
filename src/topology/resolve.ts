/** Names as the Engine's DNS and the hosts file resolve them: scoped by network, the first network that knows one wins. */
import { isIpAddress } from '../compose/ip-address.js';
import type { Service } from '../compose/project.js';
import { child, stringValue } from '../source/tree.js';
import { type Inhabitant, inhabitantOf, type Landscape, landscapeOf, nameOf, type Pod, podAt } from './landscape.js';
import { containerNames, knownText, linkAliases, sortedNames } from './names.js';
import { otherSpellings } from './spellings.js';
import type { Topology } from './topology.js';

/** Who answers to a name, and how it is found. */
export interface Resolution {
  readonly how: 'hosts' | 'link' | 'dns';
  /** The network that knows it; empty for the hosts file. */
  readonly engineName: string;
  /** Services, sorted; several where the name is ambiguous. `host` is true where it is the host's address. */
  readonly services: readonly string[];
  readonly host: boolean;
  /** Networks that know the name, too, but are not asked. */
  readonly shadowed: readonly { readonly engineName: string; readonly services: readonly string[] }[];
}

/** What `from` gets for a name; `undefined` where nothing of the given projects answers to it. */
export function resolveName(topology: Topology, from: string, name: string): Resolution | undefined {
  const asker = inhabitantOf(topology, from);
  const [first, ...others] = asker ? answersFor(landscapeOf(topology), asker, name) : [];
  if (first === undefined) return undefined;
  const { pods, ...found } = first;
  return {
    ...found,
    services: servicesOf(topology, pods),
    shadowed: others.map((other) => ({ engineName: other.engineName, services: servicesOf(topology, other.pods) })),
  };
}

interface Answer extends Pick<Resolution, 'how' | 'engineName' | 'host'> {
  readonly pods: readonly Pod[];
}

/** The first is what the asker gets; none where nobody answers, or only an address of nobody that is known. */
export function answersFor(landscape: Landscape, asker: Inhabitant, name: string): readonly Answer[] {
  const known = hostsOf(landscape, asker).get(name.toLowerCase());
  if (known === undefined) return answersTo(landscape, asker.pod, name).map((found) => ({ ...found, host: false }));
  const { pods, host } = known;
  return pods.length > 0 || host ? [{ how: 'hosts', engineName: '', host, pods }] : [];
}

/** `a.b` is first a name, then the name `a` on network `b`. */
function* readings(name: string): Generator<readonly [string, string | undefined]> {
  yield [name, undefined];
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    yield [name.slice(0, dot), name.slice(dot + 1)];
  }
}

interface Found {
  readonly how: 'link' | 'dns';
  readonly engineName: string;
  readonly pods: readonly Pod[];
}

/** The networks that answer to the first reading of a name that any does, in the order in which they are asked. */
function answersTo(landscape: Landscape, asker: Pod, name: string): readonly Found[] {
  for (const [wanted, network] of readings(name)) {
    const answers = lookUp(landscape, asker, wanted, network);
    if (answers.length > 0) return answers;
  }
  return [];
}

/** The networks that answer, in the order in which they are asked: link aliases before names. */
function lookUp(landscape: Landscape, asker: Pod, name: string, network: string | undefined): readonly Found[] {
  const container = dnsLinksOf(asker).get(name);
  const how = container === undefined ? 'dns' : 'link';
  const wanted = (container ?? name).toLowerCase();
  const found: Found[] = [];
  for (const { engineName } of asker.endpoints) {
    if (network !== undefined && network !== engineName) continue;
    const pods = landscape.namesOn.get(engineName)?.get(wanted);
    if (pods !== undefined) found.push({ how, engineName, pods });
  }
  return found;
}

const NO_LINKS: ReadonlyMap<string, string> = new Map();
const links = new WeakMap<Pod, ReadonlyMap<string, string>>();

/** Where `network_mode` names the network, Compose gives the Engine's DNS no links. */
function dnsLinksOf(pod: Pod): ReadonlyMap<string, string> {
  return pod.owner?.member.service.networkMode === undefined ? linksOf(pod) : NO_LINKS;
}

/** The link aliases of a namespace's owner, and the containers they stand for. */
function linksOf(pod: Pod): ReadonlyMap<string, string> {
  const owner = pod.owner;
  if (owner === undefined) return NO_LINKS;
  const { service } = owner.member;
  if (service.links.length === 0 && service.externalLinks.length === 0) return NO_LINKS;
  let known = links.get(pod);
  if (known === undefined) {
    const { project, engine, members } = owner.topology;
    known = linkAliases(project, (name) => members.get(name)?.service, service, engine);
    links.set(pod, known);
  }
  return known;
}

/** Neither: an address of nobody that is known. */
interface Host {
  /** As it is written. */
  readonly name: string;
  readonly pods: readonly Pod[];
  readonly host: boolean;
}

const NO_HOSTS: ReadonlyMap<string, Host> = new Map();
const hosts = new WeakMap<Inhabitant, ReadonlyMap<string, Host>>();

/**
 * What the hosts file of a service says: `extra_hosts`, on the default bridge links, and its own name. Containers of one
 * namespace have its owner's; on the host's each has its own.
 */
function hostsOf(landscape: Landscape, asker: Inhabitant): ReadonlyMap<string, Host> {
  const owner = asker.pod.owner ?? asker;
  const { service } = owner.member;
  const legacy = owner.pod.endpoints.filter((endpoint) => landscape.segments.get(endpoint.engineName)?.names === false);
  const isLinked = legacy.length > 0 && (service.links.length > 0 || service.externalLinks.length > 0);
  const ownNames = namesOfItself(service);
  if (service.extraHosts.length === 0 && !isLinked && ownNames.length === 0) return NO_HOSTS;
  const known = hosts.get(owner);
  if (known !== undefined) return known;
  const entries = new Map<string, Host>();
  for (const { host, address } of service.extraHosts) {
    const text = address.replace(/^\[|\]$/g, '').toLowerCase();
    const pod = podAt(landscape, text);
    if (text === 'host-gateway') enter(entries, { name: host, pods: hostPods(landscape), host: true });
    else if (pod || isIpAddress(text)) enter(entries, { name: host, pods: pod ? [pod] : [], host: false });
  }
  for (const { engineName } of legacy) {
    for (const pod of landscape.podsOn.get(engineName) ?? []) {
      for (const name of legacyNames(owner, pod)) enter(entries, { name, pods: [pod], host: false });
    }
  }
  if (owner.pod.kind === 'service') {
    for (const name of ownNames) enter(entries, { name, pods: [owner.pod], host: false });
  }
  hosts.set(owner, entries);
  return entries;
}

/** `hostname: a.b` stands there as `a.b` and as `a`; a `domainname` is put behind it. */
function namesOfItself({ hostname, tree }: Service): readonly string[] {
  const name = knownText(hostname);
  if (name === undefined) return [];
  const dot = name.indexOf('.');
  if (dot > 0) return [name, name.slice(0, dot)];
  const domain = stringValue(child(tree, 'domainname'));
  return domain === undefined ? [name] : [`${name}.${domain}`, name];
}

/** The first line of the file that has a name answers. */
function enter(entries: Map<string, Host>, line: Host): void {
  const name = line.name.toLowerCase();
  if (!entries.has(name)) entries.set(name, line);
}

function hostPods(landscape: Landscape): readonly Pod[] {
  return landscape.host === undefined ? [] : [landscape.host];
}

/** What a link writes into the hosts file on the default bridge: its aliases, the container's name and host name. */
function legacyNames(owner: Inhabitant, target: Pod): readonly string[] {
  const linked = target.owner;
  if (linked === undefined) return [];
  const { project, engine } = linked.topology;
  const { service } = linked.member;
  const containers = containerNames(project, service, engine);
  const aliases = [...linksOf(owner.pod)].filter(([, container]) => containers.includes(container));
  if (aliases.length === 0) return [];
  const hostname = knownText(service.hostname);
  return [...aliases.map(([alias]) => alias), ...containers, ...(hostname === undefined ? [] : [hostname])];
}

/** What `from` can call `to` by, sorted. */
export function namesBetween(landscape: Landscape, from: Inhabitant, to: Pod): readonly string[] {
  const asker = from.pod;
  const aliases = dnsLinksOf(asker);
  const lists: (readonly string[])[] = [];
  asker.endpoints.forEach(({ engineName }, position) => {
    const names = to.onSegment.get(engineName)?.names ?? [];
    if (names.length > 0) lists.push(heard(landscape, asker, position, names, aliases));
  });
  const linked = linkedAs(landscape, asker, aliases).get(to) ?? [];
  const hosts = hostsAs(landscape, from).get(to) ?? [];
  const spelled = spelledAs(landscape, asker).get(to) ?? [];
  const [only] = lists;
  if (lists.length <= 1 && linked.length === 0 && hosts.length === 0 && spelled.length === 0) return only ?? [];
  return sortedNames([...lists.flat(), ...linked, ...hosts, ...spelled]);
}

type NamesOfPods = ReadonlyMap<Pod, readonly string[]>;

const NOBODY: NamesOfPods = new Map();
const linkedNames = new WeakMap<Pod, NamesOfPods>();

/** Whom the asker gets by the aliases of its links. */
function linkedAs(landscape: Landscape, asker: Pod, aliases: ReadonlyMap<string, string>): NamesOfPods {
  if (aliases.size === 0) return NOBODY;
  const known = linkedNames.get(asker);
  if (known !== undefined) return known;
  const found = new Map<Pod, string[]>();
  for (const alias of aliases.keys()) {
    for (const pod of lookUp(landscape, asker, alias, undefined)[0]?.pods ?? []) add(found, pod, alias);
  }
  linkedNames.set(asker, found);
  return found;
}

const hostNames = new WeakMap<ReadonlyMap<string, Host>, NamesOfPods>();

/** Whom the hosts file of a service names, in every spelling. */
function hostsAs(landscape: Landscape, from: Inhabitant): NamesOfPods {
  const entries = hostsOf(landscape, from);
  if (entries.size === 0) return NOBODY;
  const known = hostNames.get(entries);
  if (known !== undefined) return known;
  const others = new Map<string, string[]>();
  for (const word of otherSpellings(landscape)) add(others, word.toLowerCase(), word);
  const found = new Map<Pod, string[]>();
  for (const [host, { name, pods }] of entries) {
    for (const pod of pods) add(found, pod, name, ...(others.get(host) ?? []));
  }
  hostNames.set(entries, found);
  return found;
}

function add<Key>(lists: Map<Key, string[]>, key: Key, ...values: readonly string[]): void {
  const list = lists.get(key);
  if (list) list.push(...values);
  else lists.set(key, [...values]);
}

const spellings = new WeakMap<Pod, NamesOfPods>();

/** Whom the asker gets by names in another spelling than they have. */
function spelledAs(landscape: Landscape, asker: Pod): NamesOfPods {
  const words = otherSpellings(landscape);
  if (words.length === 0) return NOBODY;
  const known = spellings.get(asker);
  if (known !== undefined) return known;
  const found = new Map<Pod, string[]>();
  for (const word of words) {
    for (const pod of answersTo(landscape, asker, word)[0]?.pods ?? []) add(found, pod, word);
  }
  spellings.set(asker, found);
  return found;
}

/** Of the names on one of the asker's networks, those that no link and no earlier network answers to instead. */
function heard(
  landscape: Landscape,
  asker: Pod,
  position: number,
  names: readonly string[],
  aliases: ReadonlyMap<string, string>,
): readonly string[] {
  if (position === 0 && aliases.size === 0) return names;
  const before = asker.endpoints.slice(0, position).map((earlier) => landscape.namesOn.get(earlier.engineName));
  return names.filter((name) => !aliases.has(name) && !before.some((known) => known?.has(name.toLowerCase())));
}

export function servicesOf(topology: Topology, pods: readonly Pod[]): readonly string[] {
  return sortedNames(pods.flatMap((pod) => pod.inhabitants.map((inhabitant) => nameOf(topology, inhabitant))));
}
