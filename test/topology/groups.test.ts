/** Projects that run side by side: networks unify by engine name. */
import { analyzeTopologies } from '../../src/topology/analyze';
import { nameCollisions } from '../../src/topology/collisions';
import { graphOf } from '../../src/topology/graph';
import { queryReach } from '../../src/topology/query';
import { reachBetween, reachRows } from '../../src/topology/reach';
import { projectOf } from '../support/project';

const topologiesOf = (files: Readonly<Record<string, string>>) =>
  analyzeTopologies(Object.entries(files).map(([name, file]) => projectOf(file, name)));

const SHARED = {
  shop: 'services: {web: {image: x, networks: [proxy]}}\nnetworks: {proxy: {external: true}}',
  wiki: 'services: {db: {image: postgres, networks: [default, proxy]}, app: {image: x}}\nnetworks: {proxy: {external: true}}',
  other: 'services: {web: {image: x}, db: {image: x}}',
};

test('a database of another project on a shared network is seen', () => {
  const [shop, wiki, other] = topologiesOf(SHARED);
  expect(shop && reachBetween(shop, 'web', 'wiki/db')).toMatchObject({
    from: 'web',
    to: 'wiki/db',
    via: [{ kind: 'network', network: 'proxy', ports: 'all' }],
    names: ['db', 'wiki-db-1'],
  });
  expect(shop && reachBetween(shop, 'web', 'wiki/app')).toBeUndefined();
  expect(wiki && reachBetween(wiki, 'shop/web', 'app')).toBeUndefined();
  expect(shop?.group).toHaveLength(2);
  expect(other?.group).toBeUndefined();
});

test('rows of a project are those in which it takes part', () => {
  const [, wiki] = topologiesOf(SHARED);
  expect([...reachRowsOf(wiki)]).toEqual(['app db', 'db app', 'db shop/web', 'shop/web db']);
});

function* reachRowsOf(topology: ReturnType<typeof topologiesOf>[number] | undefined): Generator<string> {
  if (topology) for (const { from, to } of reachRows(topology)) yield `${from} ${to}`;
}

test('a chain may lead through another project', () => {
  const [shop] = topologiesOf(SHARED);
  const [answer] = shop ? queryReach(shop, { from: 'web', to: 'wiki/app', transitive: true }).answers : [];
  expect(answer?.path?.map(({ from, to }) => `${from} ${to}`)).toEqual(['web wiki/db', 'wiki/db wiki/app']);
});

test('the project that declares a network decides what it lets through', () => {
  const [, user] = topologiesOf({
    owner: 'services: {a: {image: x, networks: [n]}}\nnetworks: {n: {name: quiet, internal: true}}',
    user: 'services: {b: {image: x, networks: [n]}}\nnetworks: {n: {external: true, name: quiet}}',
  });
  expect(user && graphOf(user).egress).toEqual({ b: false });
  expect(user?.segments.get('quiet')).toMatchObject({ internal: true, external: true, open: true });
});

test('one name in two projects on a shared network is a collision', () => {
  const [one] = topologiesOf({
    one: 'services: {db: {image: x, networks: [n]}}\nnetworks: {n: {external: true}}',
    two: 'services: {db: {image: x, networks: [n]}}\nnetworks: {n: {external: true}}',
  });
  expect(one && nameCollisions(one)).toEqual([{ name: 'db', engineName: 'n', services: ['db', 'two/db'] }]);
});

test('projects of one name are told apart', () => {
  const file = 'services: {a: {image: x}}';
  const [, second] = analyzeTopologies([projectOf(file, 'same'), projectOf(file, 'same')]);
  expect(second && [...reachRowsOf(second)]).toEqual(['a same/a', 'same/a a']);
});

test('a namespace may be that of a container of another project', () => {
  const [, guest] = topologiesOf({
    host: 'services: {vpn: {image: x, container_name: the-vpn, ports: ["80:80"]}, peer: {image: x}}',
    guest: 'services: {app: {image: x, network_mode: "container:the-vpn"}}',
  });
  expect(guest?.members.get('app')).toMatchObject({ namespace: 'container:the-vpn', entry: true });
  expect(guest && [...reachRowsOf(guest)]).toEqual(['app host/peer', 'app host/vpn', 'host/peer app', 'host/vpn app']);
});
