/** The inputs of the Action: their defaults, as `action.yml` has them, and the reading of their texts. */

import type { FailOn } from '../analysis/config/config.js';
import { UserError } from '../compose/problem.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';
import { FAIL_ON } from '../run/check.js';
import { type Output, parseOutput } from '../run/outputs.js';
import { nearest } from '../source/nearest.js';

/** GitHub gives every input as a text; one that is given but empty means its default, too. */
export const DEFAULTS = {
  paths: '',
  exclude: '',
  'working-directory': '.',
  config: '',
  baseline: '',
  'fail-on': '',
  'min-severity': '',
  pedantic: 'false',
  strict: 'false',
  'allow-no-files': 'false',
  annotations: 'true',
  summary: 'true',
  'sarif-file': '',
  output: '',
} as const;

export type InputName = keyof typeof DEFAULTS;

export interface Inputs {
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  readonly workingDirectory: string;
  /** Empty: the one that is found. */
  readonly config: string;
  /** Empty: the one that the configuration names. */
  readonly baseline: string;
  /** `undefined`: what the configuration says. */
  readonly failOn: FailOn | undefined;
  readonly minimumSeverity: Severity | undefined;
  readonly pedantic: boolean;
  readonly strict: boolean;
  readonly allowNoFiles: boolean;
  readonly annotations: boolean;
  readonly summary: boolean;
  /** Empty: none. */
  readonly sarifFile: string;
  readonly outputs: readonly Output[];
}

/** `given` has the text of an input, blanks at its ends removed. Throws a `UserError`. */
export function readInputs(given: (name: InputName) => string): Inputs {
  const text = (name: InputName): string => given(name) || DEFAULTS[name];
  const lines = (name: InputName): readonly string[] =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const choice = <Choice extends string>(name: InputName, choices: readonly Choice[]): Choice => {
    const word = text(name);
    const found = choices.find((each) => each === word);
    if (found !== undefined) return found;
    const similar = nearest(word, choices);
    throw new UserError(
      `${name}: '${word}' is none of ${choices.join(', ')}${similar ? `; did you mean '${similar}'?` : ''}`,
    );
  };
  const isTrue = (name: InputName): boolean => choice(name, BOOLEANS).toLowerCase() === 'true';
  return {
    paths: lines('paths'),
    exclude: lines('exclude'),
    workingDirectory: text('working-directory'),
    config: text('config'),
    baseline: text('baseline'),
    failOn: text('fail-on') === '' ? undefined : choice('fail-on', FAIL_ON),
    minimumSeverity: text('min-severity') === '' ? undefined : choice('min-severity', SEVERITIES),
    pedantic: isTrue('pedantic'),
    strict: isTrue('strict'),
    allowNoFiles: isTrue('allow-no-files'),
    annotations: isTrue('annotations'),
    summary: isTrue('summary'),
    sarifFile: text('sarif-file'),
    outputs: lines('output').map((line) => parseOutput(line, 'output')),
  };
}

/** Those of YAML 1.2, as `core.getBooleanInput` takes them. */
const BOOLEANS = ['true', 'True', 'TRUE', 'false', 'False', 'FALSE'] as const;
