/** `bulkhead merge`: one report of several. */
import path from 'node:path';
import { UserError } from '../compose/problem.js';
import { FORMATS, type FormatName, isFormatName } from '../report/formats.js';
import { FAIL_ON } from '../run/check.js';
import { MAX_REPORT_SIZE, type Merged, mergeTexts } from '../run/merge.js';
import { type Output, parseOutput, render } from '../run/outputs.js';
import { writeWhole } from '../run/write.js';
import { logLine } from '../source/printable.js';
import type { SourceText } from '../source/text.js';
import type { Command, Parsed } from './arguments.js';
import { reportHostOf } from './host.js';
import { tellGap } from './load-one.js';
import { chosen, EXIT_CODES, PLAIN, renderOptions } from './results.js';
import type { World } from './world.js';

export const merge: Command = (parsed, world) => {
  const outputs = parsed.values('output').map((text) => parseOutput(text, '--output'));
  const merged = mergeTexts(sourcesOf(parsed, world));
  const format = parsed.value('format') ?? (merged.kind === 'sarif' ? 'sarif' : 'pretty');
  if (!isFormatName(format)) throw new UserError(`--format: '${format}' is no format`);
  for (const each of [format, ...outputs.map((output: Output) => output.format)]) refuseUnable(each, merged);
  const options = renderOptions(parsed, world);
  for (const output of outputs) {
    writeWhole(path.resolve(world.cwd, output.file), textOf(output.format, merged, { ...options, pretty: PLAIN }));
  }
  world.stdout(textOf(format, merged, options));
  for (const difference of merged.differences) world.stderr(`bulkhead: ${logLine(difference)}\n`);
  if (merged.kind === 'sarif') for (const gap of merged.gaps) world.stderr(`bulkhead: ${logLine(gap)}\n`);
  else if (!FORMATS[format].tellsGaps) for (const gap of merged.report.gaps) tellGap(world, gap);
  return EXIT_CODES[merged.verdict(chosen(FAIL_ON, parsed.value('fail-on')))];
};

function sourcesOf(parsed: Parsed, world: World): readonly SourceText[] {
  const host = reportHostOf(parsed, world, MAX_REPORT_SIZE);
  return [...new Set(parsed.positionals)].map((given) => {
    const read = host.readFile(given === '-' ? given : path.resolve(world.cwd, given));
    if (!read.ok) throw new UserError(`${given}: ${read.reason}`);
    return { path: given, text: read.text };
  });
}

/** A SARIF log has everything that a log needs, and not what else there is; a report has no source lines. */
function refuseUnable(format: FormatName, { kind }: Merged): void {
  if (kind === 'sarif' && format !== 'sarif') {
    throw new UserError(`SARIF logs become a SARIF log, not ${format}`, {
      hint: 'Let each run write JSON, too: --output json=FILE. Reports in JSON become every format but SARIF.',
    });
  }
  if (kind === 'report' && format === 'sarif') {
    throw new UserError('a report in JSON lacks the source lines that SARIF has', {
      hint: 'Let each run write SARIF, too: --output sarif=FILE. SARIF logs become a SARIF log.',
    });
  }
}

function textOf(format: FormatName, merged: Merged, options: Parameters<typeof render>[2]): string {
  return merged.kind === 'sarif' ? merged.text : render(format, { report: merged.report, subjects: [] }, options);
}
