/** The process of the Action: the only place that talks to the runner. */
import * as core from '@actions/core';
import { UserError } from '../compose/problem.js';
import { withoutCommands } from '../report/workflow-commands.js';
import { traceOf } from '../run/trace.js';
import { printable } from '../source/printable.js';
import { regionOf } from '../source/text.js';
import { runAction, type Step } from './action.js';

const step: Step = {
  env: process.env,
  input: core.getInput,
  output: core.setOutput,
  print: (text) => process.stdout.write(text),
  summarize: async (markdown) => {
    // Older servers, and runners of other makers, have no place for a summary.
    if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown, true).write();
  },
};

runAction(step).then(
  (failure) => {
    if (failure !== undefined) core.setFailed(failure);
  },
  (error: unknown) => {
    step.output('outcome', 'error');
    core.error(safe(messageOf(error)), placeOf(error));
    process.exitCode = core.ExitCode.Failure;
  },
);

function safe(text: string): string {
  return withoutCommands(printable(text));
}

function placeOf(error: unknown): core.AnnotationProperties {
  if (!(error instanceof UserError) || !error.at) return {};
  const { startLine, startColumn } = regionOf(error.at);
  return { file: safe(error.at.source.path), startLine, startColumn };
}

/** The message of an unexpected error may quote what it choked on. */
function messageOf(error: unknown): string {
  if (error instanceof UserError) {
    const { at, message, hint } = error;
    const place = at ? `${at.source.path}:${regionOf(at).startLine}: ` : '';
    return `${place}${message}${hint ? `. ${hint}` : ''}`;
  }
  if (core.isDebug()) core.debug(traceOf(error));
  const kind = error instanceof Error ? error.name : typeof error;
  return `Internal error (${kind}). This is a bug in bulkhead: please report it, with the log of a run in debug mode.`;
}
