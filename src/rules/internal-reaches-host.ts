/** Internal networks from which the host can still be reached, and that a stricter mode would close. */
import { joinNames } from '../source/words.js';
import { atLeast } from '../topology/engine.js';
import { isStore, membersOn } from './isolation-facts.js';
import { CWE_ISOLATION, PORT_PUBLISHING } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { capped } from './tier-paths.js';

export const internalReachesHost: Rule = {
  id: 'internal-reaches-host',
  title: 'Internal network that still reaches the host',
  severity: 'low',
  confidence: 'high',
  persona: 'pedantic',
  tags: ['security', 'network', 'external/cwe/cwe-653'],
  docs: {
    summary:
      'An internal network of the data tier gives its members the address of the host, and with it what listens there.',
    why: [
      '`internal` closes the ways to the internet and to other networks. The bridge still has an address of the host, and every process of the',
      'host that listens on all addresses can be opened there: SSH, a monitor, another database.',
    ].join(' '),
    fix: 'Since Engine 28: set the driver option `com.docker.network.bridge.gateway_mode_ipv4: isolated` (and `_ipv6` where IPv6 is on).',
    suppress: 'Something on the host must be reached, or must reach the containers.',
    bad: `services:
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    internal: true
`,
    good: `services:
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    internal: true
    driver_opts:
      com.docker.network.bridge.gateway_mode_ipv4: isolated
`,
    references: [PORT_PUBLISHING, CWE_ISOLATION],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  if (!atLeast(topology.engine, 28) || topology.engine.mode === 'swarm') return;
  const segments = [...topology.segments.values()].filter(
    (segment) =>
      segment.internal &&
      segment.fabric === 'bridge' &&
      segment.hostAddress &&
      membersOn(topology, segment).some(isStore),
  );
  const [first, ...others] = segments.flatMap(({ key, network }) =>
    network ? [{ at: network.at, label: `\`${key}\` has an address of the host` }] : [],
  );
  if (!first) return;
  const names = segments.map(({ key }) => key);
  yield {
    ...first,
    message: `${joinNames(names)} ${names.length === 1 ? 'is' : 'are'} internal, and ${names.length === 1 ? 'its' : 'their'} members can still open what listens on the host.`,
    advice: 'Set the driver option `com.docker.network.bridge.gateway_mode_ipv4: isolated`.',
    related: capped(others),
    services: [],
    evidence: { kind: 'host-address' },
  };
}
