/** Settings that keep things apart under Compose, and that `docker stack deploy` drops. */
import { isUnknown, type Service } from '../compose/project.js';
import { child, type Tree } from '../source/tree.js';
import { isLoopback } from '../topology/addresses.js';
import { familyOf, isStore, scalarsUnder } from './isolation-facts.js';
import { CWE_BINDING, OVERLAY_DRIVER, PORT_PUBLISHING } from './references.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import { derive } from './severity.js';
import { capped } from './tier-paths.js';

export const swarmIgnoredIsolation: Rule = {
  id: 'swarm-ignored-isolation',
  title: 'Isolation that a stack drops',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  scale: { from: ['outside'], path: ['direct'], target: ['data', 'service'], strength: ['high'] },
  tags: ['security', 'network', 'swarm', 'external/cwe/cwe-1327'],
  docs: {
    summary: 'A service relies on a setting that `docker stack deploy` ignores.',
    why: [
      'A stack publishes every port on all addresses of every node: `127.0.0.1:` before it is dropped, with a line in a log. `network_mode: none` is',
      'dropped as well, and the service joins the default network of the stack; so are `security_opt` and `userns_mode`. The file says that something is closed, and it is open.',
    ].join(' '),
    fix: 'Publish no port that may not be public; put services that need no network on an internal one; set the security options on the nodes.',
    suppress: 'The file is deployed with Compose only.',
    bad: `services:
  db:
    image: postgres:17
    ports:
      - "127.0.0.1:5432:5432"
`,
    good: `services:
  db:
    image: postgres:17
`,
    engine: 'swarm',
    references: [
      PORT_PUBLISHING,
      OVERLAY_DRIVER,
      { title: 'Docker: docker stack deploy', url: 'https://docs.docker.com/reference/cli/docker/stack/deploy/' },
      CWE_BINDING,
    ],
  },
  check,
};

function* check({ topology }: RuleContext): Iterable<Draft> {
  if (topology.engine.mode !== 'swarm') return;
  for (const member of topology.members.values()) {
    const { service } = member;
    const loopback = service.ports.filter(({ hostIp }) => hostIp !== undefined && isLoopback(hostIp));
    const [port, ...more] = loopback;
    if (port) {
      yield {
        at: port.at,
        label: 'open on every node',
        message: `A stack ignores the address: ${port.target === undefined ? 'the port' : `port ${port.target}`} of \`${service.name}\` is open on every address of every node.`,
        advice: `Delete the mapping; services of the stack reach \`${service.name}\` by its name.`,
        related: more.map(({ at }) => ({ at, label: 'open, too' })),
        services: [service.name],
        evidence: { service: service.name, kind: 'host-address' },
        ...derive({
          from: 'outside',
          path: 'direct',
          target: isStore(member) || familyOf(member)?.flags?.includes('admin') ? 'data' : 'service',
          strength: 'high',
        }),
      };
    }
    const [first, ...others] = dropped(service);
    if (!first) continue;
    yield {
      ...first,
      message: `A stack ignores ${[first, ...others].map(({ key }) => `\`${key}\``).join(', ')} of \`${service.name}\`.`,
      advice:
        'Do not rely on it: use an internal network, drop capabilities with `cap_drop`, and set the rest on the nodes.',
      related: capped(others),
      services: [service.name],
      evidence: { service: service.name, kind: 'settings' },
      severity: 'low',
    };
  }
}

interface Dropped extends Place {
  readonly key: string;
}

function dropped({ networkMode, tree }: Service): readonly Dropped[] {
  const found: Dropped[] = [];
  if (networkMode?.value === 'none' && !isUnknown(networkMode)) {
    found.push({ key: 'network_mode', at: networkMode.at, label: 'ignored: it joins the default network' });
  }
  for (const key of ['security_opt', 'userns_mode']) {
    const value: Tree | undefined = child(tree, key);
    const hardens = scalarsUnder(tree, key).some(
      ({ value: text }) => !String(text).includes('unconfined') && text !== 'host',
    );
    if (value && hardens) found.push({ key, at: value.at, label: 'ignored' });
  }
  return found;
}
