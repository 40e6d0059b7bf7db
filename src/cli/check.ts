/** `bulkhead check`: one analysis, any number of outputs. */
import path from 'node:path';
import { analyze } from '../analysis/analyze.js';
import type { Report } from '../analysis/report.js';
import { UserError } from '../compose/problem.js';
import { FORMAT_NAMES, FORMATS, type FormatName, type FormatOptions, isFormatName } from '../report/formats.js';
import { RULES } from '../rules/index.js';
import { SEVERITIES } from '../rules/rule.js';
import { loadSubjects } from '../run/projects.js';
import { folderInRepository } from '../run/repository.js';
import { writeWhole } from '../run/write.js';
import type { Command, Parsed } from './arguments.js';
import { hostOf } from './host.js';
import { selectionOf } from './options.js';
import { VERSION } from './version.js';
import { EXIT, type ExitCode, type World } from './world.js';

export const check: Command = (parsed, world) => {
  const outputs = outputsOf(parsed);
  const { subjects, gaps } = loadSubjects(hostOf(parsed, world), selectionOf(parsed, world, parsed.positionals));
  const report = analyze(subjects, {
    rules: RULES,
    version: VERSION,
    persona: parsed.flag('pedantic') ? 'pedantic' : 'regular',
    engine: { line: '>=28', mode: 'compose' },
    gaps,
  });
  const options = formatOptions(parsed, world);
  for (const { format, file } of outputs) {
    writeWhole(
      path.resolve(world.cwd, file),
      FORMATS[format].render(report, { ...options, pretty: { color: false, width: 100 } }),
    );
  }
  const format = parsed.value('format') ?? 'pretty';
  if (isFormatName(format)) world.stdout(FORMATS[format].render(report, options));
  return exitCode(report, parsed.value('fail-on') ?? 'high');
};

interface Output {
  readonly format: FormatName;
  readonly file: string;
}

function outputsOf(parsed: Parsed): readonly Output[] {
  return parsed.values('output').map((text) => {
    const end = text.indexOf('=');
    const [format, file] = [text.slice(0, Math.max(end, 0)), text.slice(end + 1)];
    if (!isFormatName(format) || file === '') {
      throw new UserError(`--output: '${text}' is not FORMAT=FILE`, { hint: `Formats: ${FORMAT_NAMES.join(', ')}.` });
    }
    return { format, file };
  });
}

function formatOptions(parsed: Parsed, world: World): FormatOptions {
  return {
    pretty: {
      color: useColor(parsed.value('color'), world),
      width: Math.max(40, Math.min(world.terminal.columns, 160)),
      verbose: parsed.flag('verbose'),
    },
    sarif: { folder: folderInRepository(world.cwd) },
  };
}

/** NO_COLOR and FORCE_COLOR as their authors define them; an option beats both. */
function useColor(choice: string | undefined, world: World): boolean {
  if (choice === 'always') return true;
  if (choice === 'never') return false;
  if (world.env.NO_COLOR) return false;
  const forced = world.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return world.terminal.stdout && world.env.TERM !== 'dumb';
}

/** A gap weighs more than a finding: a part of the project was not judged at all. */
function exitCode(report: Report, failOn: string): ExitCode {
  if (report.gaps.length > 0 || report.projects.length === 0) return EXIT.unusable;
  const failing = SEVERITIES.slice(0, SEVERITIES.findIndex((severity) => failOn === severity) + 1);
  return report.findings.some((finding) => failing.includes(finding.severity)) ? EXIT.findings : EXIT.clean;
}
