/** `bulkhead check`: one analysis, any number of outputs. */
import path from 'node:path';
import { FORMATS, isFormatName } from '../report/formats.js';
import { emptyRun } from '../report/pretty.js';
import { SEVERITIES } from '../rules/rule.js';
import { type Checked, type CheckRequest, checkProjects, FAIL_ON, TOGETHER, verdictOf } from '../run/check.js';
import { drawsProjects, needsOf, parseOutput, render } from '../run/outputs.js';
import { writeWhole } from '../run/write.js';
import { logLine } from '../source/printable.js';
import { count } from '../source/words.js';
import type { Command, Parsed } from './arguments.js';
import { hostOf } from './host.js';
import { tellGap } from './load-one.js';
import { selectionOf } from './options.js';
import { progressOf } from './progress.js';
import { chosen, EXIT_CODES, PLAIN, renderOptions } from './results.js';
import type { World } from './world.js';

export const check: Command = (parsed, world) => {
  const outputs = parsed.values('output').map((text) => parseOutput(text, '--output'));
  const format = parsed.value('format') ?? 'pretty';
  const formats = [format, ...outputs.map((output) => output.format)];
  const checked = watched(parsed, world, {
    ...(formats.some(drawsProjects) ? {} : { together: TOGETHER }),
    needs: needsOf(formats),
  });
  const options = renderOptions(parsed, world);
  for (const { format, file } of outputs) {
    writeWhole(path.resolve(world.cwd, file), render(format, checked, { ...options, pretty: PLAIN }));
  }
  if (isFormatName(format)) {
    world.stdout(render(format, checked, options));
    const { omitted = 0 } = checked.report;
    if (format !== 'pretty' && omitted > 0)
      world.stderr(`bulkhead: ${count(omitted, 'more finding')} left out (--limit findings=NUMBER)\n`);
    if (!FORMATS[format].tellsGaps) for (const gap of checked.report.gaps) tellGap(world, gap);
    const { projects, shard } = checked.report;
    if (format !== 'pretty' && projects.length === 0 && shard) world.stderr(`bulkhead: ${emptyRun(checked.report)}\n`);
  }
  const verdict = verdictOf(checked.report, checked.failOn);
  if (verdict === 'nothing') {
    const places = parsed.positionals.length > 0 ? parsed.positionals.join(', ') : 'the working directory';
    world.stderr(`bulkhead: no Compose file found in ${logLine(places)}\n`);
  }
  return EXIT_CODES[verdict];
};

/** Whatever comes of it, the line about it is gone afterwards. */
function watched(parsed: Parsed, world: World, needs: Pick<CheckRequest, 'together' | 'needs'>): Checked {
  const { tell, clear } = progressOf(parsed, world);
  try {
    const request = requestOf(parsed, world);
    return checkProjects(hostOf(parsed, world, request.selection), {
      ...request,
      ...needs,
      observe: tell,
    });
  } finally {
    clear();
  }
}

function requestOf(parsed: Parsed, world: World): CheckRequest {
  return {
    selection: selectionOf(parsed, world, parsed.positionals),
    persona: parsed.flag('pedantic') ? 'pedantic' : 'regular',
    minimumSeverity: chosen(SEVERITIES, parsed.value('min-severity')),
    failOn: chosen(FAIL_ON, parsed.value('fail-on')),
    baseline: parsed.value('baseline'),
    ignores: !parsed.flag('no-ignores'),
  };
}
