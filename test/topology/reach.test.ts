/** Reach is one relation: who asks from one side, from the other or for a pair is told the same rows. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyzeTopology } from '../../src/topology/analyze';
import { reachBetween, reachFrom, reachRows, reachTo } from '../../src/topology/reach';
import type { Reach, Topology } from '../../src/topology/topology';
import { projectOf } from '../support/project';
import { ROOT } from '../support/shared';

const SCENARIOS = path.join(ROOT, 'test', 'scenarios');
const CASES = path.join(ROOT, 'test', 'cases', 'topology');

const files = [
  ...readdirSync(SCENARIOS)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => path.join(SCENARIOS, name)),
  ...readdirSync(CASES).map((name) => path.join(CASES, name, 'compose.yaml')),
];

const plain = (rows: Iterable<Reach>) =>
  [...rows].map(({ from, to, via, names }) => ({
    from,
    to,
    names,
    via: via.map(({ kind, network, ports }) => ({ kind, network, ports })),
  }));

const topologyOf = (file: string): Topology => analyzeTopology(projectOf(readFileSync(file, 'utf8')));

test.each(files.map((file) => path.relative(ROOT, file)))('alike from every side: %s', (file) => {
  const topology = topologyOf(path.join(ROOT, file));
  const rows = plain(reachRows(topology));
  const names = [...topology.members.keys()].sort();
  expect(names.flatMap((name) => plain(reachFrom(topology, name)))).toEqual(rows);
  for (const name of names) expect(plain(reachTo(topology, name))).toEqual(rows.filter(({ to }) => to === name));
  const others = (from: string) => names.filter((name) => name !== from);
  const pairs = names.flatMap((from) => others(from).flatMap((to) => reachBetween(topology, from, to) ?? []));
  expect(plain(pairs)).toEqual(rows);
});

test('a service that does not exist reaches nobody, and nobody it', () => {
  const topology = analyzeTopology(projectOf('services: {a: {image: x}, b: {image: x}}'));
  expect([...reachFrom(topology, 'c'), ...reachTo(topology, 'c')]).toEqual([]);
  expect(reachBetween(topology, 'a', 'c')).toBeUndefined();
  expect(reachBetween(topology, 'c', 'a')).toBeUndefined();
});

test('a service reaches itself in its own namespace, unless it has none', () => {
  const topology = analyzeTopology(projectOf('services: {a: {image: x}, b: {image: x, network_mode: none}}'));
  expect(reachBetween(topology, 'a', 'a')?.via.map(({ kind }) => kind)).toEqual(['namespace']);
  expect(reachBetween(topology, 'b', 'b')).toBeUndefined();
});

test.each(['172.28.0.9', '[fd00::9]', '[FD00::9]'])('extra_hosts name whoever has the address: %s', (address) => {
  const topology = analyzeTopology(
    projectOf(`services:
  a: { image: x, networks: [front], extra_hosts: ["store:${address}"] }
  db: { image: x, networks: { back: { ipv4_address: 172.28.0.9, ipv6_address: "fd00::9" } } }
networks: { front: {}, back: {} }`),
  );
  expect(plain(reachFrom(topology, 'a'))).toEqual([{ from: 'a', to: 'db', names: ['store'], via: [] }]);
  expect(plain(reachTo(topology, 'db'))).toEqual([{ from: 'a', to: 'db', names: ['store'], via: [] }]);
});
