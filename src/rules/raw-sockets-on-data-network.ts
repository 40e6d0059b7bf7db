/** Services that can forge packets on a network of the data tier. */
import { joinNames } from '../source/words.js';
import { isStore } from './isolation-facts.js';
import { CIS_DOCKER, OWASP_DOCKER } from './references.js';
import type { Draft, Rule, RuleContext, Scale } from './rule.js';
import { derive } from './severity.js';
import { capped } from './tier-paths.js';

const SCALE: Scale = {
  from: ['inside'],
  path: ['bypass'],
  target: ['data'],
  strength: ['medium'],
  quiet: ['inside'],
};

export const rawSocketsOnDataNetwork: Rule = {
  id: 'raw-sockets-on-data-network',
  title: 'Raw sockets beside a store',
  severity: 'low',
  confidence: 'medium',
  persona: 'pedantic',
  scale: SCALE,
  tags: ['security', 'network', 'external/cwe/cwe-250'],
  docs: {
    summary:
      'A service that shares a network with a store may send forged packets (`NET_RAW`, which containers have unless it is dropped).',
    why: [
      'With it a process that is root in its container can pretend to be the store, or its client, on their common bridge: it answers for another’s',
      'address and reads or changes what they say to each other. Nothing filters that within a bridge.',
    ].join(' '),
    fix: 'Write `cap_drop: [NET_RAW]`, or drop `ALL` and add what is needed. `ping` works without it on current kernels.',
    suppress: 'The traffic is TLS with verified certificates, or the service runs as another user than root.',
    bad: `services:
  api:
    image: example/api
  db:
    image: postgres:17
`,
    good: `services:
  api:
    image: example/api
    cap_drop: [ALL]
  db:
    image: postgres:17
`,
    references: [
      OWASP_DOCKER,
      CIS_DOCKER,
      {
        title: 'Docker: Runtime privilege and Linux capabilities',
        url: 'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
      },
    ],
  },
  check,
};

/** One finding for the project, since the remedy is one line that is the same everywhere. */
function* check({ topology }: RuleContext): Iterable<Draft> {
  const holders = new Map<string, Draft['at']>();
  const networks = new Set<string>();
  for (const channel of topology.channels) {
    if (channel.kind !== 'net-raw') continue;
    const members = channel.to.flatMap((name) => topology.members.get(name) ?? []);
    if (!members.some(isStore)) continue;
    for (const name of channel.from) {
      const member = topology.members.get(name);
      // A store that forges answers for a store gains nothing.
      if (!member || isStore(member)) continue;
      holders.set(name, member.service.at);
      networks.add(channel.through);
    }
  }
  const [first, ...others] = holders;
  if (!first) return;
  yield {
    at: first[1],
    label: 'keeps `NET_RAW`',
    message: `${joinNames([...holders.keys()])} can forge packets on ${joinNames([...networks])}, which ${holders.size === 1 ? 'it shares' : 'they share'} with stores.`,
    advice: 'Write `cap_drop: [NET_RAW]`, or drop `ALL` and add what is needed.',
    related: capped(others.map(([name, at]) => ({ at, label: `\`${name}\`, too` }))),
    services: [...holders.keys()],
    evidence: { kind: 'net-raw' },
    ...derive({ from: 'inside', path: 'bypass', target: 'data', strength: 'medium' }, SCALE),
  };
}
