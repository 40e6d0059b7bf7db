/** Ways around the network: what lets one container get at another, or at the host, without opening a connection to it. */
import { isUnknown, type Project, type Service } from '../compose/project.js';
import type { Origin, Scalar, Tree } from '../source/tree.js';
import { child, stringValue } from '../source/tree.js';
import type { EngineProfile } from './engine.js';
import { mountsEngineSocket } from './engine-socket.js';
import { findImage } from './images/find-image.js';
import { knownText, sortedNames } from './names.js';
import type { Channel, ChannelKind, Evidence, Member, Namespace, Segment } from './topology.js';
import { volumeChannels } from './volumes.js';

/** The parts of a topology that channels hang on. */
export interface Scene {
  readonly project: Project;
  readonly engine: EngineProfile;
  readonly members: ReadonlyMap<string, Member>;
  readonly namespaces: readonly Namespace[];
  readonly segments: ReadonlyMap<string, Segment>;
}

/** In the order of kinds, then of the files. */
export function channelsOf(scene: Scene): readonly Channel[] {
  const services = scene.project.services;
  const kernel = scene.engine.mode === 'compose';
  return [
    ...services.flatMap(socketChannels),
    ...proxyChannels(scene),
    ...(kernel ? services.flatMap(privilegedChannels) : []),
    ...(kernel ? services.flatMap((service) => namespaceChannels(scene, service, 'pid')) : []),
    ...(kernel ? services.flatMap((service) => namespaceChannels(scene, service, 'ipc')) : []),
    ...volumeChannels(scene.project),
    ...segmentChannels(scene, 'net-admin'),
    ...segmentChannels(scene, 'net-raw'),
  ];
}

function socketChannels(service: Service): readonly Channel[] {
  const mount = service.volumes.find(mountsEngineSocket);
  const evidence: Evidence[] = [];
  if (mount) evidence.push({ text: `${service.name} mounts the socket of the container engine`, at: mount.at });
  const flag = child(service.tree, 'use_api_socket');
  if (isTrue(flag)) evidence.push({ text: `${service.name} uses the socket of the Docker API`, at: flag.at });
  return evidence.length === 0 ? [] : [toHost('docker-socket', service, evidence)];
}

const DOCKER_HOST = /^tcp:\/\/([^/:]+)(?::\d+)?\/?$/;

/** Everybody who can open its port has the API, as far as it lets through. */
function proxyChannels(scene: Scene): readonly Channel[] {
  const inhabitants = inhabitantsOf(scene);
  return socketProxiesOf(scene.project).flatMap(({ service, evidence }): readonly Channel[] => {
    const from = peersOf(scene, inhabitants, service.name);
    if (from.length === 0) return [];
    return [{ kind: 'socket-proxy', from, to: [], host: true, through: service.name, evidence }];
  });
}

/**
 * Services that hold the socket and hand it on: known by their images, or because another service takes them for its
 * Docker host.
 */
export function socketProxiesOf(
  project: Project,
): readonly { readonly service: Service; readonly evidence: readonly Evidence[] }[] {
  const hosts = new Map<string, Origin>();
  for (const service of project.services) {
    const variable = service.environment.find(({ name }) => name === 'DOCKER_HOST');
    const host = DOCKER_HOST.exec(knownText(variable?.value) ?? '')?.[1];
    if (variable && host !== undefined && !hosts.has(host)) hosts.set(host, variable.at);
  }
  return project.services.flatMap((service) => {
    const mount = service.volumes.find(mountsEngineSocket);
    const client = hosts.get(service.name);
    if (mount === undefined || (client === undefined && !isSocketProxy(service))) return [];
    const evidence = [{ text: `${service.name} passes the socket of the container engine on`, at: mount.at }];
    if (client) evidence.push({ text: `${service.name} is somebody's DOCKER_HOST`, at: client });
    return [{ service, evidence }];
  });
}

function isSocketProxy(service: Service): boolean {
  const image = knownText(service.image);
  return image !== undefined && findImage(image)?.family.kind === 'socket-proxy';
}

/** Services of the project that can open any port of a service: its namespace's and its networks'. */
function peersOf(scene: Scene, inhabitants: ReadonlyMap<string, readonly string[]>, name: string): readonly string[] {
  const member = scene.members.get(name);
  const peers = new Set<string>();
  for (const { engineName, namespace } of member?.endpoints ?? []) {
    const segment = scene.segments.get(engineName);
    for (const peer of inhabitants.get(namespace) ?? []) peers.add(peer);
    if (!segment?.icc) continue;
    for (const endpoint of segment.endpoints) {
      for (const peer of inhabitants.get(endpoint.namespace) ?? []) peers.add(peer);
    }
  }
  peers.delete(name);
  return sortedNames(peers);
}

function inhabitantsOf(scene: Scene): ReadonlyMap<string, readonly string[]> {
  return new Map(scene.namespaces.map(({ id, services }) => [id, services]));
}

function privilegedChannels(service: Service): readonly Channel[] {
  const flag = child(service.tree, 'privileged');
  return isTrue(flag) ? [toHost('privileged', service, [{ text: `${service.name} is privileged`, at: flag.at }])] : [];
}

/** `pid` and `ipc`: the host's, or another service's. */
function namespaceChannels(scene: Scene, service: Service, key: 'pid' | 'ipc'): readonly Channel[] {
  const value = child(service.tree, key);
  const mode = stringValue(value);
  if (value?.kind !== 'scalar' || mode === undefined || isUnknown(value)) return [];
  const what = key === 'pid' ? 'processes' : 'shared memory';
  if (mode === 'host') {
    return [toHost(`host-${key}`, service, [{ text: `${service.name} shares the host's ${what}`, at: value.at }])];
  }
  const target = mode.startsWith('service:') ? mode.slice('service:'.length) : undefined;
  if (target === undefined || target === service.name || !scene.members.has(target)) return [];
  const evidence = [{ text: `${service.name} shares the ${what} of ${target}`, at: value.at }];
  const pair = sortedNames([service.name, target]);
  return [{ kind: `shared-${key}`, from: pair, to: pair, host: false, through: '', evidence }];
}

function toHost(kind: ChannelKind, service: Service, evidence: readonly Evidence[]): Channel {
  return { kind, from: [service.name], to: [], host: true, through: '', evidence };
}

function isTrue(tree: Tree | undefined): tree is Scalar {
  return tree?.kind === 'scalar' && (tree.value === true || tree.value === 'true');
}

/** What a capability does to the others on a network: forging packets needs one wire, whatever `icc` says. */
function segmentChannels(scene: Scene, kind: 'net-admin' | 'net-raw'): readonly Channel[] {
  const isAble = kind === 'net-raw' ? hasRaw : (service: Service) => hasAdmin(service, scene.engine);
  const able = new Set(scene.project.services.filter(isAble).map(({ name }) => name));
  if (able.size === 0) return [];
  const inhabitants = inhabitantsOf(scene);
  const channels: Channel[] = [];
  for (const segment of scene.segments.values()) {
    if (segment.endpoints.length < 2 || segment.fabric === 'ipvlan') continue;
    const names = segment.endpoints.flatMap((endpoint) => inhabitants.get(endpoint.namespace) ?? []);
    const holders = names.filter((name) => able.has(name));
    if (holders.length === 0) continue;
    channels.push({
      kind,
      from: sortedNames(holders),
      to: sortedNames(names),
      host: false,
      through: segment.key,
      get evidence() {
        return holders.flatMap((name) => capabilityEvidence(scene.members.get(name), kind, segment));
      },
    });
  }
  return channels;
}

const NO_CAPABILITIES: ReadonlyMap<string, Origin> = new Map();

function capabilities(service: Service, key: 'cap_add' | 'cap_drop'): ReadonlyMap<string, Origin> {
  const list = child(service.tree, key);
  if (list?.kind !== 'sequence') return NO_CAPABILITIES;
  const found = new Map<string, Origin>();
  for (const item of list.items) {
    const name = stringValue(item)?.toUpperCase().replace(/^CAP_/, '');
    if (name !== undefined) found.set(name, item.at);
  }
  return found;
}

function hasAdmin(service: Service, engine: EngineProfile): boolean {
  const added = capabilities(service, 'cap_add');
  const privileged = engine.mode === 'compose' && isTrue(child(service.tree, 'privileged'));
  return privileged || added.has('NET_ADMIN') || added.has('ALL');
}

/** Among the Engine's default capabilities. */
function hasRaw(service: Service): boolean {
  const dropped = capabilities(service, 'cap_drop');
  if (!dropped.has('NET_RAW') && !dropped.has('ALL')) return true;
  const added = capabilities(service, 'cap_add');
  return added.has('NET_RAW') || (added.has('ALL') && !dropped.has('NET_RAW'));
}

function capabilityEvidence(
  member: Member | undefined,
  kind: 'net-admin' | 'net-raw',
  segment: Segment,
): readonly Evidence[] {
  if (member === undefined) return [];
  const { service } = member;
  const added = capabilities(service, 'cap_add');
  const at = added.get(kind === 'net-admin' ? 'NET_ADMIN' : 'NET_RAW') ?? added.get('ALL');
  const endpoint = member.endpoints.find(({ engineName }) => engineName === segment.engineName);
  const name = kind === 'net-admin' ? 'NET_ADMIN' : 'NET_RAW';
  if (at) return [{ text: `${service.name} adds the capability ${name}`, at }];
  const why = kind === 'net-admin' ? 'is privileged' : 'keeps the default capability NET_RAW';
  return [{ text: `${service.name} ${why}`, at: endpoint?.at ?? service.at }];
}
