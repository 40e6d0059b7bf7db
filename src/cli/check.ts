/** `bulkhead check`: one analysis, any number of outputs. */
import path from 'node:path';
import { FORMATS, isFormatName } from '../report/formats.js';
import { SEVERITIES } from '../rules/rule.js';
import { type CheckRequest, checkProjects, FAIL_ON, type Verdict, verdictOf } from '../run/check.js';
import { parseOutput, type RenderOptions, render } from '../run/outputs.js';
import { folderInRepository } from '../run/repository.js';
import { writeWhole } from '../run/write.js';
import { printable } from '../source/printable.js';
import { count } from '../source/words.js';
import type { Command, Parsed } from './arguments.js';
import { hostOf } from './host.js';
import { tellGap } from './load-one.js';
import { selectionOf } from './options.js';
import { prettyOptions } from './terminal.js';
import { EXIT, type ExitCode, type World } from './world.js';

export const check: Command = (parsed, world) => {
  const outputs = parsed.values('output').map((text) => parseOutput(text, '--output'));
  const request = requestOf(parsed, world);
  const checked = checkProjects(hostOf(parsed, world, request.selection), request);
  const options = renderOptions(parsed, world);
  for (const { format, file } of outputs) {
    writeWhole(path.resolve(world.cwd, file), render(format, checked, { ...options, pretty: PLAIN }));
  }
  const format = parsed.value('format') ?? 'pretty';
  if (isFormatName(format)) {
    world.stdout(render(format, checked, options));
    const { omitted = 0 } = checked.report;
    if (format !== 'pretty' && omitted > 0)
      world.stderr(`bulkhead: ${count(omitted, 'more finding')} left out (--limit findings=NUMBER)\n`);
    if (!FORMATS[format].tellsGaps) for (const gap of checked.report.gaps) tellGap(world, gap);
  }
  const verdict = verdictOf(checked.report, checked.failOn);
  if (verdict === 'nothing') {
    const places = parsed.positionals.length > 0 ? parsed.positionals.join(', ') : 'the working directory';
    world.stderr(`bulkhead: no Compose file found in ${printable(places)}\n`);
  }
  return EXIT_CODES[verdict];
};

const PLAIN = { color: false, width: 100 };

const EXIT_CODES: Readonly<Record<Verdict, ExitCode>> = {
  passed: EXIT.clean,
  findings: EXIT.findings,
  incomplete: EXIT.unusable,
  nothing: EXIT.unusable,
};

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

/** What the table of options allows, as the type that it is of. */
function chosen<Choice extends string>(choices: readonly Choice[], text: string | undefined): Choice | undefined {
  return choices.find((choice) => choice === text);
}

function renderOptions(parsed: Parsed, world: World): RenderOptions {
  return {
    folder: folderInRepository(world.cwd),
    pretty: { ...prettyOptions(parsed, world), verbose: parsed.flag('verbose') },
  };
}
