/** The words that the name of a setting is made of. */
import { wordsOf } from '../../../src/rules/credentials/name-words';

const VOCABULARY: ReadonlySet<string> = new Set([
  'pg',
  'password',
  'pass',
  'word',
  'db',
  'key',
  'sha256',
  'min',
  'length',
]);

test.each<[string, string]>([
  ['DB_PASSWORD', 'db password'],
  ['db.root-password', 'db root password'],
  ['dbPassword', 'db password'],
  ['DBPassword', 'db password'],
  ['SMTPPassword2', 'smtp password'],
  ['PASSWORD_SHA256', 'password sha256'],
  ['key2', 'key'],
  ['KEY_2', 'key'],
  ['2KEY', '2key'],
  ['PGPASSWORD', 'pg password'],
  ['passwordminlength', 'password min length'],
  ['passwords', 'passwords'],
  ['xpassword', 'xpassword'],
  ['', ''],
  ['___', ''],
  ['a', 'a'],
  ['aB', 'a b'],
  ['ABc', 'a bc'],
  ['ABC', 'abc'],
  ['aBC', 'a bc'],
  ['A1B', 'a1b'],
  ['[key]', 'key'],
  ['@key`{z', 'key z'],
  ['schlüsselKey', 'schlüssel key'],
  [`${'db'.repeat(20)}`, Array.from({ length: 20 }, () => 'db').join(' ')],
  [`${'db'.repeat(21)}`, 'db'.repeat(21)],
])('%s: %s', (name, expected) => {
  expect(wordsOf(name, VOCABULARY).join(' ')).toBe(expected);
});
