/** From a service's canonical mapping to a `Service`. */
import type { Entry, Mapping, Scalar, Tree } from '../source/tree.js';
import { child, isNull } from '../source/tree.js';
import { clean } from './file-path.js';
import { goText } from './go-text.js';
import { partScalar, subPart, wholePart } from './part.js';
import type {
  Attachment,
  Dependency,
  ExtraHost,
  Grant,
  Link,
  Mode,
  Mount,
  Port,
  Published,
  Service,
  Variable,
} from './project.js';
import { isUnknown } from './project.js';

export interface Values {
  readonly environment: readonly Variable[];
  readonly labels: readonly Variable[];
}

export function bindService({ name, at }: Entry, tree: Mapping, { environment, labels }: Values, mode: Mode): Service {
  const image = field(tree, 'image');
  const build = child(tree, 'build');
  const containerName = field(tree, 'container_name');
  const hostname = field(tree, 'hostname');
  const networkMode = field(tree, 'network_mode');
  // What may be absent comes last: V8 sets each property behind a spread by a slow call.
  return {
    name,
    at,
    tree,
    provider: child(tree, 'provider')?.kind === 'mapping',
    networks: networkMode ? [] : entriesOf(tree, 'networks').map(attachment),
    ports: mappingsOf(tree, 'ports').map(port),
    expose: scalarsOf(child(tree, 'expose')),
    environment,
    dependsOn: entriesOf(tree, 'depends_on').map(dependency),
    links: scalarsOf(child(tree, 'links')).map(link),
    externalLinks: scalarsOf(child(tree, 'external_links')).map(link),
    volumes: mappingsOf(tree, 'volumes').map(mount),
    secrets: mappingsOf(tree, 'secrets').map((tree) => grant(tree, '/run/secrets/')),
    configs: mappingsOf(tree, 'configs').map((tree) => grant(tree, '/')),
    labels,
    command: scalarsOf(child(tree, 'command')),
    entrypoint: scalarsOf(child(tree, 'entrypoint')),
    healthcheck: scalarsOf(child(child(tree, 'healthcheck'), 'test')),
    extraHosts: extraHosts(child(tree, 'extra_hosts')),
    profiles: scalarsOf(child(tree, 'profiles')),
    replicas: replicas(tree, mode),
    ...(image ? { image } : {}),
    ...(build && !isNull(build) ? { build } : {}),
    ...(containerName ? { containerName } : {}),
    ...(hostname ? { hostname } : {}),
    ...(networkMode ? { networkMode } : {}),
  };
}

function field(tree: Tree, name: string): Scalar | undefined {
  const value = child(tree, name);
  return value?.kind === 'scalar' && !isNull(value) ? value : undefined;
}

function textField(tree: Tree, name: string): string {
  const value = field(tree, name);
  return value ? goText(value) : '';
}

function entriesOf(tree: Mapping, name: string): readonly Entry[] {
  const value = child(tree, name);
  return value?.kind === 'mapping' ? [...value.entries.values()] : [];
}

function mappingsOf(tree: Mapping, name: string): readonly Mapping[] {
  const value = child(tree, name);
  return value?.kind === 'sequence' ? value.items.filter((item) => item.kind === 'mapping') : [];
}

/** The items of a list, or the one value that stands for it. */
function scalarsOf(tree: Tree | undefined): readonly Scalar[] {
  if (tree?.kind === 'sequence') return tree.items.filter((item) => item.kind === 'scalar');
  return tree?.kind === 'scalar' && !isNull(tree) ? [tree] : [];
}

function numberField(tree: Tree, name: string): number | undefined {
  const value = field(tree, name);
  if (value === undefined || isUnknown(value)) return undefined;
  const number = typeof value.value === 'boolean' ? Number.NaN : Number(value.value);
  return Number.isInteger(number) ? number : undefined;
}

function isTrue(tree: Tree | undefined): boolean {
  return tree?.kind === 'scalar' && tree.value === true;
}

function attachment({ name, at, value }: Entry): Attachment {
  const ipv4Address = field(value, 'ipv4_address');
  const ipv6Address = field(value, 'ipv6_address');
  return {
    network: name,
    at,
    aliases: scalarsOf(child(value, 'aliases')),
    priority: numberField(value, 'priority') ?? 0,
    gatewayPriority: numberField(value, 'gw_priority') ?? 0,
    ...(ipv4Address ? { ipv4Address } : {}),
    ...(ipv6Address ? { ipv6Address } : {}),
  };
}

function port(tree: Mapping): Port {
  const hostIp = field(tree, 'host_ip');
  return {
    at: tree.at,
    target: numberField(tree, 'target'),
    published: published(field(tree, 'published')),
    hostIp: isUnknown(hostIp) ? undefined : textField(tree, 'host_ip'),
    protocol: textField(tree, 'protocol') || 'tcp',
    mode: textField(tree, 'mode') || 'ingress',
  };
}

function published(value: Scalar | undefined): Published {
  if (value === undefined) return { kind: 'random' };
  if (isUnknown(value)) return { kind: 'unknown' };
  const text = goText(value);
  if (text === '') return { kind: 'random' };
  const [, start = '', end = start] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (start === '') return { kind: 'unknown' };
  return Number(start) === 0 && Number(end) === 0
    ? { kind: 'random' }
    : { kind: 'range', start: Number(start), end: Number(end) };
}

function dependency({ name, at, value }: Entry): Dependency {
  const required = child(value, 'required');
  return {
    service: name,
    at,
    condition: textField(value, 'condition') || 'service_started',
    required: !(required?.kind === 'scalar' && required.value === false),
    implied: at.via.some((step) => step.how === 'default'),
  };
}

/** `TARGET` or `TARGET:ALIAS`. */
function link(item: Scalar): Link {
  const [target = '', alias] = goText(item).split(':');
  return { target, alias: alias ?? target, at: item.at };
}

function mount(tree: Mapping): Mount {
  const type = textField(tree, 'type');
  const source = textField(tree, 'source');
  return {
    at: tree.at,
    type,
    // One folder has one name.
    source: type === 'bind' && source.startsWith('/') ? clean(source) : source,
    target: textField(tree, 'target'),
    readOnly: isTrue(child(tree, 'read_only')),
    unknownSource: isUnknown(field(tree, 'source')),
  };
}

function grant(tree: Mapping, directory: string): Grant {
  const source = textField(tree, 'source');
  return { source, target: textField(tree, 'target') || `${directory}${source}`, at: tree.at };
}

function extraHosts(tree: Tree | undefined): readonly ExtraHost[] {
  if (tree?.kind === 'mapping') {
    return [...tree.entries.values()].flatMap(({ name, at, value }) =>
      scalarsOf(value).map((address) => ({ host: name, address: goText(address), at })),
    );
  }
  return scalarsOf(tree).map((item) => {
    const text = goText(item);
    const cut = text.indexOf(text.includes('=') ? '=' : ':');
    if (cut < 0) return { host: text, address: '', at: item.at };
    const address = partScalar(item, subPart(wholePart(text), cut + 1, text.length));
    return { host: text.slice(0, cut), address: goText(address), at: item.at };
  });
}

/** `${DB_REPLICAS:-0}` is a switch: like the services of every profile, what it may start is looked at. */
function replicas(tree: Mapping, mode: Mode): number {
  const holder = field(tree, 'scale') ? tree : (child(tree, 'deploy') ?? tree);
  const name = holder === tree ? 'scale' : 'replicas';
  const count = numberField(holder, name) ?? 1;
  const isSwitch = field(holder, name)?.interpolation?.substitutions.some(({ from }) => from === 'default') ?? false;
  return count === 0 && mode === 'analysis' && isSwitch ? 1 : count;
}
