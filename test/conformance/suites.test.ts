/** The conformance cases in Jest: what `npm run conformance` counts, with a test for each case. */
import path from 'node:path';
import { SHARED } from '../support/shared.js';
import { casesOf } from './cases.js';
import { DIVERGENCES } from './divergences.js';
import { SUITES } from './suites.js';

const FOLDER = path.join(SHARED, 'conformance');

describe.each(SUITES.map((suite) => [suite.name, suite] as const))('%s', (_name, suite) => {
  const cases = casesOf(FOLDER, suite).filter(({ id }) => !DIVERGENCES.some((divergence) => divergence.cases.test(id)));
  const group = cases.length > 0 ? describe : describe.skip;
  group('conformance', () => {
    test.each(cases.length > 0 ? cases.map((item) => [item.id, item] as const) : [['none', { id: 'none' }] as const])(
      '%s',
      (_id, item) => {
        expect(suite.run(item)).toBeUndefined();
      },
    );
  });
});
