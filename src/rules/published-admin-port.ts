/** Administration interfaces that everybody who reaches the host can open. */
import type { ImageFamily } from '../topology/images/family.js';
import type { Ingress, Member } from '../topology/topology.js';
import { familyOf, ingressTo } from './isolation-facts.js';
import { audience, portPhrase } from './published-data-port.js';
import { CWE_SPHERE, OWASP_DOCKER, PACKET_FILTERING, PORT_PUBLISHING } from './references.js';
import type { Draft, Rule, RuleContext, Target } from './rule.js';
import { commandTexts, imageName } from './service-facts.js';
import { derive, weakest } from './severity.js';

export const publishedAdminPort: Rule = {
  id: 'published-admin-port',
  title: 'Administration interface open to the outside',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  scale: { from: ['outside'], path: ['direct'], target: ['tool', 'admin', 'service'], strength: ['high', 'medium'] },
  tags: ['security', 'network', 'external/cwe/cwe-668'],
  docs: {
    summary: 'An administration interface publishes its port on an address that other machines reach.',
    why: [
      'Such an interface does to a database, a queue or the containers themselves whatever its owner may do. Everybody who reaches the host',
      'gets its login page, or, where it asks for no password, the interface itself; a firewall of the host does not close a port that Docker publishes.',
    ].join(' '),
    fix: 'Write `127.0.0.1:` before the port and come through SSH, or put the interface behind a proxy that asks for a login.',
    suppress: 'The host is on a network of administrators only.',
    bad: `services:
  adminer:
    image: adminer
    ports:
      - "8080:8080"
`,
    good: `services:
  adminer:
    image: adminer
    ports:
      - "127.0.0.1:8080:8080"
`,
    references: [PORT_PUBLISHING, PACKET_FILTERING, OWASP_DOCKER, CWE_SPHERE],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const member of topology.members.values()) {
    const family = familyOf(member);
    if (!family) continue;
    const open = ingressTo(topology, member).filter(
      (ingress) => ingress.from === 'lan' && isAdministration(member, family, ingress),
    );
    const [first, ...others] = open;
    if (first) yield draft(member, family, first, others);
  }
}

/** Kinds that are nothing but an interface to something else. */
const INTERFACES = new Set(['admin-ui', 'admin-ui.database', 'admin-ui.queue', 'admin-ui.search', 'container-admin']);

function isAdministration(member: Member, family: ImageFamily, { target }: Ingress): boolean {
  // A platform for containers serves what it runs at the usual ports, and so does an interface to a web server.
  const serves = family.kind === 'container-admin' || /nginx|caddy|apache/.test(imageName(member.service)?.path ?? '');
  if (serves && target !== undefined && [22, 80, 443].includes(target)) return false;
  if (INTERFACES.has(family.kind)) return true;
  if (target === undefined || !family.adminPorts?.includes(target)) return false;
  // A proxy that was given the port as one of its entrances serves users there.
  return !commandTexts(member.service).some((text) => text.includes(`:${target}`));
}

function targetOf(family: ImageFamily): Target {
  if (family.kind === 'container-admin') return 'tool';
  return INTERFACES.has(family.kind) && family.flags?.includes('noauth') ? 'admin' : 'service';
}

function draft(member: Member, family: ImageFamily, first: Ingress, others: readonly Ingress[]): Draft {
  const { name } = member.service;
  const target = targetOf(family);
  const verb = others.length > 0 ? 'are' : 'is';
  const login = target === 'admin' ? ', and it asks for no password by default' : '';
  const where = first.published ?? first.target;
  return {
    at: first.port.at,
    label: 'open to other machines',
    message: `${portPhrase(first, others)} of \`${name}\`, ${INTERFACES.has(family.kind) ? 'an administration interface' : 'for its administration'}, ${verb} open to ${audience(first)}${login}.`,
    advice: `Write \`127.0.0.1:\` before the port${where === undefined || first.target === undefined ? '' : ` (\`127.0.0.1:${where}:${first.target}\`)`}, or put \`${name}\` behind a proxy that asks for a login.`,
    related: others.map(({ port }) => ({ at: port.at, label: 'open, too' })),
    services: [name],
    evidence: { service: name, place: 'ports' },
    ...derive({
      from: 'outside',
      path: 'direct',
      target,
      // What an edge serves at its usual port depends on a configuration that is not seen.
      strength: weakest('high', family.flags?.includes('edge') || first.hostIp === '' ? 'medium' : 'high'),
    }),
  };
}
