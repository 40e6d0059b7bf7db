/** `bulkhead graph`: who can reach whom, as data or as a picture. */
import { UserError } from '../compose/problem.js';
import { graphDot } from '../report/graph-dot.js';
import { graphJson } from '../report/graph-json.js';
import { graphMermaid } from '../report/graph-mermaid.js';
import { graphSvg } from '../report/graph-svg.js';
import { type Graph, graphOf } from '../topology/graph.js';
import type { Command } from './arguments.js';
import { loadOne } from './load-one.js';
import { EXIT } from './world.js';

export const graph: Command = async (parsed, world) => {
  const { subject, others, complete, hide } = loadOne(parsed, world, parsed.positionals);
  const format = parsed.value('format') ?? 'mermaid';
  const drawn = graphOf(subject.topology, {
    // A picture shows few of them, but without any it would be another picture.
    pairs: format !== 'json' || !parsed.flag('no-pairs'),
    shown: hide,
    others: others.map(({ topology }) => topology),
  });
  for await (const piece of render(drawn, format)) world.stdout(piece);
  return complete ? EXIT.clean : EXIT.unusable;
};

async function* render(drawn: Graph, format: string): AsyncGenerator<string> {
  switch (format) {
    case 'json':
      yield* graphJson(drawn);
      break;
    case 'mermaid':
      yield graphMermaid(drawn);
      break;
    case 'dot':
      yield graphDot(drawn);
      break;
    case 'svg':
      yield await graphSvg(drawn);
      break;
    default:
      throw new UserError(`--format: '${format}' is no format of graph`);
  }
}
