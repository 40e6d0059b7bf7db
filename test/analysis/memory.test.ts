/** Of a batch nothing but its findings is kept: a run over ten thousand projects must not hold them all. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyzeBatches, type Batch } from '../../src/analysis/analyze';
import { RULES } from '../../src/rules/index';
import { analyzeTopology } from '../../src/topology/analyze';
import { DEFAULT_ENGINE } from '../../src/topology/engine';
import { projectOf } from '../support/project';

/** Large, with few findings. */
const FILE = `services:
  db: {image: postgres, ports: ["5432:5432"], environment: {POSTGRES_PASSWORD: maple-cedar-41}}
${Array.from({ length: 2_000 }, (_, index) => `  quiet-${index}: {image: example/quiet, networks: [n${index}], labels: {a: b, c: d}}`).join('\n')}
networks:
${Array.from({ length: 2_000 }, (_, index) => `  n${index}: {internal: true}`).join('\n')}
`;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

test('a project is gone once it is judged', () => {
  const used: number[] = [];
  function* batches(): Generator<Batch> {
    for (let position = 0; position < 6; position++) {
      used.push(heap());
      yield batchAt(position);
    }
  }
  const report = analyzeBatches(batches(), { rules: RULES, version: '0', engine: DEFAULT_ENGINE, persona: 'regular' });
  expect(report.findings.length).toBeGreaterThanOrEqual(6);
  const before = heap();
  const one = batchAt(7);
  const size = heap() - before;
  expect(one.subjects).toHaveLength(1);
  expect(size).toBeGreaterThan(2_000_000);
  const [, second = 0] = used;
  expect((used.at(-1) ?? 0) - second).toBeLessThan(size);
});

function batchAt(position: number): Batch {
  const project = projectOf(FILE, `p${position}`);
  const subject = { project, topology: analyzeTopology(project) };
  return { subjects: [subject], positions: [position], gaps: [] };
}
