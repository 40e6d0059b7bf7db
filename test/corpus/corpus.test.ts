/** A sample of the corpus in Jest; `npm run corpus` compares all of it. */
import path from 'node:path';
import { SHARED } from '../support/shared.js';
import { expectations, judge, REFERENCES } from './compare.js';

const FOLDER = path.join(SHARED, 'corpus');
const EVERY = 25;

describe.each(REFERENCES.map((reference) => [reference.name, reference] as const))('%s', (_name, reference) => {
  const sample = expectations(FOLDER, reference).filter((_row, index) => index % EVERY === 0);
  const whenPresent = sample.length > 0 ? test : test.skip;
  whenPresent('every 25th file loads as Docker Compose loads it, known divergences aside', () => {
    const judged = sample.map((row) => judge(FOLDER, reference, row));
    expect(judged.filter(({ verdict, known }) => verdict !== 'same' && known === undefined)).toEqual([]);
  });
});
