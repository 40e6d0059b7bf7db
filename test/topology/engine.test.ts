/** Version lines of the Engine. */
import { atLeast, DEFAULT_ENGINE, isEngineLine } from '../../src/topology/engine';

test.each(['28', '27.5', '9999.9999'])('%s is a line', (text) => {
  expect(isEngineLine(text)).toBe(true);
});

test.each(['', 'v28', '28.', '28.0.1', '.5', '28 ', '12345', '1.12345'])('%j is no line', (text) => {
  expect(isEngineLine(text)).toBe(false);
});

test.each<[string, number, number | undefined, boolean]>([
  ['28', 28, undefined, true],
  ['29', 28, undefined, true],
  ['27', 28, undefined, false],
  ['27.5', 27, 5, true],
  ['27.4', 27, 5, false],
  ['27', 27, 5, true],
  ['28.0', 27, 5, true],
  ['26.9', 27, 5, false],
])('line %s is at least %d.%s: %s', (line, major, minor, expected) => {
  expect(atLeast({ ...DEFAULT_ENGINE, line }, major, minor)).toBe(expected);
});
