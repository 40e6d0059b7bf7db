import { isExample } from '../../../src/rules/credentials/examples';
import type { CredentialClass } from '../../../src/rules/credentials/vocabulary';

const TEXTS: readonly (readonly [text: string, expected: CredentialClass, isOne: boolean])[] = [
  ['admin', 'password', true],
  ['minioadmin', 'password', true],
  ['123456', 'password', true],
  ['mail_password', 'password', true],
  ['smtp_account_password', 'password', true],
  ['accessToken', 'token', true],
  ['notaccesstoken', 'token', true],
  ['my-insecure-key', 'secret', true],
  ['sdfghjkl==', 'token', true],
  ['v1,whsec_VGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2hvcnRlciBCYXNlNjQgc3RyaW5n', 'secret', true],
  ['hunter2', 'password', false],
  ['correct-horse', 'password', false],
  ['shop_password_7', 'password', false],
  ['q8Zr5tXw2mK4vB7n', 'token', false],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'secret', false],
];

test.each(TEXTS)('%j for a %s', (text, expected, isOne) => {
  expect(isExample(text, expected)).toBe(isOne);
});
