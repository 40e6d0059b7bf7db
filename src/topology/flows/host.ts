/** Flows through the machine: `localhost` in a shared namespace, and published ports reached by the host's names. */
import type { Port, Project, Service } from '../../compose/project.js';
import { findImage } from '../images/find-image.js';
import { knownText } from '../names.js';
import { namespaceOwner } from './names.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|0\.0\.0\.0)$/i;
const HOST_NAMES =
  /^(?:host\.docker\.internal|gateway\.docker\.internal|docker\.for\.(?:mac|win)\.(?:localhost|host\.internal)|172\.17\.0\.1)$/i;

export interface HostTarget {
  readonly service: string;
  readonly port: number;
}

/** Whether a name means the machine or the container itself, and so no service by that name. */
export function isLocalName(service: Service, host: string): boolean {
  return LOOPBACK.test(host) || HOST_NAMES.test(host) || isGatewayAlias(service, host);
}

function isGatewayAlias(service: Service, host: string): boolean {
  return service.extraHosts.some((extra) => extra.host === host && extra.address === 'host-gateway');
}

/** The service that listens there, other than the service itself; `undefined` where the port is unknown or nobody's. */
export function localTarget(
  project: Project,
  service: Service,
  host: string,
  port: number | undefined,
): HostTarget | undefined {
  if (port === undefined) return undefined;
  const onHost = knownText(service.networkMode) === 'host';
  if (LOOPBACK.test(host) && !onHost) return inNamespace(project, service, port);
  return published(project, service, port);
}

/** Who says so itself, then the owner of the namespace, who publishes the ports of all that share it. */
function inNamespace(project: Project, service: Service, port: number): HostTarget | undefined {
  const home = namespaceOwner(service) ?? service.name;
  const others = project.services.filter(
    (other) => other !== service && (namespaceOwner(other) ?? other.name) === home,
  );
  const found =
    others.find((other) => declares(other, port)) ??
    others.find((other) => other.ports.some(({ target }) => target === port));
  return found && { service: found.name, port };
}

function declares(service: Service, port: number): boolean {
  return (
    service.expose.some(({ value }) => Number.parseInt(String(value), 10) === port) ||
    imagePorts(service).includes(port)
  );
}

function imagePorts(service: Service): readonly number[] {
  const found = typeof service.image?.value === 'string' ? findImage(service.image.value) : undefined;
  return (found?.family.ports ?? []).filter((port) => typeof port === 'number');
}

function published(project: Project, service: Service, port: number): HostTarget | undefined {
  for (const other of project.services) {
    const found = other === service ? undefined : other.ports.find((known) => publishes(known, port));
    if (found?.target !== undefined) return { service: other.name, port: found.target };
  }
  return undefined;
}

function publishes({ published: known }: Port, port: number): boolean {
  return known.kind === 'range' && known.start <= port && port <= known.end;
}
