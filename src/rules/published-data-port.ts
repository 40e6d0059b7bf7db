/** Ports of the data tier that everybody who reaches the host can open. */
import { count } from '../source/words.js';
import type { Ingress, Member } from '../topology/topology.js';
import { familyOf, ingressTo, isStore, roleNoun } from './isolation-facts.js';
import { CWE_BINDING, CWE_SPHERE, PACKET_FILTERING, PORT_PUBLISHING } from './references.js';
import type { Draft, Rule, RuleContext, Target } from './rule.js';
import { derive, weakest } from './severity.js';

export const publishedDataPort: Rule = {
  id: 'published-data-port',
  title: 'Port of a data store open to the outside',
  severity: 'high',
  confidence: 'high',
  persona: 'regular',
  scale: { from: ['outside'], path: ['direct'], target: ['data', 'service'], strength: ['high', 'medium', 'low'] },
  tags: ['security', 'network', 'external/cwe/cwe-668', 'external/cwe/cwe-1327'],
  docs: {
    summary: 'A database, cache or queue publishes its port on an address that other machines reach.',
    why: [
      'A port without a host address listens on all of them, and Docker puts its own rules before those of UFW or firewalld, so a firewall',
      'of the host does not close it. Whoever reaches the machine can guess passwords, use a hole of the server, or read a store without a password.',
      'Services of the project need no published port to reach the store.',
    ].join(' '),
    fix: 'Delete the mapping. Where somebody on this machine needs it, write `127.0.0.1:` before the port; from elsewhere, come through SSH or a VPN.',
    suppress:
      'Clients on other machines need the store, it asks for a password over TLS, and a firewall in front of the host names them.',
    bad: `services:
  db:
    image: postgres:17
    ports:
      - "5432:5432"
`,
    good: `services:
  db:
    image: postgres:17
    ports:
      - "127.0.0.1:5432:5432"
`,
    references: [PORT_PUBLISHING, PACKET_FILTERING, CWE_SPHERE, CWE_BINDING],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const member of topology.members.values()) {
    const family = familyOf(member);
    // A file server is there to be opened from elsewhere.
    if (!isStore(member) || family?.kind === 'file-transfer') continue;
    const administration = new Set(family?.adminPorts ?? []);
    const open = ingressTo(topology, member).filter(
      ({ from, target }) => from === 'lan' && !(target !== undefined && administration.has(target)),
    );
    const [first, ...others] = open;
    if (first) yield draft(member, first, others, targetOf(member));
  }
}

/** Devices and browsers talk to brokers of MQTT and to object stores, with credentials of their own. */
function targetOf(member: Member): Target {
  return member.role.role === 'storage' || familyOf(member)?.kind === 'queue.mqtt' ? 'service' : 'data';
}

function draft(member: Member, first: Ingress, others: readonly Ingress[], target: Target): Draft {
  const { name } = member.service;
  const unknown = [first, ...others].every(({ hostIp }) => hostIp === '');
  return {
    at: first.port.at,
    label: 'open to other machines',
    message: `${portPhrase(first, others)} of \`${name}\`, ${roleNoun(member)}, ${others.length > 0 ? 'are' : 'is'} open to ${audience(first)}.`,
    advice: advice(name, first),
    related: others.map(({ port }) => ({ at: port.at, label: 'open, too' })),
    services: [name],
    evidence: { service: name, place: 'ports' },
    ...derive({
      from: 'outside',
      path: 'direct',
      target,
      strength: weakest(member.role.confidence, unknown ? 'medium' : 'high'),
    }),
  };
}

export function portPhrase(first: Ingress, others: readonly Ingress[]): string {
  if (others.length > 0) return count(others.length + 1, 'port');
  return first.target === undefined ? 'A port' : `Port ${first.target}`;
}

/** Who can open a port, from its address on the host. */
export function audience({ hostIp }: Ingress): string {
  if (hostIp === '') return 'an address that hangs on a variable';
  if (hostIp === '0.0.0.0' || hostIp === '::') return 'every machine that reaches this host';
  return `every machine that reaches ${hostIp}`;
}

function advice(name: string, { target, published }: Ingress): string {
  const own = target === undefined ? name : `${name}:${target}`;
  const local = target === undefined ? '127.0.0.1:' : `127.0.0.1:${published ?? target}:${target}`;
  return `Delete the mapping: services of the project reach \`${own}\` without it. For access from this machine only, write \`${local}\`.`;
}
