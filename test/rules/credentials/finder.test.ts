/** Where a secret stands in a text: as it is, encoded, or as a word of its own; and where a text only looks like it. */
import { Secret } from '../../../src/rules/credentials/secret';

/** The text with what was found in brackets. */
function marked(text: string, secrets: readonly string[], within: 'texts' | 'names' = 'texts'): string {
  const found = Secret.finders(secrets.map((each) => new Secret(each)))[within](text);
  let [from, parts] = [0, ''];
  for (const { start, end } of found) {
    parts += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return parts + text.slice(from);
}

test.each<[string, string, string]>([
  ['as it is', 'Quiet7Harbour', 'before [Quiet7Harbour], after'],
  ['inside of a word, where it is long', 'Quiet7Harbour', 'xx[Quiet7Harbour]yy'],
  ['several times, side by side', 'Brisk5', '[Brisk5][Brisk5] [Brisk5]'],
  ['without the space around it', '  Quiet7Harbour\n', 'is "[Quiet7Harbour]"'],
  ['in a URL', 'p@ss/w0rd:1', 'http://u:[p%40ss%2Fw0rd%3A1]@db'],
  ['in a URL, with small letters', 'p@ss/w0rd:1', 'http://u:[p%40ss%2fw0rd%3a1]@db'],
  ['decoded, where it is kept encoded', 'p%40ssw0rd', 'is [p@ssw0rd]'],
  ['in JSON', 'p"ss\\w0rd', '{"x":"[p\\"ss\\\\w0rd]"}'],
  ['in single quotes of YAML', "it's7Harbour", "'[it''s7Harbour]'"],
  ['in a Compose file', 'pa$7word', 'KEY: [pa$$7word]'],
  ['a line of it', 'first7line\nsecond8line', 'only [second8line] here'],
  ['in base64', 'Quiet7Harbour', 'auth: [UXVpZXQ3SGFyYm91cg==]'],
  ['in base64, from the second byte on', 'Quiet7Harbour', 'Ol[F1aWV0N0hhcmJvdXI=]'],
  ['in base64 for URLs', 'ab??>>~~cd12', 'x [YWI_Pz4-fn5jZDEy]'],
])('%s', (_, secret, expected) => {
  const text = expected.replace(/[[\]]/g, '');
  expect(marked(text, [secret])).toBe(expected);
});

test('of several that begin alike the longest is found', () => {
  expect(marked('x Quiet7Harbour-2024 y Quiet7Harbour', ['Quiet7Harbour', 'Quiet7Harbour-2024'])).toBe(
    'x [Quiet7Harbour-2024] y [Quiet7Harbour]',
  );
  expect(marked('Quiet7Harbour-2024', ['Quiet7Harbour-2024', 'Quiet7Harbour'])).toBe('[Quiet7Harbour-2024]');
});

test.each<[string, string]>([
  ['q7Z', 'a [q7Z], "[q7Z]"'],
  ['q7Z', 'xq7Z q7Zx 1q7Z q7Z1'],
  ['q7Z', '[q7Z]'],
  ['ab-1', '([ab-1])'],
])('a short one is a word of its own: %s in %s', (secret, expected) => {
  expect(marked(expected.replace(/[[\]]/g, ''), [secret])).toBe(expected);
});

test.each(['', 'a', '12', '123', '12345', 'shop', 'postgres', 'passwordtwo'])('%s gives nothing away', (secret) => {
  expect(marked(`x ${secret} y`, [secret])).toBe(`x ${secret} y`);
});

test.each<[string, boolean]>([
  ['Quiet7', true],
  ['quiet_harbour', false],
  ['quiet-harbour.example', true],
  ['q7Z', false],
  ['harbour', false],
  ['quietharbourinthemorning', true],
])('among names %s is told: %s', (secret, told) => {
  expect(marked(secret, [secret], 'names')).toBe(told ? `[${secret}]` : secret);
});

test('a long one is known by how it begins', () => {
  const begin = 'Ab1'.repeat(30);
  const secret = `${begin}${'x9'.repeat(50)}`;
  expect(marked(`${secret}!`, [secret])).toBe(`[${secret}]!`);
  expect(marked(begin, [secret])).toBe(`[${begin}]`);
});
