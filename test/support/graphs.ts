/** Graphs that pictures are made of. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyzeTopology } from '../../src/topology/analyze';
import { type Graph, graphOf } from '../../src/topology/graph';
import { projectOf } from './project';

export const graphFrom = (file: string) => graphOf(analyzeTopology(projectOf(file)));

export const SHOP = graphFrom(`
services:
  proxy: {image: nginx, ports: ["443:8443"], networks: [front, back]}
  api: {image: example/api, networks: [front, back], environment: {DATABASE_HOST: db}, depends_on: [db]}
  db: {image: postgres, networks: [back]}
  admin: {image: adminer, networks: [back, ops], ports: ["127.0.0.1:8080:8080"]}
  sidecar: {image: x, network_mode: "service:api"}
  agent: {image: x, network_mode: host}
networks:
  front: {}
  ops: {}
  back: {internal: true}
`);

/** As many services as asked for, each on two of so many networks. */
export function large(services: number, networks: number): Graph {
  const names = Array.from({ length: services }, (_, index) => index);
  return graphFrom(
    JSON.stringify({
      services: Object.fromEntries(
        names.map((index) => [
          `service-with-a-long-name-${index}`,
          {
            image: index % 9 === 0 ? 'postgres' : 'nginx',
            networks: [`n${index % networks}`, `n${(index * 7 + 1) % networks}`],
            ...(index % 4 === 0 ? { ports: [`${10000 + index}:80`] } : {}),
          },
        ]),
      ),
      networks: Object.fromEntries(Array.from({ length: networks }, (_, index) => [`n${index}`, {}])),
    }),
  );
}

const filesOf = (folder: string, endings: RegExp): readonly (readonly [name: string, graph: Graph])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.test(file))
    .sort()
    .map((file) => [file, graphFrom(readFileSync(path.join(folder, file), 'utf8'))]);

const root = path.join(__dirname, '..', '..');

/** What was recorded of a real Engine. */
export const SCENARIOS = filesOf(path.join(root, 'test', 'scenarios'), /\.yml$/);

export const EXAMPLES = filesOf(path.join(root, 'examples'), /compose\.ya?ml$/);
