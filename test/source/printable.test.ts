import fc from 'fast-check';
import { hasInvisible, printable, spelledOut } from '../../src/source/printable.js';

describe('printable', () => {
  test.each([
    ['plain ASCII', 'services: {db: ~}', 'services: {db: ~}'],
    ['letters of any script', 'données 数据 بيانات 🐳', 'données 数据 بيانات 🐳'],
    ['line ends and tabs', 'a\nb\r\nc\td', 'a\\nb\\r\\nc\\td'],
    ['an ANSI sequence', '\u001b[31mred', '\\u{1b}[31mred'],
    ['an 8-bit control sequence', '\u009b31m', '\\u{9b}31m'],
    ['a bidirectional override', 'a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
    ['zero-width characters', 'd\u200bb\ufeff', 'd\\u{200b}b\\u{feff}'],
    ['tag characters', 'x\u{e0041}', 'x\\u{e0041}'],
    ['line separators', 'a\u2028b\u0085c', 'a\\u{2028}b\\u{85}c'],
    ['half a surrogate pair', 'a\ud83db', 'a\\u{d83d}b'],
    ['what is no character', 'a\ufffeb', 'a\\u{fffe}b'],
    ['NUL and DEL', '\u0000\u007f', '\\u{0}\\u{7f}'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  test('leaves nothing invisible, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !hasInvisible(printable(text))));
  });

  test('leaves printable text alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => printable(printable(text)) === printable(text)));
  });
});

test('spelledOut names a character by its code point', () => {
  expect([':', '[', '🐳'].map(spelledOut)).toEqual(['\\u{3a}', '\\u{5b}', '\\u{1f433}']);
});
