/** An expression is tried only where one of its words is: whatever it matches must have one. */
import fc from 'fast-check';
import {
  CLIENT_PROGRAM,
  COMMAND_SIGNALS,
  COMMAND_WORD_SIGNALS,
  HEALTHCHECK_SIGNALS,
  SERVER_PROGRAM,
} from '../../src/topology/roles/command-signals';
import { matching } from '../../src/topology/roles/signal';
import { ENVIRONMENT_SIGNALS, environmentSignals, VOLUME_SIGNALS } from '../../src/topology/roles/signals';

const guarded = [
  ...[...COMMAND_SIGNALS, ...COMMAND_WORD_SIGNALS, ...HEALTHCHECK_SIGNALS],
  ...[...ENVIRONMENT_SIGNALS, ...VOLUME_SIGNALS],
].flatMap(({ pattern }) =>
  'pattern' in pattern && pattern.pattern instanceof RegExp ? [{ test: pattern, whole: pattern.pattern }] : [],
);

/** For the generator, which knows neither what is around a match nor where words end. */
function withoutSurroundings({ source }: RegExp): RegExp {
  return new RegExp(source.replaceAll('\\b', '').replace(/\(\?[=!](?:\$\||\[[^\]]*\]|\([^()]*\)|[^()[\]])*\)/g, ''));
}

test('there are some', () => {
  expect(guarded.length).toBeGreaterThan(30);
});

test.each(guarded)('$whole', ({ test: pattern, whole }) => {
  fc.assert(
    fc.property(fc.stringMatching(withoutSurroundings(whole)), (text) => {
      expect(pattern.test(text)).toBe(whole.test(text));
    }),
    { numRuns: 1_000 },
  );
});

test('those of variables are the same by their first letter', () => {
  const names = ENVIRONMENT_SIGNALS.flatMap(({ pattern }) => pattern.heads ?? []);
  fc.assert(
    fc.property(fc.constantFrom('', ...names), fc.constantFrom('', '_PASSWORD', '_DB', '_X', 'Ä'), (head, tail) => {
      for (const name of [head + tail, tail + head])
        expect(environmentSignals(name)).toEqual(matching(ENVIRONMENT_SIGNALS, name));
    }),
  );
});

test.each([
  [
    'exec psql -U app',
    'pg_dump',
    'sh -c "mc ls"',
    'curl localhost',
    'kafka-console-consumer',
    'kafka-topics.sh --list',
  ],
])('programs: %s', (...texts) => {
  for (const text of texts) expect(CLIENT_PROGRAM.test(text)).toBe(true);
  for (const text of [
    '/docker-entrypoint.sh postgres',
    'minio server /data',
    'start-kafka',
    'run.sh',
    'x/entrypoint.sh',
  ])
    expect(SERVER_PROGRAM.test(text)).toBe(true);
  for (const text of ['', '$X', 'psqlx', 'a psql', 'echo start']) expect(CLIENT_PROGRAM.test(text)).toBe(false);
});
