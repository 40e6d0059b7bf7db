/** The answers of `reach`: direct, from one side, and through whom. */
import { UserError } from '../../src/compose/problem';
import { analyzeTopology } from '../../src/topology/analyze';
import { queryReach, type ReachQuery } from '../../src/topology/query';
import { projectOf } from '../support/project';

const FILE = `
services:
  proxy: {image: nginx, ports: ["443:8443"], networks: [front]}
  api: {image: x, networks: [front, back]}
  db: {image: postgres, networks: [back], ports: ["127.0.0.1:5432:5432"]}
  job: {image: x, networks: [back], volumes: ["/var/run/docker.sock:/var/run/docker.sock"]}
  alone: {image: x, network_mode: none}
  agent: {image: x, network_mode: host}
networks:
  front: {}
  back: {internal: true}
`;
const topology = analyzeTopology(projectOf(FILE));
const ask = (query: ReachQuery) => queryReach(topology, query).answers;
const verdict = (from: string, to: string, transitive = false) => ask({ from, to, transitive })[0]?.reachable;

test.each([
  ['api', 'db', true],
  ['api', 'db:5432', true],
  ['proxy', 'db', false],
  ['db', 'proxy:8443', false],
  ['job', 'api', true],
  ['alone', 'api', false],
  ['agent', 'db:9', true],
  ['internet', 'proxy:8443', true],
  ['internet', 'proxy:443', false],
  ['internet', 'db', false],
  ['internet', 'agent', true],
  ['lan', 'proxy', true],
  ['host', 'db:1', true],
  ['host', 'alone', false],
  ['db', 'internet', false],
  ['api', 'internet', true],
  ['api', 'lan', true],
  ['db', 'host', true],
  ['alone', 'host', false],
  ['agent', 'internet', true],
])('%s to %s: %s', (from, to, expected) => {
  expect(verdict(from, to)).toBe(expected);
});

test.each([
  ['proxy', 'db', ['proxy api', 'api db']],
  ['internet', 'db:5432', ['internet agent', 'agent db']],
  ['db', 'internet', ['db api', 'api internet']],
  ['db', 'proxy', ['db api', 'api proxy']],
])('through whom %s gets to %s', (from, to, expected) => {
  const [answer] = ask({ from, to, transitive: true });
  expect(answer?.path?.map((hop) => `${hop.from} ${hop.to}`)).toEqual(expected);
  expect(answer?.path?.every((hop) => hop.reasons.length > 0)).toBe(true);
});

test('a chain may go around the network', () => {
  const file = `
services:
  web: {image: x, networks: [one], volumes: ["shared:/data"]}
  ops: {image: x, networks: [two], volumes: ["shared:/data", "/var/run/docker.sock:/var/run/docker.sock"]}
  vault: {image: x, networks: [three]}
networks: {one: {internal: true}, two: {internal: true}, three: {internal: true}}
volumes: {shared: {}}
`;
  const [answer] = queryReach(analyzeTopology(projectOf(file)), { from: 'web', to: 'vault', transitive: true }).answers;
  expect(answer?.path?.map((hop) => `${hop.from} ${hop.to} ${hop.kind}`)).toEqual([
    'web ops shared-volume',
    'ops host docker-socket',
    'host vault takeover',
  ]);
});

test('a last step that does not open the port is no way', () => {
  const file =
    'services: {a: {image: x, networks: [n]}, b: {image: x, networks: [m], ports: ["80:80"]}}\nnetworks: {n: {}, m: {}}';
  const apart = analyzeTopology(projectOf(file));
  expect(queryReach(apart, { from: 'a', to: 'b:80' }).answers[0]?.reachable).toBe(true);
  expect(queryReach(apart, { from: 'a', to: 'b:81' }).answers[0]?.reachable).toBe(false);
  expect(queryReach(apart, { from: 'a', to: 'b:81', transitive: true }).answers[0]?.reachable).toBe(false);
});

test('from one side', () => {
  expect(ask({ from: 'db' }).map(({ to }) => to)).toEqual(['host', 'agent', 'api', 'job']);
  expect(ask({ from: 'internet' }).map(({ to }) => to)).toEqual(['agent', 'proxy']);
});

test('to one side', () => {
  expect(ask({ to: 'proxy' }).map(({ from }) => from)).toEqual(['internet', 'lan', 'host', 'agent', 'api']);
  expect(ask({ to: 'internet' }).map(({ from }) => from)).toEqual(['agent', 'api', 'proxy']);
  expect(ask({ to: 'db:5432' }).map(({ from }) => from)).toEqual(['host', 'agent', 'api', 'job']);
});

test.each([
  ['proxy', 'db', ['proxy is on network front', 'db is on network back; proxy is not']],
  ['db', 'internet', ['db is on network back', 'network back is internal: it leads nowhere else']],
  ['alone', 'db', ['alone is on no network']],
  ['internet', 'api', ['api publishes no port']],
  ['internet', 'db', ['db publishes ports, but none of its networks leads out']],
  ['internet', 'proxy:80', ['proxy publishes port 8443 as 0.0.0.0:443']],
])('why %s cannot reach %s', (from, to, expected) => {
  expect(ask({ from, to })[0]?.whyNot.map(({ text }) => text)).toEqual(expected);
});

test.each([
  [{ from: 'nobody', to: 'db' }, "there is no service 'nobody'"],
  [{ from: 'api', to: 'dbb:5432' }, "there is no service 'dbb'"],
  [{ from: 'api', to: 'db:0' }, "'0' is no port"],
  [{ from: 'api', to: 'db:99999' }, "'99999' is no port"],
  [{ from: 'api', to: 'db:http' }, "'http' is no port"],
  [{ from: 'api', to: 'db:' }, "'' is no port"],
  [{ from: 'api', to: 'db:5432/tcp' }, "'5432/tcp' is no port"],
  [{ from: 'internet', to: 'host' }, 'whether internet reaches host does not depend on the project'],
  [{ from: 'api', to: 'peers' }, "TO cannot be 'peers'"],
  [{}, 'reach needs a FROM, a TO, or both'],
  [{ from: 'api:80', to: 'db' }, "FROM takes no port: 'api:80'"],
  [{ from: 'api', to: 'peers' }, "TO cannot be 'peers'"],
  [{ to: 'peers:80' }, "TO cannot be 'peers'"],
  [{ from: 'api', to: 'back' }, "there is no service 'back': that is a network"],
  [{ from: 'api', to: 'nowhere/db' }, "there is no project 'nowhere' among those that are given"],
])('mistakes: %j', (query, message) => {
  expect(() => ask(query)).toThrow(UserError);
  expect(() => ask(query)).toThrow(message);
});

test('of the chains into and out of a place, too, one side may be left out', () => {
  const names = (query: ReachQuery, end: 'from' | 'to') =>
    ask({ ...query, transitive: true }).map((answer) => answer[end]);
  expect(names({ to: 'db' }, 'from')).toEqual(['internet', 'lan', 'host', 'agent', 'api', 'job', 'proxy']);
  expect(names({ from: 'proxy' }, 'to')).toEqual(['internet', 'host', 'agent', 'alone', 'api', 'db', 'job']);
  expect(names({ to: 'internet' }, 'from')).toEqual(['agent', 'api', 'db', 'job', 'proxy']);
  expect(names({ from: 'alone' }, 'to')).toEqual([]);
});

test('who is outside comes in through a service, and on from there', () => {
  const [answer] = ask({ from: 'lan', to: 'api', transitive: true });
  expect(answer?.path?.map(({ from, to, kind, ports }) => [from, to, kind, ports])).toEqual([
    ['lan', 'proxy', 'published', [8443]],
    ['proxy', 'api', 'network', 'all'],
  ]);
  const [host] = ask({ from: 'job', to: 'host', transitive: true });
  expect(host?.path).toBeUndefined();
  expect(host?.via.map(({ kind }) => kind)).toEqual(['host']);
});

test.each([
  ['peers', 'db', ['db is on no network that unknown containers may join']],
  ['peers', 'alone', ['alone is on no network that unknown containers may join']],
  ['host', 'alone', ['alone publishes no port']],
  ['db', 'alone', ['alone is on no network']],
])('why %s gets nowhere near %s', (from, to, expected) => {
  expect(ask({ from, to })[0]?.whyNot.map(({ text }) => text)).toEqual(expected);
});

test('a report names the project, the engine and the port that was asked for', () => {
  const { schemaVersion, engine, project, answers } = queryReach(topology, { from: 'api', to: 'db:5432' });
  expect({ schemaVersion, engine, project }).toEqual({
    schemaVersion: 1,
    engine: { line: topology.engine.line, mode: 'compose' },
    project: 'lab',
  });
  expect(answers).toMatchObject([
    { from: 'api', to: 'db', port: 5432, reachable: true, names: ['db', 'lab-db-1'], whyNot: [] },
  ]);
  expect(answers[0]).not.toHaveProperty('path');
});

test.each([
  ['service:db', 'db'],
  ['db:65535', 'db'],
  ['db:1', 'db'],
])('%s is %s', (to, expected) => {
  expect(ask({ from: 'api', to })[0]?.to).toBe(expected);
});

test.each(['db:65536', 'db:123456', 'db:-1', 'db:5432x'])('%s has no port', (to) => {
  expect(() => ask({ from: 'api', to })).toThrow(
    expect.objectContaining({ hint: 'A port is a number from 1 to 65535, as in db:5432.' }),
  );
});

test('a service with the name of a place is asked for as a service', () => {
  const odd = analyzeTopology(
    projectOf('services: {host: {image: x, networks: [n]}, web: {image: x}}\nnetworks: {n: {}}'),
  );
  expect(queryReach(odd, { from: 'web', to: 'host' }).answers[0]?.reachable).toBe(true);
  expect(queryReach(odd, { from: 'web', to: 'service:host' }).answers[0]?.reachable).toBe(false);
});

test.each([
  ['prox', "Did you mean 'proxy'?"],
  ['internt', "Did you mean 'internet'?"],
  ['nothing-like-it', 'Services: agent, alone, api, db, job, proxy'],
])('what is meant by %s', (from, hint) => {
  expect(() => ask({ from, to: 'db' })).toThrow(expect.objectContaining({ hint }));
});

test('a port that a way does not open is told with those that it does', () => {
  const file =
    'services: {a: {image: x, networks: [n]}, b: {image: x, networks: [m], ports: ["80:8080"]}}\nnetworks: {n: {}, m: {}}';
  const [answer] = queryReach(analyzeTopology(projectOf(file)), { from: 'a', to: 'b:81' }).answers;
  expect(answer?.whyNot.map(({ text }) => text)).toEqual([
    'a is on network n',
    'b is on network m; a is not',
    'b publishes port 8080 as 0.0.0.0:80',
  ]);
});

test('unknown containers on the default bridge open nothing where the daemon forbids it', () => {
  const file = projectOf('services: {a: {image: x, network_mode: bridge}}');
  const asked = (defaultBridgeIcc: boolean) =>
    queryReach(analyzeTopology(file, { engine: { defaultBridgeIcc } }), { from: 'peers', to: 'a' }).answers[0];
  expect(asked(true)).toMatchObject({ reachable: true, via: [{ kind: 'peers', ports: 'all' }] });
  expect(asked(false)).toMatchObject({ reachable: false, via: [] });
});
