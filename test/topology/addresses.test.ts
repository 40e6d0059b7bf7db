/** Whether an address is on a subnet, as Node tells it, too. */
import { BlockList } from 'node:net';
import fc from 'fast-check';
import { child } from '../../src/source/tree';
import { standingOn } from '../../src/topology/addresses';
import { projectOf } from '../support/project';

function networkOf(config: string) {
  const [network] = projectOf(
    `services: {a: {image: x, networks: [n]}}\nnetworks: {n: {ipam: {config: [${config}]}}}`,
  ).networks;
  if (child(network?.tree, 'ipam') === undefined) throw new Error('no network');
  return network;
}

test('any address and any subnet', () => {
  const address = fc.oneof(
    fc.ipV4().map((text) => [text, 32] as const),
    fc.ipV6().map((text) => [text, 128] as const),
    fc.constantFrom(
      ['::', 128] as const,
      ['::1', 128] as const,
      ['1::', 128] as const,
      ['::ffff:10.0.0.1', 128] as const,
    ),
  );
  fc.assert(
    fc.property(address, address, fc.double({ min: 0, max: 1, noNaN: true }), ([one], [base, bits], share) => {
      const length = Math.round(share * bits);
      const family = bits === 32 ? 'ipv4' : 'ipv6';
      const list = new BlockList();
      list.addSubnet(base, length, family);
      const sameFamily = one.includes(':') === (family === 'ipv6');
      const expected = sameFamily && list.check(one, family) ? 'gateway' : undefined;
      expect(standingOn(networkOf(`{subnet: "${base}/${length}"}`), one)).toBe(expected);
    }),
  );
});

test.each([
  ['{subnet: 10.0.0.0/24, gateway: 10.0.0.9}', '10.0.0.9', 'gateway'],
  ['{subnet: 10.0.0.0/24, gateway: 10.0.0.9}', '10.0.0.1', 'neighbour'],
  ['{subnet: 10.0.0.0/24}', '10.0.0.1', 'gateway'],
  ['{subnet: 10.0.0.0/24}', '10.0.1.1', undefined],
  ['{subnet: 10.0.0.0/24}', '::1', undefined],
  ['{subnet: 10.0.0.0/24}', 'none', undefined],
  ['{subnet: 10.0.0.0/33}', '10.0.0.0', undefined],
  ['{subnet: x}', '10.0.0.0', undefined],
  ['{subnet: "fd00::/64"}', '[fd00::2]', 'gateway'],
  ['{gateway: "FD00::1"}', 'fd00::1', 'gateway'],
  ['', '10.0.0.1', undefined],
])('%s, %s: %s', (config, address, expected) => {
  expect(standingOn(networkOf(config), address)).toBe(expected);
});
