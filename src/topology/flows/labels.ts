/** Flows that proxies read off labels and variables of the services behind them (Traefik, Caddy, nginx-proxy and others). */
import type { Project, Service, Variable } from '../../compose/project.js';
import { findImage } from '../images/find-image.js';
import { type Draft, placeOf, readable } from './draft.js';
import { urlMentions } from './mention.js';

export interface Router {
  /** Images of the proxy, as in the catalogue. */
  readonly images: readonly string[];
  /** A command line that makes any image this proxy. */
  readonly command?: RegExp;
  /** What asks for a route: a label, or an environment variable. */
  readonly route: RegExp;
  readonly place: 'label' | 'environment';
  /** Holds the port behind the proxy, as a number or in a text. */
  readonly port: RegExp;
  /** With the value `false` it takes the service out. */
  readonly enable?: string;
  /** Labels with what the proxy itself calls on behalf of a route: `forwardauth.address=http://auth:9000`. */
  readonly calls?: RegExp;
}

const ROUTERS: readonly Router[] = [
  {
    images: ['traefik'],
    command: /--providers\.(?:docker|swarm)|--docker\b/i,
    route: /^traefik\.(?:(?:http|tcp|udp)\.routers\.[^.]+\.rule|frontend\.rule|enable)$/i,
    place: 'label',
    port: /^traefik\.(?:(?:http|tcp|udp)\.services\.[^.]+\.loadbalancer\.server\.port|port)$/i,
    enable: 'traefik.enable',
    calls: /^traefik[._].*(?:address|url)$/i,
  },
  {
    images: ['lucaslorentz/caddy-docker-proxy'],
    route: /^caddy(?:_\d+)?$/i,
    place: 'label',
    port: /^caddy(?:_\d+)?\.(?:\d+_)?(?:.*\.)?reverse_proxy$/i,
    calls: /^caddy[._].*(?:forward_auth|reverse_proxy)$/i,
  },
  {
    images: ['nginxproxy/nginx-proxy'],
    route: /^VIRTUAL_HOST(?:_MULTIPORTS)?$/,
    place: 'environment',
    port: /^VIRTUAL_PORT$/,
  },
  {
    images: ['dockerflow/docker-flow-proxy'],
    route: /^com\.df\.(?:notify|servicePath)$/,
    place: 'label',
    port: /^com\.df\.port$/,
  },
];

export function labelDrafts(project: Project): readonly Draft[] {
  const candidates = project.services.map(candidateOf);
  return ROUTERS.flatMap((router) => {
    const [proxy, ...others] = proxiesAmong(candidates, router);
    // With several proxies each has its share of the routes, by rules that are not in the labels alone.
    if (!proxy || others.length > 0) return [];
    return [
      ...project.services.flatMap((service) => (service === proxy ? [] : routeDrafts(router, proxy.name, service))),
      ...(router.calls ? middlewareDrafts(project, proxy, router.calls) : []),
    ];
  });
}

/** A service that reads its routes off the containers of the Engine, those of other projects included. */
export interface Proxy {
  readonly router: Router;
  /** The place of its project among those that were asked for. */
  readonly position: number;
  readonly service: string;
}

/** The proxies that are the only one of their kind among the projects. */
export function onlyProxies(projects: readonly Project[]): readonly Proxy[] {
  const candidates = projects.map(({ services }) => services.map(candidateOf));
  return ROUTERS.flatMap((router) => {
    const found = candidates.flatMap((own, position) =>
      proxiesAmong(own, router).map(({ name }) => ({ router, position, service: name })),
    );
    return found.length === 1 ? found : [];
  });
}

/** What may be a proxy, with the images that are the same as its own. */
interface Candidate {
  readonly service: Service;
  readonly images: readonly string[];
}

function candidateOf(service: Service): Candidate {
  const image = typeof service.image?.value === 'string' ? findImage(service.image.value) : undefined;
  return { service, images: image?.family.images ?? [] };
}

function proxiesAmong(candidates: readonly Candidate[], { images, command }: Router): readonly Service[] {
  const isProxy = (candidate: Candidate) =>
    images.some((image) => candidate.images.includes(image)) ||
    (command !== undefined && candidate.service.command.some((word) => command.test(readable(word))));
  return candidates.filter(isProxy).map(({ service }) => service);
}

/** `proxy`: its name. */
export function routeDrafts(router: Router, proxy: string, service: Service): readonly Draft[] {
  const variables = router.place === 'label' ? service.labels : service.environment;
  const off = variables.find(({ name }) => name.toLowerCase() === router.enable);
  if (off && String(off.value?.value).toLowerCase() === 'false') return [];
  const route = variables.find(({ name }) => router.route.test(name));
  if (!route) return [];
  const port = variables.find(({ name }) => router.port.test(name));
  const what = router.place === 'label' ? 'label' : 'variable';
  return [
    {
      from: proxy,
      to: { service: service.name },
      port: portOf(port) ?? onlyPort(service),
      kind: router.place,
      evidence: { text: `${what} \`${route.name}\` puts \`${service.name}\` behind \`${proxy}\``, at: route.at },
    },
  ];
}

/** The number in `8080`, `{{upstreams 8080}}` or `{{upstreams http 8080}}`. */
function portOf(variable: Variable | undefined): number | undefined {
  const found = /(?:^|\s)(\d{1,5})(?:\}|\s|$)/.exec(String(variable?.value?.value ?? ''));
  const port = Number(found?.[1] ?? Number.NaN);
  return port > 0 && port < 65536 ? port : undefined;
}

/** Proxies take the one port that a service declares. */
function onlyPort(service: Service): number | undefined {
  const ports = new Set([
    ...service.ports.flatMap(({ target }) => (target === undefined ? [] : [target])),
    ...service.expose.map((exposed) => Number.parseInt(String(exposed.value), 10)),
  ]);
  const [port] = ports;
  return ports.size === 1 && Number.isInteger(port) ? port : undefined;
}

function middlewareDrafts(project: Project, proxy: Service, calls: RegExp): readonly Draft[] {
  const addresses = project.services.flatMap((service) => service.labels.filter(({ name }) => calls.test(name)));
  return addresses.flatMap(({ name, value }) =>
    value
      ? urlMentions(readable(value)).map((mention) => ({
          from: proxy.name,
          to: { host: mention.host },
          port: mention.port ?? mention.usualPort,
          kind: 'label' as const,
          evidence: { text: `label \`${name}\` names \`${mention.host}\``, at: placeOf(value, mention) },
        }))
      : [],
  );
}
