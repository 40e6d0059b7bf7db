/** `links` and `external_links`: a legacy feature that promises more than it does. */
import type { Link, Service } from '../compose/project.js';
import { containerNames } from '../topology/names.js';
import { DEFAULT_BRIDGE } from '../topology/segments.js';
import type { Endpoint, Member, Topology } from '../topology/topology.js';
import { refusal } from './fix-plan.js';
import { linkFix } from './link-fix.js';
import type { Draft, Rule, RuleContext } from './rule.js';

export const deprecatedLinks: Rule = {
  id: 'deprecated-links',
  title: 'Legacy link between containers',
  severity: 'low',
  confidence: 'high',
  persona: 'regular',
  tags: ['network', 'maintainability', 'external/cwe/cwe-477'],
  docs: {
    summary: 'A service uses `links` or `external_links`, a legacy feature of Docker.',
    why: [
      'On the networks that Compose creates, a link opens nothing and closes nothing: services on one network reach each other with or',
      'without it, services on different networks do not, even with it. All it adds is a name that only one service knows and an order of',
      'start. People read it as an access rule, and it is none. The environment variables that links once injected are gone since Engine 29.',
      '`external_links` also ties the project to a container that nothing here declares.',
    ].join(' '),
    fix: [
      'Delete the link. The service name already works as host name; where the code uses another name, give the target that name as a',
      'network alias. For the order of start write `depends_on`. For a container of another project, share a declared external network.',
    ].join(' '),
    suppress:
      'Containers on the default bridge (`network_mode: bridge`) have no other way to names; leave that mode instead, if you can.',
    bad: `services:
  web:
    image: example/web
    links:
      - db:database
  db:
    image: postgres:17
`,
    good: `services:
  web:
    image: example/web
    depends_on:
      - db
  db:
    image: postgres:17
    networks:
      default:
        aliases:
          - database
`,
    references: [
      { title: 'Docker: Legacy container links', url: 'https://docs.docker.com/engine/network/links/' },
      { title: 'Compose file reference: links', url: 'https://docs.docker.com/reference/compose-file/services/#links' },
      { title: 'Docker: Deprecated features', url: 'https://docs.docker.com/engine/deprecated/' },
    ],
  },
  check,
};

function* check({ project, topology }: RuleContext): Generator<Draft> {
  const hasExternal = project.services.some(({ externalLinks }) => externalLinks.length > 0);
  const owners = hasExternal ? ownersOf(topology) : new Map<string, Service>();
  for (const service of project.services) {
    for (const link of service.links) yield linkDraft(topology, service, link);
    for (const link of service.externalLinks) yield externalLinkDraft(service, link, owners.get(link.target));
  }
}

function linkDraft(topology: Topology, service: Service, link: Link): Draft {
  const target = topology.members.get(link.target);
  const from = topology.members.get(service.name);
  const shared = from && target ? commonNetworks(from, target) : [];
  return {
    at: link.at,
    label: 'legacy link',
    message: `\`${service.name}\` links to \`${link.target}\`${link.alias === link.target ? '' : ` as \`${link.alias}\``}; ${effectOf(service, link, target, shared)}.`,
    advice: linkAdvice(service, link, target, shared[0]),
    related: target ? [{ at: target.service.at, label: 'the target' }] : [],
    services: [service.name],
    evidence: { service: service.name, place: 'links', target: link.target, alias: link.alias },
    fix: linkFix(topology, service, link, shared[0]),
  };
}

/** That they cannot reach each other is what `unreachable-link` tells. */
function effectOf(service: Service, link: Link, target: Member | undefined, shared: readonly Endpoint[]): string {
  if (!target) return `\`${link.target}\` is not a service of this project`;
  if (link.target === service.name) return 'a service reaches itself without it';
  if (isDefaultBridge(shared[0])) return 'on the default bridge it gives a name, and nothing else does';
  return shared.length > 0 ? 'it opens nothing: they share a network already' : 'it opens nothing';
}

function commonNetworks(from: Member, target: Member): readonly Endpoint[] {
  const theirs = new Set(target.endpoints.map((endpoint) => endpoint.engineName));
  return from.endpoints.filter((endpoint) => theirs.has(endpoint.engineName));
}

/** By the Engine's name: the key `bridge` may be that of any network. */
function isDefaultBridge(endpoint: Endpoint | undefined): boolean {
  return endpoint?.engineName === DEFAULT_BRIDGE;
}

function linkAdvice(service: Service, link: Link, target: Member | undefined, shared: Endpoint | undefined): string {
  if (!target)
    return `Delete the link; where another file declares \`${link.target}\`, a network in common gives the name.`;
  if (isDefaultBridge(shared)) {
    const way = service.networkMode ? 'Take `network_mode: bridge` off both' : 'Take both off the default bridge';
    return `${way}, and then the link: on a network of the project the names work without it.`;
  }
  const written = service.dependsOn.some((dependency) => dependency.service === link.target && !dependency.implied);
  const order =
    written || link.target === service.name ? '' : ` and write \`depends_on: [${link.target}]\` for the order of start`;
  if (!shared) return `Delete the link${order}; if they should talk, give both a network in common.`;
  if (link.alias === link.target) return `Delete the link${order}; the name \`${link.target}\` works without it.`;
  return `Delete the link${order}; give \`${link.target}\` the name as an alias: \`networks: { ${shared.networkKey}: { aliases: [${link.alias}] } }\`.`;
}

/** The services of the project by the names of their containers; the first that has one. */
function ownersOf({ project, engine }: Topology): ReadonlyMap<string, Service> {
  const owners = new Map<string, Service>();
  for (const service of project.services) {
    for (const name of containerNames(project, service, engine)) if (!owners.has(name)) owners.set(name, service);
  }
  return owners;
}

/** `own`: the service whose container the target is. */
function externalLinkDraft(service: Service, link: Link, own: Service | undefined): Draft {
  return {
    at: link.at,
    label: own ? 'legacy link in the guise of one out of the project' : 'legacy link out of the project',
    message: own
      ? `\`${service.name}\` links to \`${link.target}\` as if it were another project's; it is the container of \`${own.name}\`.`
      : `\`${service.name}\` links to \`${link.target}\`, a container that this project does not declare.`,
    advice: own
      ? `Use the name \`${own.name}\`, and give both services a network in common if they have none.`
      : `Put both containers on a shared network that is declared \`external: true\` here, and use the container's name or an alias there.`,
    related: own ? [{ at: own.at, label: 'declared here' }] : [],
    services: own ? [service.name, own.name] : [service.name],
    evidence: { service: service.name, place: 'external_links', target: link.target, alias: link.alias },
    fix: refusal('which network the two containers can share, nothing here tells'),
  };
}
