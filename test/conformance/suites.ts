/** Every suite, in the order of the pipeline. */
import type { Suite } from './suite.js';
import { consistencySuite, schemaSuite } from './suites/checks.js';
import { cliSuite, loadSuite } from './suites/load.js';
import { portsSuite, volumesSuite } from './suites/short-forms.js';
import { dotenvSuite, interpolationSuite } from './suites/texts.js';
import { mergeSuite, normalizeSuite, stagesSuite, transformSuite } from './suites/tree-stages.js';
import { yamlSuite } from './suites/yaml.js';

export const SUITES: readonly Suite[] = [
  yamlSuite,
  interpolationSuite,
  dotenvSuite,
  portsSuite,
  volumesSuite,
  mergeSuite,
  transformSuite,
  normalizeSuite,
  schemaSuite,
  stagesSuite,
  consistencySuite,
  loadSuite,
  cliSuite,
];
