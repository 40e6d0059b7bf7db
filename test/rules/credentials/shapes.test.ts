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
    ['//shop:hunter2@server/share', 'hunter2'],
    ['shop:hunter2@db:5432,web:hunter3@db:5432', 'hunter2 hunter3'],
    ['"shop:hunter2@db:5432"', 'hunter2'],
    ['sh.op+x%40y:hunter2@unix(/run/x)', 'hunter2'],
    ['shop:hunter2@(db)/shop', 'hunter2'],
    ['http://a:b@c:d@h/x', 'b@c:d'],
    ['mongodb://a:one@h1,a:one@h2/x', 'one'],
    ['http://a:b,c@h/x', 'b,c'],
    ['http://h/x?token=hunter2&y=1', 'hunter2'],
    ['http://h?y=1;password=hunter2#top', 'hunter2'],
    ['http://a:hunter2@h/?token=hunter3', 'hunter2 hunter3'],
    ['http://a:hunt?er=2@h/?token=x3', 'hunt?er=2 x3'],
    ['<http://a:hunter2@h>', 'hunter2'],
    ['http://a:hunter2@h\nhttp://b:hunter3@h', 'hunter2 hunter3'],
    ['jdbc:oracle:thin:scott/tiger@//db:1521/x', 'tiger'],
    ['jdbc:oracle:oci:scott/tiger@db:1521:x', 'tiger'],
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
    'http://h:8080/x?y=1@z',
    'http://h:/x@y',
    'http://a:#@h',
    'http://h/x?auth=a:b',
    'http://h/x?token',
    'http://h/x@a:b',
    'jdbc:oracle:thin:@db:1521:x',
    'jdbc:oracle:thin:scott@db',
    'jdbc:oracle:oci8:@db:1521:x',
    'shop:hunter2@',
    ':hunter2@db/x',
    'shop:hunter2@db',
    'a b:hunter2@db',
    'sh/op:hunter2@db/x',
    'http:hunter2@db/x',
    `${'u'.repeat(41)}:hunter2@db/x`,
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

  test.each<[string, string, readonly string[]]>([
    ['a key ends where its alphabet ends', `AKIA${upper(16)}.x`, [`AKIA${upper(16)}`]],
    ['a shorter one is none', `AKIA${upper(15)}`, []],
    ['nor is a longer one', `AKIA${upper(17)}`, []],
    ['the shortest', `glpat-${body(20)}`, [`glpat-${body(20)}`]],
    ['the longest', `glpat-${body(64)}`, [`glpat-${body(64)}`]],
    ['beyond the longest', `glpat-${body(65)}`, []],
    ['one behind another', `ghp_${body(36)} ghp_${upper(36)}`, [`ghp_${body(36)}`, `ghp_${upper(36)}`]],
    ['one behind what only begins like it', `ghp_x ghp_${body(36)}`, [`ghp_${body(36)}`]],
    ['behind a sign', `_ghp_${body(36)}`, [`ghp_${body(36)}`]],
    ['a letter before it', `xghp_${body(36)}`, []],
    ['what documentation prints', `ghp_${body(20)}xxxxxxxx${body(8)}`, []],
    ['as many x as that', `ghp_${body(20)}xxxxxxx${body(9)}`, [`ghp_${body(20)}xxxxxxx${body(9)}`]],
    [
      'a web token and what follows',
      `eyJ${body(5)}.eyJ${body(5)}.${body(21)}.x`,
      [`eyJ${body(5)}.eyJ${body(5)}.${body(21)}`],
    ],
    ['its signature is short', `eyJ${body(5)}.eyJ${body(5)}.${body(19)}`, []],
    ['two of them', `eyJa.eyJb.${body(30)} eyJc.eyJd.${body(30)}`, [`eyJa.eyJb.${body(30)}`, `eyJc.eyJd.${body(30)}`]],
    ['its body is another', `eyJ${body(5)}.abc${body(5)}.${body(30)}`, []],
    ['in two parts only', `eyJ${body(5)}.eyJ${body(40)}`, []],
    ['a web token in a word', `xeyJ${body(5)}.eyJ${body(5)}.${body(30)}`, []],
    ['a web token behind a beginning', `eyJa ${`eyJb.eyJc.${body(30)}`}`, [`eyJb.eyJc.${body(30)}`]],
    ['the token of a bot', `12345678:AA${body(33)}`, [`12345678:AA${body(33)}`]],
    ['a longer one of a bot', `12345678:AA${body(34)}`, []],
    ['a signed query', `https://a.example/b?se=1&sig=${body(43)}%3D&x=1`, [`${body(43)}%3D`]],
    ['a short signature', `?sig=${body(42)}`, []],
    ['a hash', `admin:$apr1$${body(20)}:x`, [`$apr1$${body(20)}`]],
    ['the shortest hash', `$1$${body(17)}`, [`$1$${body(17)}`]],
    ['a short hash', `$1$${body(16)}xx`.slice(0, 19), []],
    ['two hashes', `{SHA}${body(28)} {SHA}${upper(28)}`, [`{SHA}${body(28)}`, `{SHA}${upper(28)}`]],
    ['a text that is too short for any', 'ghp_', []],
    [
      'a private key, with its end',
      'x -----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\ny',
      ['-----BEGIN PRIVATE KEY-----\nabc\n'],
    ],
    [
      'a private key behind a certificate',
      '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n-----BEGIN EC PRIVATE KEY-----\ndef',
      ['-----BEGIN EC PRIVATE KEY-----\ndef'],
    ],
    [
      'a private key before a certificate',
      '-----BEGIN EC PRIVATE KEY-----\ndef\n-----BEGIN CERTIFICATE-----\nabc\n',
      ['-----BEGIN EC PRIVATE KEY-----\ndef\n'],
    ],
    ['a label with a dash', '-----BEGIN A-PRIVATE KEY-----\nabc\n', []],
  ])('%s', (_, text, expected) => {
    expect(secrets(text, tokenSpans(text))).toEqual(expected);
  });

  test('each is called by its name', () => {
    const text = [`ghp_${body(36)}`, `eyJa.eyJb.${body(30)}`, '-----BEGIN PRIVATE KEY-----', `$6$${body(30)}`].join(
      ' ',
    );
    expect(
      tokenSpans(`${text} 12345678:AA${body(33)} ?sig=${body(43)}`)
        .map(({ what, class: found, form }) => `${what}, ${found}, ${form}`)
        .sort(),
    ).toEqual([
      'GitHub token, token, token',
      'JSON web token, token, token',
      'Telegram bot token, token, token',
      'password hash, hash, hash',
      'private key, token, token',
      'shared access signature, token, token',
    ]);
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
