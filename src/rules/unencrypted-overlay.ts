/** Overlay networks that carry traffic of the data tier between machines in the clear. */
import { joinNames } from '../source/words.js';
import { option } from '../topology/options.js';
import type { Segment } from '../topology/topology.js';
import { isStore, membersOn } from './isolation-facts.js';
import { CWE_CLEARTEXT, OVERLAY_DRIVER } from './references.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { capped } from './tier-paths.js';

export const unencryptedOverlay: Rule = {
  id: 'unencrypted-overlay',
  title: 'Data tier on an overlay network in the clear',
  severity: 'low',
  confidence: 'medium',
  persona: 'regular',
  tags: ['security', 'network', 'swarm', 'external/cwe/cwe-319'],
  docs: {
    summary: 'An overlay network that stores are on is not encrypted.',
    why: [
      'Between nodes the traffic of an overlay network is plain VXLAN: whoever is on the network between the machines reads queries, answers and',
      'passwords, and whoever can send UDP to port 4789 of a node can put packets into it.',
    ].join(' '),
    fix: 'Set the driver option `encrypted: "true"` on the network, and let only nodes reach UDP port 4789 of each other.',
    suppress: 'All nodes are on one trusted wire or inside of a VPN, or the stores are used over TLS.',
    bad: `services:
  api:
    image: example/api
    networks: [data]
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    driver: overlay
`,
    good: `services:
  api:
    image: example/api
    networks: [data]
  db:
    image: postgres:17
    networks: [data]
networks:
  data:
    driver: overlay
    driver_opts:
      encrypted: "true"
`,
    references: [OVERLAY_DRIVER, CWE_CLEARTEXT],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  const segments = [...topology.segments.values()].filter(
    (segment) =>
      segment.fabric === 'overlay' &&
      !segment.external &&
      !isEncrypted(segment) &&
      segment.endpoints.length > 1 &&
      membersOn(topology, segment).some(isStore),
  );
  const [first, ...others] = segments.flatMap(({ key, network }) =>
    network ? [{ at: network.at, label: `\`${key}\` is not encrypted` }] : [],
  );
  if (!first) return;
  const names = segments.map(({ key }) => key);
  yield {
    ...first,
    message: `${joinNames(names)} ${names.length === 1 ? 'carries' : 'carry'} the traffic of stores between machines in the clear.`,
    advice: 'Write `driver_opts: { encrypted: "true" }` under the network.',
    related: capped(others),
    services: [],
    evidence: { kind: 'cleartext' },
  };
}

/** The driver only looks whether the option is there; what hangs on a variable may be. */
function isEncrypted({ network }: Segment): boolean {
  const named = network?.driverOptions.some(({ name }) => name === 'encrypted') ?? false;
  if (!named) return false;
  return String(option(network, 'encrypted')?.value?.value ?? '') !== 'false';
}
