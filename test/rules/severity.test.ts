/** The table behind severities: what each fact does, and what is told of it. */
import { type Facts, SEVERITIES, STANDPOINTS } from '../../src/rules/rule';
import { derive, gradingOf, PATHS, STRENGTHS, strongest, TARGETS, weakest } from '../../src/rules/severity';

const CASES: readonly (readonly [string, Facts, string])[] = [
  ['a database on every address', { from: 'outside', path: 'direct', target: 'data', strength: 'high' }, 'high'],
  [
    'the Docker API on every address',
    { from: 'outside', path: 'direct', target: 'engine', strength: 'high' },
    'critical',
  ],
  [
    'an object store on every address',
    { from: 'outside', path: 'direct', target: 'service', strength: 'high' },
    'medium',
  ],
  ['a database beside unknown peers', { from: 'peers', path: 'direct', target: 'data', strength: 'medium' }, 'medium'],
  [
    'a leak between tiers behind a published proxy',
    { from: 'outside', path: 'crossing', target: 'data', strength: 'high' },
    'high',
  ],
  [
    'a flat project behind a published proxy',
    { from: 'outside', path: 'flat', target: 'data', strength: 'high' },
    'medium',
  ],
  ['a flat project behind a loopback port', { from: 'machine', path: 'flat', target: 'data', strength: 'high' }, 'low'],
  [
    'a tool with the Docker socket that nobody reaches',
    { from: 'inside', path: 'bypass', target: 'tool', strength: 'high' },
    'low',
  ],
  ['a mere hint', { from: 'outside', path: 'direct', target: 'data', strength: 'low' }, 'medium'],
];

test.each(CASES)('%s', (_name, facts, severity) => {
  expect(derive(facts).severity).toBe(severity);
});

describe('every combination', () => {
  const all = STANDPOINTS.flatMap((from) =>
    (Object.keys(PATHS) as Facts['path'][]).flatMap((path) =>
      (Object.keys(TARGETS) as Facts['target'][]).flatMap((target) =>
        (Object.keys(STRENGTHS) as Facts['strength'][]).map((strength): Facts => ({ from, path, target, strength })),
      ),
    ),
  );

  test('says what it was looked up by', () => {
    for (const facts of all) expect(derive(facts)).toMatchObject({ facts, confidence: facts.strength });
  });

  test('is for those who ask for everything exactly where the evidence is weak', () => {
    for (const facts of all) expect(derive(facts).persona).toBe(facts.strength === 'low' ? 'pedantic' : 'regular');
  });

  test('is never graver from further inside', () => {
    for (const { severity } of Object.values(PATHS)) {
      const grades = STANDPOINTS.map((from) => SEVERITIES.indexOf(severity[from]));
      expect(grades).toEqual([...grades].sort());
    }
  });
});

test('a chain is as strong as its weakest link', () => {
  expect(weakest('high', 'low', 'medium')).toBe('low');
  expect(strongest('low', 'medium')).toBe('medium');
});

test('a scale is worked out with the table, gravest first, and every word of it is told', () => {
  const { grades, terms } = gradingOf({
    from: ['inside', 'outside'],
    path: ['flat'],
    target: ['data', 'engine'],
    strength: ['high', 'low'],
    quiet: ['inside'],
  });
  const rows = grades.map((row) => [
    row[0]?.facts.from,
    row[0]?.facts.target,
    ...row.map(({ severity, persona }) => `${severity} ${persona}`),
  ]);
  expect(rows).toEqual([
    ['outside', 'engine', 'high regular', 'medium pedantic'],
    ['inside', 'engine', 'medium pedantic', 'low pedantic'],
    ['outside', 'data', 'medium regular', 'low pedantic'],
    ['inside', 'data', 'low pedantic', 'low pedantic'],
  ]);
  expect(terms.map(({ word }) => word)).toEqual(['inside', 'outside', 'flat', 'data', 'engine', 'high', 'low']);
});
