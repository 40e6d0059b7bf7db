/** `enable_icc: "false"` that does not keep the members of a network apart. */
import { joinNames } from '../source/words.js';
import { ENABLE_ICC, option, optionText } from '../topology/options.js';
import { reachBetween } from '../topology/reach.js';
import type { Member, Segment, Topology, Via } from '../topology/topology.js';
import { isClient, membersOn } from './isolation-facts.js';
import { BRIDGE_DRIVER, CWE_ISOLATION, PORT_PUBLISHING } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { capped } from './tier-paths.js';

export const iccDisabledIneffective: Rule = {
  id: 'icc-disabled-ineffective',
  title: 'Members of a network not kept apart after all',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['security', 'network', 'correctness', 'external/cwe/cwe-653'],
  docs: {
    summary: 'A network forbids its members to talk to each other (`enable_icc: "false"`), and they can all the same.',
    why: [
      'The option is one of the bridge driver: others ignore it. It drops packets within its own bridge only: members that meet on another network',
      'talk there, and a port that one publishes the others open at the address of the host, as anybody may.',
    ].join(' '),
    fix: 'Use a network for each pair that must talk, instead of one network that forbids it; bind published ports to `127.0.0.1`.',
    suppress: 'The ports that stay open are meant for the other members, too.',
    bad: `services:
  a:
    image: example/a
    networks: [tenants]
  b:
    image: example/b
    ports: ["8080:8080"]
    networks: [tenants]
networks:
  tenants:
    driver_opts:
      com.docker.network.bridge.enable_icc: "false"
`,
    good: `services:
  a:
    image: example/a
    networks: [tenants]
  b:
    image: example/b
    networks: [tenants]
networks:
  tenants:
    driver_opts:
      com.docker.network.bridge.enable_icc: "false"
`,
    references: [BRIDGE_DRIVER, PORT_PUBLISHING, CWE_ISOLATION],
  },
  check,
};

/** The values that Go reads as "false"; the driver refuses what is neither. */
const OFF = /^(?:0|f|F|FALSE|false|False)$/;

function* check({ topology }: RuleContext): Iterable<Draft> {
  for (const segment of topology.segments.values()) {
    const flag = option(segment.network, ENABLE_ICC);
    if (!flag || !OFF.test(optionText(segment.network, ENABLE_ICC) ?? '')) continue;
    const place = { at: flag.at, label: 'without effect' };
    if (segment.fabric !== 'bridge') yield ignored(segment, place);
    else yield* circumvented(topology, segment, place);
  }
}

function ignored(segment: Segment, place: Place): Draft {
  return {
    ...place,
    message: `The driver \`${segment.driver}\` of network \`${segment.key}\` ignores \`enable_icc\`: its members can open each other's ports.`,
    advice: 'Give each pair that must talk a network of its own.',
    related: [],
    services: [],
    evidence: { network: segment.key, kind: 'driver' },
  };
}

/** Larger networks than this are judged by their first members; the option is the same for all. */
const MOST_MEMBERS = 40;

function* circumvented(topology: Topology, segment: Segment, place: Place): Iterable<Draft> {
  const members = membersOn(topology, segment).slice(0, MOST_MEMBERS);
  const ways = new Map<Member, Via>();
  for (const to of members) {
    for (const from of members) {
      if (from.namespace === to.namespace || isClient(topology, from.service.name, to.service.name)) continue;
      const via = reachBetween(topology, from.service.name, to.service.name)?.via[0];
      if (via && !ways.has(to)) ways.set(to, via);
    }
  }
  if (ways.size === 0) return;
  const names = [...ways.keys()].map(({ service }) => service.name);
  yield {
    ...place,
    message: `Other members of \`${segment.key}\` can open ${joinNames(names)} all the same, ${[...ways.values()].some(({ kind }) => kind === 'network') ? 'over another network that they share' : 'at the ports that are published on the host'}.`,
    advice: 'Take the members apart: a network for each pair that must talk, and published ports on `127.0.0.1`.',
    related: capped(
      [...ways].flatMap(([{ service }, { evidence }]) =>
        evidence.slice(-1).map(({ at }) => ({ at, label: `\`${service.name}\` is within reach here` })),
      ),
    ),
    services: names,
    evidence: { network: segment.key, kind: 'circumvented' },
  };
}
