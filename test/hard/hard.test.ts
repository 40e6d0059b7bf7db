/** Every hard input ends, with a verdict or with an error that says why there is none. Times are told by `node test/hard/run.mjs`. */
import { ROOT } from '../support/shared.js';
import { Bench, complaints, DEFAULT_ARGV, expected } from './measure.js';
import { YARDSTICK } from './yardstick.js';

/** Of a machine that does other things, too: longer is a hang. */
const SECONDS = 120;

let bench: Bench;
beforeAll(() => {
  bench = new Bench(ROOT);
}, 60_000);
afterAll(() => bench.end());

test.each(YARDSTICK.map((input) => [input.name, input] as const))(
  '%s',
  async (_, input) => {
    const folder = bench.make(input);
    const outcome = await bench.run(input.argv ?? DEFAULT_ARGV, folder, SECONDS);
    bench.drop(folder);
    expect([...complaints(outcome), ...expected(input, outcome)]).toEqual([]);
  },
  (SECONDS + 20) * 1000,
);
