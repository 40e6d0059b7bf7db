/** What a network lets through, by its driver and options. */
import { analyzeTopology } from '../../src/topology/analyze';
import type { EngineProfile } from '../../src/topology/engine';
import { projectOf } from '../support/project';

const bridge = (options: string): string => `{ driver_opts: { ${options} } }`;
const MODE4 = 'com.docker.network.bridge.gateway_mode_ipv4';
const MODE6 = 'com.docker.network.bridge.gateway_mode_ipv6';

function told(network: string, engine: Partial<EngineProfile> = {}): string {
  const project = projectOf(`services: { a: { image: x, networks: [n] } }\nnetworks: { n: ${network} }`);
  const segment = [...analyzeTopology(project, { engine }).segments.values()].find(({ key }) => key === 'n');
  if (!segment) return 'absent';
  const words = ['internal', 'external', 'icc', 'names', 'hostAddress', 'outbound', 'open'] as const;
  const { driver, fabric, gateways, gatewayModes, hostBinding } = segment;
  const modes = Object.entries(gatewayModes).map(([family, mode]) => `${family}=${mode}`);
  return [`${driver}/${fabric}`, ...words.filter((word) => segment[word]), gateways, ...modes, hostBinding]
    .join(' ')
    .trim();
}

test.each<[string, string]>([
  ['{}', 'bridge/bridge icc names hostAddress outbound 1 ipv4=nat'],
  ['{ internal: true }', 'bridge/bridge internal icc names hostAddress 0 ipv4=nat'],
  ['{ external: true }', 'bridge/bridge external icc names hostAddress outbound open 1 ipv4=nat'],
  ['{ enable_ipv6: true }', 'bridge/bridge icc names hostAddress outbound 2 ipv4=nat ipv6=nat'],
  ['{ enable_ipv6: true, internal: true }', 'bridge/bridge internal icc names hostAddress 0 ipv4=nat ipv6=nat'],
  ['{ enable_ipv6: true, enable_ipv4: false }', 'bridge/bridge icc names hostAddress outbound 1 ipv6=nat'],
  [bridge('com.docker.network.bridge.enable_icc: "false"'), 'bridge/bridge names hostAddress outbound 1 ipv4=nat'],
  [bridge('com.docker.network.bridge.enable_icc: "true"'), 'bridge/bridge icc names hostAddress outbound 1 ipv4=nat'],
  [bridge(`${MODE4}: routed`), 'bridge/bridge icc names hostAddress outbound 1 ipv4=routed'],
  [bridge(`${MODE4}: nat-unprotected`), 'bridge/bridge icc names hostAddress outbound 1 ipv4=nat-unprotected'],
  [bridge(`${MODE4}: isolated`), 'bridge/bridge icc names hostAddress outbound 1 ipv4=nat'],
  [`{ internal: true, driver_opts: { ${MODE4}: isolated } }`, 'bridge/bridge internal icc names 0 ipv4=isolated'],
  [`{ internal: true, driver_opts: { ${MODE4}: routed } }`, 'bridge/bridge internal icc names hostAddress 0 ipv4=nat'],
  [
    `{ internal: true, enable_ipv6: true, driver_opts: { ${MODE4}: isolated } }`,
    'bridge/bridge internal icc names hostAddress 0 ipv4=isolated ipv6=nat',
  ],
  [
    `{ internal: true, enable_ipv6: true, driver_opts: { ${MODE4}: isolated, ${MODE6}: isolated } }`,
    'bridge/bridge internal icc names 0 ipv4=isolated ipv6=isolated',
  ],
  [
    '{ internal: true, driver_opts: { com.docker.network.bridge.inhibit_ipv4: "true" } }',
    'bridge/bridge internal icc names 0 ipv4=isolated',
  ],
  [bridge('com.docker.network.bridge.inhibit_ipv4: "true"'), 'bridge/bridge icc names 1 ipv4=isolated'],
  [
    bridge('com.docker.network.bridge.host_binding_ipv4: 127.0.0.1'),
    'bridge/bridge icc names hostAddress outbound 1 ipv4=nat 127.0.0.1',
  ],
  ['{ driver: overlay }', 'overlay/overlay icc names hostAddress outbound 0 ipv4=nat'],
  ['{ driver: overlay, internal: true }', 'overlay/overlay internal icc names 0 ipv4=nat'],
  ['{ driver: weave/net }', 'weave/net/plugin icc names hostAddress outbound 1 ipv4=nat'],
  ['{ driver: weave/net, internal: true }', 'weave/net/plugin internal icc names hostAddress 0 ipv4=nat'],
  ['{ driver: macvlan }', 'macvlan/macvlan icc names 0'],
  ['{ driver: macvlan, driver_opts: { parent: eth0 } }', 'macvlan/macvlan icc names outbound open 1 ipv4=nat'],
  [
    '{ driver: macvlan, internal: true, driver_opts: { parent: eth0 } }',
    'macvlan/macvlan internal icc names outbound open 0',
  ],
  [
    '{ driver: macvlan, driver_opts: { parent: eth0 }, ipam: { config: [{ subnet: 192.0.2.0/24, gateway: 192.0.2.1 }] } }',
    'macvlan/macvlan icc names outbound open 1 ipv4=nat',
  ],
  [
    '{ driver: macvlan, enable_ipv6: true, driver_opts: { parent: eth0 } }',
    'macvlan/macvlan icc names outbound open 2 ipv4=nat ipv6=nat',
  ],
  [
    '{ driver: macvlan, enable_ipv4: false, enable_ipv6: true, driver_opts: { parent: eth0 } }',
    'macvlan/macvlan icc names outbound open 1 ipv6=nat',
  ],
  ['{ driver: macvlan, driver_opts: { macvlan_mode: private } }', 'macvlan/macvlan names 0'],
  [
    '{ driver: ipvlan, driver_opts: { parent: eth0, ipvlan_flag: private } }',
    'ipvlan/ipvlan names outbound open 1 ipv4=nat',
  ],
  ['{ driver: ipvlan, driver_opts: { macvlan_mode: private } }', 'ipvlan/ipvlan icc names 0'],
])('%s', (network, expected) => {
  expect(told(network)).toBe(expected);
});

test('from Engine 29 on a physical network has a default gateway only where one is written', () => {
  const network = (config: string) =>
    `{ driver: macvlan, enable_ipv6: true, driver_opts: { parent: eth0 }, ipam: { config: [${config}] } }`;
  const of = (config: string) => told(network(config), { line: '29' });
  expect(of('{ subnet: 192.0.2.0/24 }')).toBe('macvlan/macvlan icc names outbound open 0');
  expect(of('{ gateway: 192.0.2.1 }')).toBe('macvlan/macvlan icc names outbound open 1 ipv4=nat');
  expect(of('{ gateway: "fd00::1" }')).toBe('macvlan/macvlan icc names outbound open 1 ipv6=nat');
  expect(of('{ gateway: 192.0.2.1 }, { gateway: "fd00::1" }')).toBe(
    'macvlan/macvlan icc names outbound open 2 ipv4=nat ipv6=nat',
  );
});

test.each<[string, string]>([
  ['{}', 'overlay/overlay icc names hostAddress outbound 0 ipv4=nat'],
  ['{ external: true }', 'overlay/overlay external icc names hostAddress outbound open 0 ipv4=nat'],
])('a stack: %s', (network, expected) => {
  expect(told(network, { mode: 'swarm' })).toBe(expected);
});
