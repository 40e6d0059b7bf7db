/** One run of the Action: the inputs of a step in; files, annotations, a summary, outputs and a verdict out. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { UserError } from '../compose/problem.js';
import { count, countBySeverity } from '../report/words.js';
import { type Checked, checkProjects, isAtLeast, type Verdict, verdictOf } from '../run/check.js';
import { confined, pathInside } from '../run/confine.js';
import { diskHost, type Environment, toPosix } from '../run/disk.js';
import { environmentFor } from '../run/environment.js';
import { type RenderOptions, render } from '../run/outputs.js';
import { writeWhole } from '../run/write.js';
import { type InputName, type Inputs, readInputs } from './inputs.js';
import { projectEnvironment, sourceUriOf } from './job.js';

/** What a step has to do with the runner. */
export interface Step {
  readonly env: Environment;
  readonly input: (name: InputName) => string;
  readonly output: (name: OutputName, value: string) => void;
  /** To the log, in which the runner looks for commands. */
  readonly print: (text: string) => void;
  readonly summarize: (markdown: string) => Promise<void>;
}

export const OUTPUT_NAMES = ['outcome', 'findings', 'highest-severity', 'sarif-file'] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];

/** GitHub shows 10 errors of a step, and one of them says why it failed. */
const ANNOTATIONS_PER_LEVEL = 9;
const PLAIN = { color: false, width: 100 };

/** Why the step fails, in a sentence; `undefined` where it passes. Throws a `UserError` where nothing can be checked. */
export async function runAction(step: Step): Promise<string | undefined> {
  const inputs = readInputs(step.input);
  const { GITHUB_WORKSPACE: workspace } = step.env;
  if (!workspace) throw new UserError('GITHUB_WORKSPACE is not set: this is no job of GitHub Actions');
  const directory = pathInside(workspace, workspace, inputs.workingDirectory, 'working-directory');
  const files = inputs.outputs.map(({ format, file }) => ({
    format,
    file: pathInside(workspace, directory, file, 'output'),
  }));
  const sarif = inputs.sarifFile && pathInside(workspace, directory, inputs.sarifFile, 'sarif-file');

  const checked = check(step, inputs, workspace, directory);
  const verdict = verdictOf(checked.report, checked.failOn);
  const options = renderOptions(step.env);
  printSafely(step, render('pretty', checked, options));
  // A file without results would close the alerts of what was merely not found this time.
  const isWorthAFile = verdict !== 'nothing' || inputs.allowNoFiles;
  if (isWorthAFile) {
    for (const { format, file } of files) writeWhole(file, render(format, checked, { ...options, pretty: PLAIN }));
    if (sarif) writeWhole(sarif, render('sarif', checked, options));
  }
  if (inputs.annotations) step.print(render('github', checked, options));
  if (inputs.summary) await step.summarize(render('markdown', checked, options));

  const { findings } = checked.report;
  step.output('outcome', verdict);
  step.output('findings', String(findings.length));
  step.output('highest-severity', findings[0]?.severity ?? 'none');
  step.output('sarif-file', sarif && isWorthAFile ? toPosix(path.relative(workspace, sarif)) : '');
  return failureOf(verdict, checked, inputs);
}

function check({ env }: Step, inputs: Inputs, workspace: string, directory: string): Checked {
  const mode = inputs.strict ? 'strict' : 'analysis';
  const host = confined(diskHost(environmentFor(mode, projectEnvironment(env))), {
    roots: [workspace],
    reason: 'lies outside of the workspace',
  });
  const inside = (name: 'config' | 'baseline') => pathInside(workspace, directory, inputs[name], name);
  return checkProjects(host, {
    selection: {
      workingDirectory: toPosix(directory),
      displayDirectory: toPosix(path.resolve(workspace)),
      paths: inputs.paths.map((given) => pathInside(workspace, directory, given, 'paths')),
      files: [],
      mode,
      profiles: [],
      envFiles: [],
      search: { scope: 'below', exclude: inputs.exclude },
      config: inputs.config === '' ? { kind: 'search' } : { kind: 'file', file: toPosix(inside('config')) },
    },
    baseline: inputs.baseline === '' ? undefined : toPosix(inside('baseline')),
    failOn: inputs.failOn,
    persona: inputs.pedantic ? 'pedantic' : 'regular',
    minimumSeverity: inputs.minimumSeverity,
  });
}

function renderOptions(env: Environment): RenderOptions {
  const sourceUri = sourceUriOf(env);
  return {
    pretty: { color: !env.NO_COLOR, width: 120, insideActions: true },
    annotationsPerLevel: ANNOTATIONS_PER_LEVEL,
    ...(sourceUri !== undefined && { sourceUri }),
  };
}

/** Whatever the text holds, the runner takes no line of it for a command until it meets a word nobody can guess. */
function printSafely({ print }: Step, text: string): void {
  const word = randomUUID();
  print(`::stop-commands::${word}\n${text}${text.endsWith('\n') ? '' : '\n'}::${word}::\n`);
}

function failureOf(verdict: Verdict, { report, failOn }: Checked, inputs: Inputs): string | undefined {
  switch (verdict) {
    case 'passed':
      return undefined;
    case 'nothing':
      return inputs.allowNoFiles ? undefined : 'There is no Compose file to check; set allow-no-files to allow that.';
    case 'incomplete':
      return `Not everything could be analyzed: ${count(report.gaps.length, 'gap')}.`;
    case 'findings': {
      const failing = report.findings.filter(({ severity }) => failOn !== 'never' && isAtLeast(severity, failOn));
      return `${count(failing.length, 'finding')} to fix: ${countBySeverity(failing)}.`;
    }
  }
}
