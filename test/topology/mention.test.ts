/** Which hosts a text speaks of, and where: `host:port@start`, the port in brackets where the scheme implies it. */
import {
  bareMentions,
  bracketMentions,
  hostPortMentions,
  type Mention,
  mask,
  pairMentions,
  uniqueMentions,
  urlMentions,
  withoutMatches,
} from '../../src/topology/flows/mention';

function told(mentions: readonly Mention[], text: string): readonly string[] {
  return mentions.map(({ host, port, usualPort, start, end }) => {
    expect(text.slice(start, end)).toBe(host);
    return `${host}${port === undefined ? '' : `:${port}`}${usualPort === undefined ? '' : `[${usualPort}]`}@${start}`;
  });
}

describe('URLs', () => {
  test.each<[string, readonly string[]]>([
    ['http://api', ['api[80]@7']],
    ['HTTP://api:4000/path', ['api:4000[80]@7']],
    ['see http://a:1/x and https://b', ['a:1[80]@11', 'b[443]@29']],
    ['postgres://user:secret@db:5432/shop', ['db:5432[5432]@23']],
    ['postgres://user:se/cr?et@db/shop', ['db[5432]@25']],
    ['postgres://u:p@w@db', ['db[5432]@17']],
    ['mongodb://a:1,b:2,c/x', ['a:1[27017]@10', 'b:2[27017]@14', 'c[27017]@18']],
    ['http://a,http://b', ['a[80]@7', 'b[80]@16']],
    ['jdbc:postgresql://db/x', ['db[5432]@18']],
    ['postgresql+psycopg2://db/x', ['db[5432]@22']],
    ['other://db', ['db@8']],
    ['://db', []],
    ['http://', []],
    ['http://-x', []],
    ['http://x_y.z-1', ['x_y.z-1[80]@7']],
    ['http://db.', []],
    ['http://db:0', ['db[80]@7']],
    ['http://db:65535', ['db:65535[80]@7']],
    ['http://db:65536', ['db[80]@7']],
    ['http://db:x', ['db[80]@7']],
    ['"http://db"', ['db[80]@8']],
    ['(http://db)', ['db[80]@8']],
    ['{http://db}', ['db[80]@8']],
    ['http://db|http://c', ['db[80]@7', 'c[80]@17']],
    ['http://db;x', ['db[80]@7']],
    ['http://db?x#y', ['db[80]@7']],
    ['http://db#y', ['db[80]@7']],
    ['http://db\\n', ['db[80]@7']],
    ["http://db'", ['db[80]@7']],
    ['http://db`', ['db[80]@7']],
    ['http://db<b>', ['db[80]@7']],
    ['http://db>x', ['db[80]@7']],
    [`${'a'.repeat(60)}://db`, ['db@63']],
  ])('%s', (text, expected) => {
    expect(told(urlMentions(text), text)).toEqual(expected);
  });
});

describe('host and port', () => {
  test.each<[string, readonly string[]]>([
    ['db:5432', ['db:5432@0']],
    ['a:9092,b:9093;c:9094', ['a:9092@0', 'b:9093@7', 'c:9094@14']],
    ['ADDRESS=db:5432', ['db:5432@8']],
    ['user@db:5432', ['db:5432@5']],
    ['tcp(db:3306)/x', ['db:3306@4']],
    ['db:5432/shop', ['db:5432@0']],
    ['server.1=zoo:2888:3888', ['zoo:2888@9']],
    ['zoo:2888:3888:observer', []],
    ['redis:7', []],
    ['redis:19', []],
    ['redis:20', ['redis:20@0']],
    ['/path:80', []],
    ['10:30', []],
    ['http://db:80', []],
    ['db:port', []],
    ['db:123456', []],
    ['-db:80', []],
    ['db:65535', ['db:65535@0']],
    ['db:65536', []],
    ['db:0080', ['db:80@0']],
  ])('%s', (text, expected) => {
    expect(told(hostPortMentions(text), text)).toEqual(expected);
  });
});

describe('names and values', () => {
  test.each<[string, readonly string[]]>([
    ['Server=db,1433;Database=x', ['db:1433@7']],
    ['Server=tcp:db,1433', ['db:1433@11']],
    ['Data Source = db ; x', ['db@14']],
    ['host=db port=5432', ['db@5']],
    ['x (HOST=db)', ['db@8']],
    ['{"host": "db:1234"}', ['db:1234@10']],
    ["{'hostname':'db'}", ['db@13']],
    ['contact points=a', ['a@15']],
    ['network address=a', ['a@16']],
    ['myhost=db', []],
    ['host=', []],
    ['host=-x', []],
  ])('%s', (text, expected) => {
    expect(told(pairMentions(text), text)).toEqual(expected);
  });
});

test.each<[string, readonly string[]]>([
  ['root:x@tcp(db)/shop', ['db@11']],
  ['@tcp()', []],
  ['tcp(db)', []],
  ['[mail.example]:465', ['mail.example:465@1']],
  ['a[mail]:465', []],
  ['[mail]:x', []],
  ['[::1]:465', []],
])('in brackets: %s', (text, expected) => {
  expect(told(bracketMentions(text), text)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['db', ['db@0']],
  [' a, b;c ', ['a@1', 'b@4', 'c@6']],
  ['["a","b"]', ['a@2', 'b@6']],
  ['a and /b', []],
  ['http://db', []],
  ['', []],
])('nothing but names: %s', (text, expected) => {
  expect(told(bareMentions(text), text)).toEqual(expected);
});

describe('each place and each target once', () => {
  const mention = (host: string, start: number, port?: number): Mention => ({
    host,
    port,
    start,
    end: start + host.length,
  });

  test('what comes first wins', () => {
    const lists = [
      [mention('a', 0, 1), mention('b', 5)],
      [mention('a', 0), mention('a', 9, 1), mention('a', 9, 2)],
    ];
    expect(uniqueMentions(...lists).map(({ host, start, port }) => [host, start, port])).toEqual([
      ['a', 0, 1],
      ['b', 5, undefined],
      ['a', 9, 2],
    ]);
  });

  test('the port of the scheme is a port', () => {
    const usual = { ...mention('a', 0), usualPort: 80 };
    expect(uniqueMentions([usual, mention('a', 9, 80)])).toEqual([usual]);
  });

  test('no more than two hundred', () => {
    const many = Array.from({ length: 300 }, (_, index) => mention(`h${index}`, index * 10));
    expect(uniqueMentions(many)).toHaveLength(200);
  });
});

describe('blotted out', () => {
  const blotted = (text: string, ...spans: readonly [number, number][]) =>
    mask(
      text,
      spans.map(([start, end]) => ({ start, end })),
    ).replaceAll('\u0000', '.');

  test.each<[string, string]>([
    ['no variable', 'no variable'],
    ['$HOST:80', '.....:80'],
    ['${HOST}:80', '.......:80'],
    ['a$B-c${D}e', 'a..-c....e'],
    ['${OPEN', '.{OPEN'],
    ['} ${OPEN', '} .{OPEN'],
    ['$', '.'],
    ['$A$B', '....'],
  ])('variables of the shell: %s', (text, expected) => {
    expect(blotted(text)).toBe(expected);
  });

  test('spans in the order of the text', () => {
    expect(blotted('0123456789', [1, 3], [5, 7])).toBe('0..34..789');
    expect(blotted('0123456789', [1, 5], [2, 7])).toBe('0....56789');
    expect(blotted('0123456789', [1, 3], [3, 4])).toBe('0...456789');
    expect(blotted('0123', [2, 9])).toBe('01..');
  });

  test('a text that is a file in disguise is read so far', () => {
    expect(mask('a'.repeat(100_001))).toHaveLength(100_000);
  });

  test('what matches a pattern', () => {
    expect(withoutMatches('a bb c bb', /bb/g).replaceAll('\u0000', '.')).toBe('a .. c ..');
  });
});
