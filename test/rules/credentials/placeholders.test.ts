import { natureOf } from '../../../src/rules/credentials/placeholders';
import type { CredentialClass } from '../../../src/rules/credentials/vocabulary';

const NATURES: readonly (readonly [text: string, expected: CredentialClass, nature: string])[] = [
  ['hunter2', 'password', 'credential'],
  ['123456', 'password', 'credential'],
  ['666', 'secret', 'credential'],
  ['pa/ss', 'password', 'credential'],
  ['$ecret', 'password', 'credential'],
  ['$2y$10$abcdefghijklmnopqrstuv', 'hash', 'credential'],
  ['base64:aGVsbG8=', 'secret', 'credential'],
  ['changeme', 'password', 'placeholder'],
  ['change-me', 'secret', 'placeholder'],
  ['your_database_password', 'password', 'placeholder'],
  ['sk-xxxxxxxxxxxx', 'token', 'placeholder'],
  ['user_provided', 'token', 'placeholder'],
  ['数据库密码', 'password', 'placeholder'],
  ['пароль', 'password', 'placeholder'],
  ['/run/secrets/db_password', 'password', 'reference'],
  ['./certs/server.key', 'secret', 'reference'],
  ['server.pem', 'secret', 'reference'],
  ['C:\\keys\\server', 'secret', 'reference'],
  ['file:///run/token', 'token', 'reference'],
  ['vault:kv/data/db#password', 'password', 'reference'],
  ['arn:aws:secretsmanager:eu-west-1:1:secret:db', 'password', 'reference'],
  ['$PASSWORD', 'password', 'reference'],
  [`\${PASSWORD}`, 'password', 'reference'],
  ['$(cat /run/secrets/db)', 'password', 'reference'],
  ['{{ db_password }}', 'password', 'reference'],
  ['__DB_PASSWORD__', 'password', 'reference'],
  ['%s', 'password', 'reference'],
  ['<your password>', 'password', 'blank'],
  ['********', 'password', 'blank'],
  ['xxx', 'password', 'blank'],
  ['1x0000000000000000000000000000000AA', 'token', 'blank'],
  ['1x0000000000000000000000000000000AB', 'token', 'credential'],
  ['', 'password', 'switch'],
  ['""', 'password', 'switch'],
  ['true', 'password', 'switch'],
  ['none', 'token', 'switch'],
  ['30', 'token', 'switch'],
  ['24h', 'token', 'switch'],
  ['[]', 'secret', 'switch'],
];

test.each(NATURES)('%j where a %s is expected is a %s', (text, expected, nature) => {
  expect(natureOf(text, expected)).toBe(nature);
});
