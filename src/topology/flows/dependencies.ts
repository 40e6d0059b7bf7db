/** Flows that the wiring of services speaks of: what they depend on, link to, and share a network namespace with. */
import type { Service } from '../../compose/project.js';
import { findImage } from '../images/find-image.js';
import type { ImageKind } from '../images/kinds.js';
import { sayingsOf, wordsOf } from '../roles/names.js';
import type { Role, RoleAssignment } from '../topology.js';
import type { Draft } from './draft.js';
import { namespaceOwner } from './names.js';

type Roles = ReadonlyMap<string, RoleAssignment>;
type Services = ReadonlyMap<string, Service>;

export function wiringDrafts(services: Services, service: Service, roles: Roles): readonly Draft[] {
  return [...dependencyDrafts(services, service, roles), ...linkDrafts(service), ...namespaceDrafts(service)];
}

/** `depends_on` is about order; who waits for a service mostly uses it. The exceptions are those where nobody does. */
function dependencyDrafts(services: Services, service: Service, roles: Roles): readonly Draft[] {
  const written = service.dependsOn.filter(({ implied }) => !implied);
  const waitsForApplication = written.some((dependency) => isApplication(dependency.service, roles));
  return written
    .filter(({ service: target, condition }) => {
      if (condition === 'service_completed_successfully') return false;
      const other = services.get(target);
      return other !== undefined && !isOneShot(other, roles) && speaksTo(service, target, waitsForApplication, roles);
    })
    .map(({ service: target, at }) => ({
      from: service.name,
      to: { service: target },
      port: undefined,
      kind: 'depends_on' as const,
      evidence: { text: `depends on \`${target}\``, at },
    }));
}

const STORES: ReadonlySet<Role> = new Set<Role>(['database', 'cache', 'queue', 'storage']);

/** Kinds that watch the host or its containers, not the services they wait for. */
const WATCHERS: ReadonlySet<ImageKind> = new Set<ImageKind>([
  'monitoring.agent',
  'logging.agent',
  'updater',
  'container-admin',
]);

/** Proxies that hold no state: what they wait for besides applications, they do not call. */
const STATELESS_PROXIES: ReadonlySet<ImageKind> = new Set<ImageKind>([
  'edge-proxy',
  'web-server',
  'http-cache',
  'tls-proxy',
]);

function speaksTo(service: Service, target: string, waitsForApplication: boolean, roles: Roles): boolean {
  const role = roles.get(service.name)?.role ?? 'other';
  const other = roles.get(target)?.role ?? 'other';
  const kind = kindOf(service);
  if (STORES.has(role)) return STORES.has(other);
  if (role === 'monitoring') return other === 'monitoring' || (STORES.has(other) && !isWatcher(service));
  // A platform that rules containers is an application, too.
  if (kind && WATCHERS.has(kind) && role !== 'app') return other === 'admin';
  if (role === 'edge' && STORES.has(other) && (kind === undefined || STATELESS_PROXIES.has(kind)))
    return !waitsForApplication;
  return true;
}

function isApplication(service: string, roles: Roles): boolean {
  return ['app', 'frontend'].includes(roles.get(service)?.role ?? '');
}

function isWatcher(service: Service): boolean {
  const found = imageOf(service);
  const flags = found?.family.flags ?? [];
  return (found && WATCHERS.has(found.family.kind)) || flags.includes('privileged') || flags.includes('hostnet');
}

function kindOf(service: Service): ImageKind | undefined {
  return imageOf(service)?.family.kind;
}

function imageOf(service: Service): ReturnType<typeof findImage> {
  return typeof service.image?.value === 'string' ? findImage(service.image.value) : undefined;
}

/** What runs to its end offers nothing to connect to. */
function isOneShot(service: Service, roles: Roles): boolean {
  if (roles.get(service.name)?.role !== 'other' || service.ports.length > 0 || service.expose.length > 0) return false;
  const kind = kindOf(service);
  if (kind === 'job' || kind === 'base-os') return true;
  return sayingsOf(wordsOf(service.name)).some(({ role, weight }) => role === 'other' && weight >= 6);
}

function linkDrafts({ name, links, externalLinks }: Service): readonly Draft[] {
  const common = { from: name, port: undefined, kind: 'link' as const };
  return [
    ...links.map(({ target, at }) => ({
      ...common,
      to: { service: target },
      evidence: { text: `links to \`${target}\``, at },
    })),
    // Whose container it is only the networks tell.
    ...externalLinks.map(({ target, alias, at }) => ({
      ...common,
      to: { host: alias },
      evidence: { text: `links to container \`${target}\``, at },
    })),
  ];
}

function namespaceDrafts(service: Service): readonly Draft[] {
  const owner = namespaceOwner(service);
  if (!service.networkMode || owner === undefined) return [];
  const text = `shares the network namespace of \`${owner}\``;
  const evidence = { text, at: service.networkMode.at };
  return [{ from: service.name, to: { service: owner }, port: undefined, kind: 'namespace', evidence }];
}
