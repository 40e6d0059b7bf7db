/** Services on the bridge that every container of the host without a network is on. */
import { joinNames } from '../source/words.js';
import { DEFAULT_BRIDGE } from '../topology/segments.js';
import { isStore, membersOn } from './isolation-facts.js';
import { BRIDGE_DRIVER, CIS_DOCKER, CWE_ISOLATION } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { derive, strongest, weakest } from './severity.js';
import { capped, namesOf } from './tier-paths.js';

export const defaultBridge: Rule = {
  id: 'default-bridge',
  title: "Service on the Engine's default bridge",
  severity: 'low',
  confidence: 'high',
  persona: 'regular',
  scale: { from: ['peers'], path: ['direct'], target: ['data', 'service'], strength: ['high', 'medium', 'low'] },
  tags: ['security', 'network', 'external/cwe/cwe-653'],
  docs: {
    summary: "A service is on the Engine's default bridge (`network_mode: bridge`).",
    why: [
      'Every container of the host that was given no network is on that bridge, of whatever project, and can open every port of this service.',
      'There are no names on it, so containers find each other by address or by legacy links. The CIS benchmark and Docker both advise against it.',
    ].join(' '),
    fix: 'Remove `network_mode: bridge`; the service then joins the network of the project, or list the networks it needs.',
    suppress: 'It needs the internet and nobody, and nobody needs it.',
    bad: `services:
  app:
    image: example/app
    network_mode: bridge
`,
    good: `services:
  app:
    image: example/app
`,
    references: [BRIDGE_DRIVER, CIS_DOCKER, CWE_ISOLATION],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  const segment = topology.segments.get(DEFAULT_BRIDGE);
  if (!segment) return;
  const members = membersOn(topology, segment).filter(({ service }) => service.networkMode ?? service.networks[0]);
  const [primary, ...others] = members.flatMap(({ endpoints, service }) =>
    endpoints
      .filter(({ engineName }) => engineName === DEFAULT_BRIDGE)
      .map(({ at }) => ({ at, label: `\`${service.name}\` is on the default bridge` })),
  );
  if (!primary) return;
  const names = namesOf(members);
  const stores = members.filter(isStore);
  yield {
    ...primary,
    message: `${joinNames(names)} ${names.length === 1 ? 'is' : 'are'} on the default bridge: every container of this host without a network can open ${names.length === 1 ? 'its' : 'their'} ports.`,
    advice:
      'Remove `network_mode: bridge`, so that the network of the project is used, or list the networks that are needed.',
    related: capped(others),
    services: names,
    evidence: { network: DEFAULT_BRIDGE },
    ...derive({
      from: 'peers',
      path: 'direct',
      target: stores.length > 0 ? 'data' : 'service',
      strength: stores.length > 0 ? weakest('medium', strongest(...stores.map(({ role }) => role.confidence))) : 'high',
    }),
  };
}
