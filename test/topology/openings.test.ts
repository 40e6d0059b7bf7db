/** Where published ports are open, as Engine 28.5.2 was seen to open them: each case is a project that ran there. */
import { egressOf } from '../../src/topology/access';
import { analyzeTopology } from '../../src/topology/analyze';
import type { EngineProfile } from '../../src/topology/engine';
import { reachBetween } from '../../src/topology/reach';
import { projectOf } from '../support/project';

const BRIDGE = 'com.docker.network.bridge.';

function opened(services: string, networks: string, engine: Partial<EngineProfile> = {}) {
  const file = `services: ${services}\nnetworks: ${networks}`;
  const topology = analyzeTopology(projectOf(file.replaceAll('B.', BRIDGE)), { engine });
  const b = topology.members.get('b');
  return {
    /** By which addresses of the host, and from where. */
    ingress: b?.ingress.map(({ bindings, from }) => `${bindings.map(({ hostIp }) => hostIp).join(' ')} ${from}`),
    routed: b?.exposures.flatMap(({ kind, ports }) => (kind === 'routed' ? [ports] : [])),
    /** What `a` opens. */
    reach: reachBetween(topology, 'a', 'b')?.via.map(({ kind, ports }) => `${kind} ${ports}`) ?? [],
  };
}

describe('each address family has a default gateway of its own', () => {
  test.each<[string, string, string, Partial<ReturnType<typeof opened>>]>([
    [
      'a network with both has both, whatever the priorities say',
      '{b: {image: x, ports: ["8080:80"], networks: {four: {gw_priority: 1}, dual: {}}}}',
      '{four: {driver_opts: {B.host_binding_ipv4: 127.0.0.1}}, dual: {enable_ipv6: true}}',
      { ingress: ['0.0.0.0 :: lan'] },
    ],
    [
      'and binds where it says',
      '{b: {image: x, ports: ["8080:80"], networks: {four: {gw_priority: 1}, dual: {}}}}',
      '{four: {}, dual: {enable_ipv6: true, driver_opts: {B.host_binding_ipv4: 127.0.0.1}}}',
      { ingress: ['127.0.0.1 host'] },
    ],
    [
      'the default route is over it, too',
      '{a: {image: x, networks: {four: {gw_priority: 1}, dual: {}}}, b: {image: x, ports: ["192.0.2.2:8080:80"]}}',
      '{four: {}, dual: {enable_ipv6: true, driver_opts: {B.enable_ip_masquerade: "false"}}}',
      { reach: [] },
    ],
    [
      'IPv4 is published by the network that has it',
      '{a: {image: x, networks: [other]}, b: {image: x, ports: ["0.0.0.0:8080:80"], networks: [app, back]}}',
      '{app: {enable_ipv6: true, enable_ipv4: false}, back: {}, other: {}}',
      { ingress: ['0.0.0.0 lan'], reach: ['published 80'] },
    ],
    [
      'IPv6 by the network that has it, which may route instead',
      '{a: {image: x, networks: [other]}, b: {image: x, ports: ["[fd00::2]:8080:80"], networks: [app, back]}}',
      '{app: {}, back: {enable_ipv6: true, enable_ipv4: false, driver_opts: {B.gateway_mode_ipv6: routed}}, other: {}}',
      { ingress: [], reach: [], routed: [[80]] },
    ],
    [
      'macvlan publishes nothing, a bridge after it does',
      '{b: {image: x, ports: ["8080:80"], networks: [a-lan, dual]}}',
      '{a-lan: {driver: macvlan, driver_opts: {parent: eth0}, ipam: {config: [{subnet: 10.0.0.0/24, gateway: 10.0.0.1}]}}, dual: {enable_ipv6: true}}',
      { ingress: ['0.0.0.0 :: lan'] },
    ],
  ])('%s', (_, services, networks, expected) => {
    expect(opened(services, networks)).toMatchObject(expected);
  });
});

describe('the userland proxy brings IPv6 to containers that have none', () => {
  const asker = (port: string, network: string, more = '') =>
    opened(
      `{a: {image: x, networks: [n]}, b: {image: x, ports: [${port}]${more}}}`,
      `{n: ${network}, six: {enable_ipv6: true}}`,
    ).reach;

  test.each([
    ['an internal network', '{internal: true, enable_ipv6: true}'],
    ['one that does not masquerade', '{enable_ipv6: true, driver_opts: {B.enable_ip_masquerade: "false"}}'],
  ])('to those on %s, too', (_, network) => {
    expect(asker('"8080:80"', network)).toEqual(['published 80']);
    expect(asker('"[::]:8080:80"', network)).toEqual(['published 80']);
    expect(asker('"0.0.0.0:8080:80"', network)).toEqual([]);
    expect(asker('"127.0.0.1:8080:80"', network)).toEqual([]);
    expect(asker('"8080:80"', network, ', networks: [six]')).toEqual([]);
  });

  test('but not over a bridge without an address of the host', () => {
    const isolated = '{internal: true, enable_ipv6: true, driver_opts: {B.gateway_mode_ipv6: isolated}}';
    expect(asker('"8080:80"', isolated)).toEqual([]);
  });

  test('nor without the proxy', () => {
    const services = '{a: {image: x, networks: [n]}, b: {image: x, ports: ["8080:80"]}}';
    const networks = '{n: {internal: true, enable_ipv6: true}}';
    expect(opened(services, networks, { userlandProxy: false })).toMatchObject({ ingress: ['0.0.0.0 lan'], reach: [] });
  });
});

describe('ports are routed to on the network of the gateway, for those who have the family', () => {
  const four = '{driver_opts: {B.gateway_mode_ipv4: routed}}';
  const six = '{enable_ipv6: true, driver_opts: {B.gateway_mode_ipv6: routed}}';

  test.each<[string, string, string, Partial<ReturnType<typeof opened>>]>([
    [
      'an address of IPv6 on a network that routes IPv4',
      '"[::1]:8080:80"',
      `{o: {}, r: ${four}}`,
      { routed: [], reach: [] },
    ],
    ['any address of IPv4', '"127.0.0.1:8080:80"', `{o: {}, r: ${four}}`, { routed: [[80]], reach: ['network 80'] }],
    [
      'an address of IPv4 on one that routes IPv6',
      '"127.0.0.1:8080:80"',
      `{o: {}, r: ${six}}`,
      { routed: [], reach: [] },
    ],
    ['the asker has no IPv6', '"[::1]:8080:80"', `{o: {}, r: ${six}}`, { routed: [[80]], reach: [] }],
    [
      'the asker has it',
      '"[::1]:8080:80"',
      `{o: {enable_ipv6: true}, r: ${six}}`,
      { routed: [[80]], reach: ['network 80'] },
    ],
    [
      'nothing is open on the host for the family',
      '"8080:80"',
      `{o: {enable_ipv6: true, enable_ipv4: false}, r: ${six}}`,
      { ingress: ['0.0.0.0 lan'], reach: ['network 80'] },
    ],
  ])('%s', (_, port, networks, expected) => {
    const services = `{a: {image: x, networks: [o]}, b: {image: x, ports: [${port}], networks: [r]}}`;
    expect(opened(services, networks)).toMatchObject(expected);
  });

  test('another network of the container is not, before Engine 29', () => {
    const services = '{a: {image: x, networks: [o]}, b: {image: x, ports: ["8080:80"], networks: [g, r]}}';
    const networks = `{g: {}, o: {}, r: ${four}}`;
    expect(opened(services, networks)).toMatchObject({ routed: [], reach: ['published 80'] });
    expect(opened(services, networks, { line: '29' })).toMatchObject({
      routed: [[80]],
      reach: ['network 80', 'published 80'],
    });
  });

  test('trusted interfaces reach what is published over the network', () => {
    const trusted = '{driver_opts: {B.trusted_host_interfaces: lan0}}';
    expect(opened('{b: {image: x, ports: ["8080:80"], networks: [t]}}', `{t: ${trusted}}`).routed).toEqual([[80]]);
    expect(opened('{b: {image: x, ports: ["[::1]:8080:80"], networks: [t]}}', `{t: ${trusted}}`).routed).toEqual([]);
    expect(opened('{b: {image: x, ports: ["8080:80"], networks: [g, t]}}', `{g: {}, t: ${trusted}}`).routed).toEqual(
      [],
    );
  });
});

test('a bridge without an address leads to none of the host', () => {
  const bare = '{enable_ipv6: true, driver_opts: {B.inhibit_ipv4: "true"}}';
  const services = '{a: {image: x, networks: [n]}, b: {image: x, ports: ["192.0.2.2:8080:80"]}}';
  expect(opened(services, `{n: ${bare}}`).reach).toEqual([]);
});

test('an address on a subnet of a network of the asker is looked for there', () => {
  const services = '{a: {image: x, networks: [lan, n]}, b: {image: x, ports: ["198.51.100.1:8080:80"]}}';
  const lan =
    '{driver: macvlan, internal: true, driver_opts: {parent: eth0}, ipam: {config: [{subnet: 198.51.100.0/24}]}}';
  expect(opened(services, `{lan: ${lan}, n: {}}`).reach).toEqual([]);
  const other =
    '{driver: macvlan, internal: true, driver_opts: {parent: eth0}, ipam: {config: [{subnet: 10.0.0.0/24}]}}';
  expect(opened(services, `{lan: ${other}, n: {}}`).reach).toEqual(['published 80']);
});

describe('macvlan', () => {
  const lan = (more: string) => `{driver: macvlan, driver_opts: {parent: eth0}${more}}`;
  const services = '{a: {image: x, networks: [o]}, b: {image: x, ports: ["8080:80"], networks: [amv, zbr]}}';

  test('has the default route also where no gateway is written, and publishes nothing', () => {
    expect(opened(services, `{o: {}, zbr: {}, amv: ${lan('')}}`)).toMatchObject({ ingress: [], reach: [] });
    const later = opened(services, `{o: {}, zbr: {}, amv: ${lan('')}}`, { line: '29' });
    expect(later).toMatchObject({ ingress: ['0.0.0.0 :: lan'], reach: ['published 80'] });
  });

  test('has that of its family only', () => {
    const six = lan(
      ', enable_ipv4: false, enable_ipv6: true, ipam: {config: [{subnet: "fd00::/64", gateway: "fd00::1"}]}',
    );
    expect(opened(services, `{o: {}, zbr: {}, amv: ${six}}`)).toMatchObject({
      ingress: ['0.0.0.0 :: lan'],
      reach: ['published 80'],
    });
  });

  test('is the local network, even where it is internal', () => {
    const topology = (more: string) =>
      analyzeTopology(projectOf(`services: {a: {image: x, networks: [amv]}}\nnetworks: {amv: ${lan(more)}}`));
    for (const more of ['', ', internal: true']) {
      const found = topology(more);
      expect(found.members.get('a')?.exposures.map(({ kind }) => kind)).toEqual(['physical']);
      expect(egressOf(found, 'a').holds).toBe(true);
      expect(egressOf(found, 'a', 'internet').holds).toBe(more === '');
    }
  });
});

test.each([
  ['"[::0]:8080:80"', ['::'], ['published 80']],
  ['"[0:0:0:0:0:0:0:0]:8080:80"', ['::'], ['published 80']],
  ['"[::ffff:127.0.0.1]:8080:80"', ['127.0.0.1'], []],
  ['"[::ffff:192.0.2.2]:8080:80"', ['192.0.2.2'], ['published 80']],
  ['"[0:0::1]:8080:80"', ['::1'], []],
])('an address is the same however it is spelled: %s', (port, hostIps, reach) => {
  const services = `{a: {image: x, networks: [n]}, b: {image: x, ports: [${port}]}}`;
  const found = opened(services, '{n: {enable_ipv6: true}}');
  expect(found.ingress?.map((text) => text.split(' ')[0])).toEqual(hostIps);
  expect(found.reach).toEqual(reach);
});

test('so is that of a container, and of a gateway', () => {
  const topology = analyzeTopology(
    projectOf(`services:
  a: {image: x, networks: [n], ports: ["[fd12:0:0:5::9]:26001:80"]}
  b: {image: x, networks: {n: {ipv6_address: "fd12:0:0:5:0::b"}}}
  c: {image: x, networks: [m], extra_hosts: ["fix=fd12::5:0:0:0:b"]}
networks: {n: {enable_ipv6: true, ipam: {config: [{subnet: "fd12:0:0:5::/64", gateway: "fd12::5:0:0:0:9"}]}}, m: {}}`),
  );
  expect(reachBetween(topology, 'b', 'a')?.via.map(({ kind }) => kind)).toEqual(['network', 'published']);
  expect(reachBetween(topology, 'c', 'b')?.names).toEqual(['fix']);
});
