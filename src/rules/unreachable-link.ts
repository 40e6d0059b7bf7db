/** Links to services that the linking one cannot reach. */
import type { Project, Service } from '../compose/project.js';
import { reaches } from '../topology/reach.js';
import type { Draft, Rule, RuleContext } from './rule.js';

export const unreachableLink: Rule = {
  id: 'unreachable-link',
  title: 'Link that leads nowhere',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['network', 'correctness'],
  docs: {
    summary: 'A service links to another with which it shares no network, so it cannot connect whatever the link says.',
    why: [
      'A link opens nothing. Somebody meant the two to talk, and the networks say that they cannot: either the connection fails, or',
      'somebody will soon put one of them on a network too many to make it work.',
    ].join(' '),
    fix: 'Decide which is right. If they should talk, give both a network that nobody else needs; if not, delete the link.',
    suppress: 'They meet on a network of another project that is not part of these files.',
    bad: `services:
  web:
    image: example/web
    networks: [front]
    links:
      - db
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,
    good: `services:
  web:
    image: example/web
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front:
  back:
`,
    references: [
      { title: 'Docker: Networking in Compose', url: 'https://docs.docker.com/compose/how-tos/networking/' },
      { title: 'Compose file reference: links', url: 'https://docs.docker.com/reference/compose-file/services/#links' },
    ],
  },
  check,
};

/** Compose declares `default` itself; who is on another network that these files do not declare is told elsewhere. */
function hangsOnFragment({ networks }: Project, service: Service): boolean {
  const undeclared = networks.filter(({ key, declared }) => !declared && key !== 'default');
  return service.networks.some(({ network }) => undeclared.some(({ key }) => key === network));
}

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  for (const service of project.services) {
    for (const link of service.links) {
      const target = topology.members.get(link.target);
      // A service that another file declares, or that a profile leaves out, is none to judge.
      if (!target || link.target === service.name) continue;
      if (reaches(topology, service.name, link.target)) continue;
      if ([service, target.service].some((end) => hangsOnFragment(project, end))) continue;
      yield {
        at: link.at,
        label: 'leads nowhere',
        message: `\`${service.name}\` links to \`${link.target}\`, and cannot reach it: they share no network.`,
        advice: `If they should talk, give \`${service.name}\` and \`${link.target}\` a network of their own; otherwise delete the link.`,
        related: [...service.networks.slice(0, 2), ...target.service.networks.slice(0, 2)].map(({ at, network }) => ({
          at,
          label: `on \`${network}\``,
        })),
        services: [service.name, link.target],
        evidence: { service: service.name, place: 'links', key: link.target, kind: 'unreachable' },
      };
    }
  }
}
