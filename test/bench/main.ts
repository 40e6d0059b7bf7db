/** The benchmark of `graph --format json` without the list of pairs: ten services to a network, each on two of them. */
import { loadProject } from '../../src/compose/load.js';
import { graphJson } from '../../src/report/graph-json.js';
import { analyzeTopology } from '../../src/topology/analyze.js';
import { graphOf } from '../../src/topology/graph.js';
import { memoryHost } from '../support/memory-host.js';

interface Cost {
  readonly services: number;
  readonly milliseconds: Readonly<Record<string, number>>;
  readonly megabytes: number;
  readonly characters: number;
}

function composeFile(services: number): string {
  const networks = Math.max(1, Math.floor(services / 10));
  const lines = ['services:'];
  for (let index = 0; index < services; index++) {
    lines.push(
      `  service-${index}:`,
      `    image: ${index % 10 === 0 ? 'postgres:17' : 'nginx:1.27'}`,
      `    networks: [net-${index % networks}, net-${(index * 7 + 1) % networks}]`,
      ...(index % 5 === 0 ? [`    ports: ["${10_000 + (index % 50_000)}:80"]`] : []),
      ...(index % 10 === 0 ? [] : [`    depends_on: [service-${index - 1}]`]),
    );
  }
  lines.push('networks:');
  for (let index = 0; index < networks; index++) lines.push(`  net-${index}: {internal: ${index % 3 === 0}}`);
  return `${lines.join('\n')}\n`;
}

function measure(services: number): Cost {
  const host = memoryHost({ '/project/compose.yml': composeFile(services) }, {}, '/project');
  const milliseconds: Record<string, number> = {};
  const timed = <Result>(stage: string, run: () => Result): Result => {
    const before = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(before);
    milliseconds[stage] = Math.round((user + system) / 1000);
    return result;
  };
  const loaded = timed('load', () => loadProject(host, { mode: 'analysis', workingDirectory: '/project' }));
  const { project } = loaded;
  if (project === undefined) throw new Error('the project does not load');
  const topology = timed('analyze', () => analyzeTopology(project));
  const characters = timed('graph', () => {
    let sum = 0;
    for (const piece of graphJson(graphOf(topology, { pairs: false }))) sum += piece.length;
    return sum;
  });
  return { services, milliseconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), characters };
}

export async function main(args: readonly string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : [1000, 10_000];
  let first: { readonly services: number; readonly total: number } | undefined;
  for (const size of sizes) {
    const { services, milliseconds, megabytes, characters } = measure(size);
    const total = Object.values(milliseconds).reduce((sum, value) => sum + value, 0);
    const stages = Object.entries(milliseconds).map(([stage, value]) => `${stage} ${value} ms`);
    const growth = first ? `, ${(total / first.total).toFixed(1)} times ${first.services}` : '';
    console.log(
      `${services} services: ${total} ms of CPU (${stages.join(', ')}), peak ${megabytes} MB, ${characters} characters${growth}`,
    );
    first ??= { services, total };
  }
}
