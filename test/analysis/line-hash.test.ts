import fc from 'fast-check';
import { lineHashes } from '../../src/analysis/line-hash.js';
import { lineStarts } from '../../src/source/text.js';

/** The texts and values with which github/codeql-action tests its own hash (src/fingerprints.test.ts). */
const TRAILING_LINE_END = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];

describe('published values', () => {
  test.each<[string, string, readonly string[]]>([
    ['an empty text', '', ['c129715d7a2bc9a3:1']],
    [
      'blanks',
      ' a\nb\n  \t\tc\n d',
      ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
    ],
    [
      'empty lines',
      ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End',
      [
        '8b7cf3e952e7aeb2:1',
        'b1ae1287ec4718d9:1',
        'bff680108adb0fcc:1',
        'c6805c5e1288b612:1',
        'b86d3392aea1be30:1',
        'e6ceba753e1a442:1',
      ],
    ],
    ['LF', ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', TRAILING_LINE_END],
    ['CR', ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r', TRAILING_LINE_END],
    ['CRLF', ' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', TRAILING_LINE_END],
    ['line ends mixed', ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', TRAILING_LINE_END],
    [
      'equal lines',
      'Lorem ipsum dolor sit amet.\n'.repeat(10),
      [
        'a7f2ff13bc495cf2:1',
        'a7f2ff13bc495cf2:2',
        'a7f2ff13bc495cf2:3',
        'a7f2ff13bc495cf2:4',
        'a7f2ff13bc495cf2:5',
        'a7f2ff13bc495cf2:6',
        'a7f2ff1481e87703:1',
        'a9cf91f7bbf1862b:1',
        '55ec222b86bcae53:1',
        'cc97dc7b1d7d8f7b:1',
        'c129715d7a2bc9a3:1',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(lineHashes(text)).toEqual(expected);
  });
});

/** The definition, written down: for each line the polynomial over the 100 units that follow. */
function lineHashesByDefinition(text: string): string[] {
  const units = text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '');
  const padded = [...units.split('').map((unit) => unit.charCodeAt(0)), 65535];
  const starts = [0, ...padded.flatMap((unit, index) => (unit === 10 ? [index + 1] : []))];
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let index = start; index < start + 100; index++)
      hash = BigInt.asUintN(64, hash * 37n + BigInt(padded[index] ?? 0));
    const hexadecimal = hash.toString(16);
    seen.set(hexadecimal, (seen.get(hexadecimal) ?? 0) + 1);
    return `${hexadecimal}:${seen.get(hexadecimal)}`;
  });
}

const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.constantFrom('\n', '\r', '\r\n', '\n\n', ' ', '\t', 'image: x\n', '\uffff'.repeat(120), 'a'.repeat(250)),
    ),
    { maxLength: 30 },
  )
  // A line feed after a blank after a carriage return is a line end of its own; the definition above drops blanks first.
  .map((parts) => parts.join('').replace(/\r[ \t]+\n/g, '\n'));

test('agrees with the definition in 64-bit integers', () => {
  fc.assert(fc.property(texts, (text) => expect(lineHashes(text)).toEqual(lineHashesByDefinition(text))));
});

test('has a value for each line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\r', '\n') }), (text) =>
      expect(lineHashes(text)).toHaveLength(lineStarts({ path: '', text }).length),
    ),
  );
});

test('a long text ends soon', () => {
  expect(lineHashes('key: value\n'.repeat(200_000))).toHaveLength(200_001);
  expect(lineHashes('x'.repeat(2_000_000))).toHaveLength(1);
});
