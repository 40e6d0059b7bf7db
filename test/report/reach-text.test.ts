/** The answer to `reach` for people. */
import { reachText } from '../../src/report/reach-text';
import { analyzeTopology } from '../../src/topology/analyze';
import { queryReach, type ReachQuery } from '../../src/topology/query';
import { projectOf } from '../support/project';

const TOPOLOGY = analyzeTopology(
  projectOf(`
services:
  web:
    image: nginx
    ports: ["443:8443"]
    networks: [front]
  api:
    image: example/api
    networks: [front, back]
  db:
    image: postgres
    networks: [back]
networks:
  front:
  back:
    internal: true
`),
);

const ask = (query: ReachQuery) => reachText(queryReach(TOPOLOGY, query));

test.each<[string, ReachQuery, string]>([
  [
    'a way, with the places that make it',
    { from: 'api', to: 'db:5432' },
    `api can open connections to db:5432
  over network back, every port
     compose.yml:9:23  api is on network back
     compose.yml:15:3  network back lets its members talk to each other
     compose.yml:12:16  db is on network back
  by the names db, lab-db-1

Docker Engine 28.x, deployed with docker compose
`,
  ],
  [
    'why there is none',
    { from: 'web', to: 'db' },
    `web cannot open connections to db
  compose.yml:6:16  web is on network front
  compose.yml:12:16  db is on network back; web is not

Docker Engine 28.x, deployed with docker compose
`,
  ],
  [
    'through whom',
    { from: 'internet', to: 'db', transitive: true },
    `internet gets to db in 3 steps
  1. internet to web: through a port published on the host, port 8443
     compose.yml:5:13  web publishes port 8443 as 0.0.0.0:443
  2. web to api: over network front, every port
     compose.yml:6:16  web is on network front
     compose.yml:14:3  network front lets its members talk to each other
     compose.yml:9:16  api is on network front
  3. api to db: over network back, every port
     compose.yml:9:23  api is on network back
     compose.yml:15:3  network back lets its members talk to each other
     compose.yml:12:16  db is on network back

Docker Engine 28.x, deployed with docker compose
`,
  ],
  [
    'one side is a table',
    { to: 'db', transitive: true },
    `internet -> db  through web, api
lan      -> db  through web, api
host     -> db  at the container’s own address, every port
api      -> db  over network back, every port
web      -> db  through api

Docker Engine 28.x, deployed with docker compose
`,
  ],
])('%s', (_, query, expected) => {
  expect(ask(query)).toBe(expected);
});

test('nobody at all', () => {
  const alone = analyzeTopology(projectOf('services: {a: {image: x, network_mode: none}}'));
  expect(reachText(queryReach(alone, { from: 'a' }))).toMatch(/^Nothing is reachable\.\n/);
});

test('control characters of a project do not get to the terminal', () => {
  const [answer] = queryReach(TOPOLOGY, { from: 'web', to: 'api' }).answers;
  const odd = answer ? [{ ...answer, from: 'a\u001b[31m\u202eb\n::error::x' }] : [];
  const text = reachText({ schemaVersion: 1, engine: { line: '28', mode: 'compose' }, project: 'p', answers: odd });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.split('\n')[0]).toBe('a\ufffd[31m\ufffdb\ufffd::error::x can open connections to api');
});
