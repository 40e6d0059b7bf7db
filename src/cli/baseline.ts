/** `bulkhead baseline`: today's findings, for `check --baseline` to leave out. */
import path from 'node:path';
import { baselineText } from '../analysis/baseline.js';
import { NO_LINES } from '../analysis/presenter.js';
import { UserError } from '../compose/problem.js';
import { checkProjects, TOGETHER, verdictOf } from '../run/check.js';
import { writeWhole } from '../run/write.js';
import { logLine } from '../source/printable.js';
import { count } from '../source/words.js';
import type { Command } from './arguments.js';
import { hostOf } from './host.js';
import { tellGap } from './load-one.js';
import { selectionOf } from './options.js';
import { EXIT } from './world.js';

export const baseline: Command = (parsed, world) => {
  const selection = selectionOf(parsed, world, parsed.positionals);
  const { report, where } = checkProjects(hostOf(parsed, world, selection), {
    selection,
    persona: parsed.flag('pedantic') ? 'pedantic' : 'regular',
    minimumSeverity: 'low',
    baseline: false,
    needs: NO_LINES,
    together: TOGETHER,
  });
  for (const gap of report.gaps) tellGap(world, gap);
  if (report.omitted !== undefined) {
    throw new UserError(
      `${count(report.omitted, 'finding')} of today left out: with a higher --limit findings=NUMBER all are written down`,
    );
  }
  const text = baselineText(report, where);
  const file = parsed.value('output');
  if (file === undefined) world.stdout(text);
  else {
    writeWhole(path.resolve(world.cwd, file), text);
    world.stderr(`${logLine(file)}: ${count(report.findings.length, 'finding')}\n`);
  }
  return verdictOf(report, 'never') === 'passed' ? EXIT.clean : EXIT.unusable;
};
