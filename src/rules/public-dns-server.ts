/** Containers that ask name servers of the internet. */
import { joinNames } from '../source/words.js';
import type { Member } from '../topology/topology.js';
import { familyOf, scalarsUnder } from './isolation-facts.js';
import { COMPOSE_SERVICES } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { capped } from './tier-paths.js';

export const publicDnsServer: Rule = {
  id: 'public-dns-server',
  title: 'Names are asked of a public name server',
  severity: 'low',
  confidence: 'medium',
  persona: 'pedantic',
  tags: ['network', 'privacy'],
  docs: {
    summary: 'A service sends its name queries to a public name server instead of that of the host.',
    why: [
      'Names that the project does not know, misspelled and internal ones among them, go to a third party, around the name server of the host and',
      'whatever it blocks or records. Names of the internal network of a company do not resolve at all.',
    ].join(' '),
    fix: 'Delete `dns`: the Engine then asks what the host asks.',
    suppress: 'The name server of the host cannot be used, or the service is a name server itself.',
    bad: `services:
  app:
    image: example/app
    dns: 8.8.8.8
`,
    good: `services:
  app:
    image: example/app
`,
    references: [COMPOSE_SERVICES],
  },
  check,
};

const PUBLIC = new Map(
  Object.entries({
    Google: ['8.8.8.8', '8.8.4.4', '2001:4860:4860::8888', '2001:4860:4860::8844'],
    Cloudflare: ['1.1.1.1', '1.0.0.1', '1.1.1.2', '1.0.0.2', '2606:4700:4700::1111', '2606:4700:4700::1001'],
    Quad9: ['9.9.9.9', '149.112.112.112', '2620:fe::fe'],
    OpenDNS: ['208.67.222.222', '208.67.220.220'],
    AdGuard: ['94.140.14.14', '94.140.15.15'],
    '114DNS': ['114.114.114.114', '114.114.115.115'],
    AliDNS: ['223.5.5.5', '223.6.6.6'],
    DNSPod: ['119.29.29.29'],
    'Level 3': ['4.2.2.1', '4.2.2.2'],
  }).flatMap(([owner, addresses]) => addresses.map((address) => [address, owner] as const)),
);

/** One finding for the project: the setting is usually copied from service to service. */
function* check({ topology }: RuleContext): Iterable<Draft> {
  const places: Place[] = [];
  const services = new Set<string>();
  const owners = new Set<string>();
  for (const member of topology.members.values()) {
    if (isExempt(member)) continue;
    for (const { value, at } of scalarsUnder(member.service.tree, 'dns')) {
      const owner = PUBLIC.get(String(value).trim().toLowerCase());
      if (!owner) continue;
      places.push({ at, label: `\`${member.service.name}\` asks ${owner}` });
      services.add(member.service.name);
      owners.add(owner);
    }
  }
  const [primary, ...others] = places;
  if (!primary) return;
  yield {
    ...primary,
    message: `${joinNames([...services])} ${services.size === 1 ? 'sends its' : 'send their'} name queries to ${[...owners].join(', ')}.`,
    advice: 'Delete `dns`, so that the name server of the host is asked.',
    related: capped(others),
    services: [...services],
    evidence: { place: 'dns' },
  };
}

/** Name servers and VPN clients have to know one that is not theirs. */
function isExempt(member: Member): boolean {
  return familyOf(member)?.kind === 'dns' || member.role.role === 'tunnel';
}
