import { assignmentsIn, connectionStringSyntax } from '../../../src/rules/credentials/assignments';
import { tokenSpans } from '../../../src/rules/credentials/tokens';
import { urlSpans } from '../../../src/rules/credentials/urls';

function secrets(text: string, spans: readonly { start: number; end: number }[]): readonly string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe('passwords in URLs', () => {
  test.each([
    ['postgres://shop:hunter2@db:5432/shop', 'hunter2'],
    ['postgresql+psycopg2://shop:hunter2@db/shop', 'hunter2'],
    ['redis://:hunter2@cache', 'hunter2'],
    ['mongodb://a:hunter2@h1:27017,h2:27017/x?replicaSet=r', 'hunter2'],
    ['postgres://a:p@ss@db/x', 'p@ss'],
    ['postgres://a:p/a?s#s@db:5432/x', 'p/a?s#s'],
    ['["http://elastic:hunter2@es:9200"]', 'hunter2'],
    ['amqp://a:one@q1:5672,amqp://b:two@q2:5672', 'one two'],
    ['jdbc:postgresql://db/x?user=a&password=hunter2', 'hunter2'],
    ['jdbc:oracle:thin:scott/tiger@db:1521:x', 'tiger'],
    ['root:hunter2@tcp(db:3306)/shop?parseTime=true', 'hunter2'],
    ['guest:hunter2@rabbitmq:5672', 'hunter2'],
    ['shop:hunter2@db/shop', 'hunter2'],
  ])('%s', (text, expected) => {
    expect(secrets(text, urlSpans(text)).join(' ')).toBe(expected);
  });

  test.each([
    'https://example.org:8443/a@2x.png',
    'https://example.org/?mail=a@b.example',
    'https://0123456789abcdef@o1.ingest.sentry.io/1',
    'git@github.com:owner/name.git',
    'ssh://git@host:22/x',
    'nginx:1.27@sha256:0123456789abcdef',
    'Shop:mail@example.org',
    'mailto:me@example.org:25',
    'redis://cache:6379/0',
    'TOKEN_URL=https://id.example/oauth/token',
  ])('none in %s', (text) => {
    expect(secrets(text, urlSpans(text)).filter((found) => found !== '')).toEqual([]);
  });
});

describe('pairs', () => {
  test.each([
    ['Server=db;Database=x;User Id=sa;Password=Pass@word, 1;Encrypt=False', 'Pass@word, 1'],
    ['host=db user=a password=hunter2 dbname=x', 'hunter2'],
    ['redis:6379,password=hunter2,ssl=False', 'hunter2'],
    ['x required username="a" password="hun ter2";', 'hun ter2'],
    ['AccountName=a;AccountKey=aGVsbG8=;EndpointSuffix=x', 'aGVsbG8='],
  ])('%s', (text, expected) => {
    const pairs = [...assignmentsIn(text, connectionStringSyntax(text))];
    expect(secrets(text, pairs)).toContain(expected);
  });
});

describe('well-known formats', () => {
  const body = (length: number) => 'aB3'.repeat(length).slice(0, length);
  const upper = (length: number) => 'AB2C'.repeat(length).slice(0, length);
  test.each([
    `AKIA${upper(16)}`,
    `ghp_${body(36)}`,
    `github_pat_${body(82)}`,
    `glpat-${body(20)}`,
    `xoxb-${body(40)}`,
    `sk_live_${body(24)}`,
    `AIza${body(35)}`,
    `hf_${body(34)}`,
    `npm_${body(36)}`,
    `dckr_pat_${body(27)}`,
    `eyJ${body(30)}.eyJ${body(30)}.${body(43)}`,
    '$2y$10$abcdefghijklmnopqrstuvwxyz0123456789',
    '-----BEGIN RSA PRIVATE KEY-----\nabc\n',
  ])('%s', (token) => {
    expect(secrets(`x ${token}`, tokenSpans(`x ${token}`))).toEqual([token]);
  });

  test.each([
    'AKIAIOSFODNN7EXAMPLE',
    `ghp_${'x'.repeat(36)}`,
    `xAKIA${upper(16)}`,
    'eyJ.eyJ.x',
    '-----BEGIN PUBLIC KEY-----\nabc\n',
    '-----BEGIN CERTIFICATE-----\nabc\n',
    `sk_test_${body(24)}`,
  ])('not %s', (text) => {
    expect(tokenSpans(text)).toEqual([]);
  });
});
