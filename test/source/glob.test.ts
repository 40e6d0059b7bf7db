import fc from 'fast-check';
import picomatch from 'picomatch';
import { type Glob, matchesGlob, parseGlob } from '../../src/source/glob';

function glob(pattern: string): Glob {
  const parsed = parseGlob(pattern);
  if (typeof parsed === 'string') throw new Error(`${pattern} ${parsed}`);
  return parsed;
}

test.each([
  ['db', 'db', true],
  ['db', 'db2', false],
  ['*', 'db', true],
  ['*', 'a/db', false],
  ['*-db', 'shop-db', true],
  ['db-?', 'db-1', true],
  ['db-?', 'db-', false],
  ['db-[0-9]', 'db-7', true],
  ['db-[!0-9]', 'db-7', false],
  ['**/compose.yaml', 'compose.yaml', true],
  ['**/compose.yaml', 'a/b/compose.yaml', true],
  ['examples/**', 'examples/shop/compose.yaml', true],
  ['examples/**', 'other/examples/compose.yaml', false],
  ['a/**/z', 'a/z', true],
  ['a/**/z', 'a/b/c/z', true],
  ['{db,cache}-*', 'cache-1', true],
  ['{db,cache}-*', 'queue-1', false],
  ['compose.{yml,yaml}', 'compose.yaml', true],
  ['{only}', '{only}', true],
  ['a{b', 'a{b', true],
  ['\\*', '*', true],
  ['\\*', 'x', false],
  ['.*', '.env', true],
  ['*', '.env', true],
])('%s and %s: %s', (pattern, text, expected) => {
  expect(matchesGlob(glob(pattern), text)).toBe(expected);
});

test.each([
  ['', 'is empty'],
  ['x'.repeat(501), 'is longer than 500 characters'],
  ['{a,b}'.repeat(7), 'stands for more than 100 patterns'],
])('%s is refused', (pattern, reason) => {
  expect(parseGlob(pattern)).toBe(reason);
});

test('agrees with picomatch', () => {
  const piece = fc.constantFrom('a', 'b', '.', '-', '*', '?', '[ab]', '[^a]', '{a,b}', '{a,bb,?}', '/', '/**/');
  const text = fc.array(fc.constantFrom('a', 'b', 'a', '-', '.a', '/'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), text, (pieces, units) => {
      const pattern = pieces.join('');
      const path = units.join('');
      // Empty segments, names of dots alone, and stars or braces that touch are read in many ways by many tools.
      fc.pre(![pattern, path].some((joined) => joined.split('/').some((name) => /^\.*$/.test(name))));
      fc.pre(!/(?<!\/)\*\*|\*\*(?!\/)|\}\{/.test(pattern));
      expect([pattern, path, matchesGlob(glob(pattern), path)]).toEqual([
        pattern,
        path,
        picomatch.isMatch(path, pattern, { dot: true }),
      ]);
    }),
    { numRuns: 2000 },
  );
});

test.each([`${'*a'.repeat(200)}b`, `${'**/a/'.repeat(80)}b`, '['.repeat(500), '{'.repeat(500), `${'[a'.repeat(200)}b`])(
  'a hostile pattern ends soon: %s',
  (pattern) => {
    for (const text of ['a'.repeat(4000), 'a/'.repeat(2000)]) expect(matchesGlob(glob(pattern), text)).toBe(false);
  },
);
