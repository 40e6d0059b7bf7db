/** Plaintext credentials, by kind: in the files themselves, as defaults, in env files and in `.env`. */

import { disabledAuthentication } from '../../../src/rules/disabled-authentication.js';
import { plaintextCredentials } from '../../../src/rules/plaintext-credentials.js';
import type { Draft } from '../../../src/rules/rule.js';
import { type Case, compare, type Measure, type Outcome } from '../measure.js';

const TARGET = 0.97;

export const credentials: readonly Measure[] = [
  {
    id: 'credentials: literal, url, connstring, command',
    target: TARGET,
    judge: (labelled) => judgeKinds(labelled, false),
  },
  { id: 'credentials: the same as defaults', target: TARGET, judge: (labelled) => judgeKinds(labelled, true) },
  { id: 'credentials in env files', target: 0.9, judge: judgeEnvFiles },
  { id: 'credentials in .env', target: 0.9, judge: judgeDotEnv },
  { id: 'authentication switched off', target: 0.9, judge: judgeWeak },
];

const VARIABLE_FILES: ReadonlySet<string> = new Set(['env_file', '.env']);

/** Whether a value is a default decides where it counts, on both sides; a finding of the other kind is missed here and in excess there. */
function judgeKinds({ label, project, topology }: Case, defaults: boolean): Outcome {
  const found = drafts({ project, topology }).filter(({ evidence }) => !VARIABLE_FILES.has(evidence.place ?? ''));
  const listed = label.plaintextCredentials.filter(({ kind }) => kind.includes('default') === defaults);
  return compare(
    listed.map(({ service, key }) => `${service}: ${key}`),
    found.filter(({ evidence }) => evidence.kind?.includes('default') === defaults).map(nameOf),
    label.toleratedCredentials.map(({ service, key }) => `${service}: ${key}`),
  );
}

function judgeEnvFiles({ label, project, topology }: Case): Outcome {
  const found = drafts({ project, topology }).filter(({ evidence }) => evidence.place === 'env_file');
  return compare(
    label.envFileCredentials.map(({ service, key }) => `${service}: ${key}`),
    found.map(nameOf),
  );
}

function judgeDotEnv({ label, project, topology }: Case): Outcome {
  const found = drafts({ project, topology }).filter(({ evidence }) => evidence.place === '.env');
  return compare(
    label.committedDotEnvCredentials.map(({ key }) => key),
    found.map(({ evidence }) => evidence.key ?? ''),
  );
}

/** The labels leave out options of commands and search engines, so only what they list is held against the rule. */
function judgeWeak({ label, project, topology }: Case): Outcome {
  const found = [...disabledAuthentication.check({ project, topology })];
  const outcome = compare(
    label.weakAuth.map(({ service, key }) => `${service}: ${key}`),
    found.map(nameOf),
  );
  return { ...outcome, excess: [] };
}

function drafts(context: Pick<Case, 'project' | 'topology'>): readonly Draft[] {
  return [...plaintextCredentials.check(context)];
}

function nameOf({ evidence }: Draft): string {
  return `${evidence.service}: ${evidence.key}`;
}
