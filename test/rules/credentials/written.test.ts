/** What is written in files of variables and in pairs: names, values without their quotes, and where they stand. */
import {
  assignmentsIn,
  CONFIGURATION_SYNTAX,
  connectionStringSyntax,
} from '../../../src/rules/credentials/assignments';
import { writtenVariables } from '../../../src/rules/credentials/env-files';
import { type Span, withoutOverlaps } from '../../../src/rules/credentials/span';

function variables(text: string): readonly string[] {
  const source = { path: '.env', text };
  return writtenVariables(source).map(({ name, nameAt, value }) => {
    expect(text.slice(nameAt.start, nameAt.end)).toBe(name);
    return `${name}=<${value.flat.text}>`;
  });
}

describe('files of variables', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['A=1', ['A=<1>']],
    ['A=1\nB=2\n', ['A=<1>', 'B=<2>']],
    ['\ufeffA=1\r\nB=2\r\n', ['A=<1>', 'B=<2>']],
    ['  A = 1  ', ['A=<1>']],
    ['A: 1', ['A=<1>']],
    ['export A=1', ['A=<1>']],
    ['export  A=1', ['A=<1>']],
    ['exported=1', ['exported=<1>']],
    ['# A=1\nB=2', ['B=<2>']],
    ['A=1 # why', ['A=<1>']],
    ['A=1\t# why', ['A=<1>']],
    ['A=1#2', ['A=<1#2>']],
    ['A=', ['A=<>']],
    ['A= # nothing', ['A=<>']],
    ['A="1 # 2" # why', ['A=<1 # 2>']],
    ["A='1\n2'\nB=3", ['A=<1\n2>', 'B=<3>']],
    ['A="1\\"2"\nB=3', ['A=<1\\"2>', 'B=<3>']],
    ["A='1\\'\nB=3", ['A=<1\\>', 'B=<3>']],
    ['A="open\nB=3', ['A=<"open>', 'B=<3>']],
    ['A.b-c_1=2', ['A.b-c_1=<2>']],
    ['A', []],
    ['A B=1', []],
    ['=1', []],
    ['A\nB=1', ['B=<1>']],
    ['A=1\nA=2', ['A=<1>', 'A=<2>']],
  ])('%j', (text, expected) => {
    expect(variables(text)).toEqual(expected);
  });

  test('a text is read once', () => {
    const source = { path: '.env', text: 'A=1' };
    expect(writtenVariables(source)).toBe(writtenVariables(source));
  });
});

describe('pairs of a configuration', () => {
  test.each<[string, readonly string[]]>([
    ['password = a b ', ['password=<a b>']],
    ['password: a, user: b', ['password=<a>', 'user=<b>']],
    ['{"password": "a\\"b", "n": 5}', ['password=<"a\\"b">', 'n=<5>']],
    ["conf['password'] = 'a'", ['password=<"a">']],
    ['define("DB_PASSWORD"): x', ['DB_PASSWORD=<x>']],
    ['a.b-c_9=1', ['a.b-c_9=<1>']],
    ['a == b', []],
    ['a => b', []],
    ['a := b', []],
    ['http://x', []],
    ["PASSWORD :'name'", []],
    ['PASSWORD :"name"', []],
    ['PASSWORD : "name"', ['PASSWORD=<"name">']],
    ["PASSWORD='name'", ['PASSWORD=<"name">']],
    ['a="open\nb=2', ['a=<"open">', 'b=<2>']],
    ['a="open', ['a=<"open">']],
    ['a=1\rb=2', ['a=<1>', 'b=<2>']],
    ['a=', ['a=<>']],
    ['=a', []],
    [`${'a'.repeat(150)}=1`, [`${'a'.repeat(100)}=<1>`]],
  ])('%j', (text, expected) => {
    const found = [...assignmentsIn(text, CONFIGURATION_SYNTAX)];
    const told = found.map(({ name, quoted, start, end }) => {
      const value = text.slice(start, end);
      return `${name}=<${quoted ? `"${value}"` : value}>`;
    });
    expect(told).toEqual(expected);
  });
});

test.each<[string, readonly string[]]>([
  ['host=db password=x', ['db', 'x']],
  ['redis:6379,password=x,ssl=y', ['x', 'y']],
  ['a=1&b=2\tc=3', ['1', '2', '3']],
  ['Server=a b,c;Password=d e', ['a b,c', 'd e']],
])('values in the connection string %j', (text, expected) => {
  const found = [...assignmentsIn(text, connectionStringSyntax(text))];
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

describe('of spans that overlap', () => {
  const span = (start: number, end: number): Span => ({ start, end, form: 'value', what: '', class: 'password' });
  const kept = (...spans: readonly (readonly [number, number])[]) =>
    withoutOverlaps(spans.map(([start, end]) => span(start, end))).map(({ start, end }) => [start, end]);

  test('the one that came first stays', () => {
    expect(kept([4, 8], [0, 5])).toEqual([[4, 8]]);
    expect(kept([0, 5], [4, 8])).toEqual([[0, 5]]);
    expect(kept([2, 3], [2, 9])).toEqual([[2, 3]]);
  });

  test('those that touch both stay, in the order of the text', () => {
    expect(kept([5, 8], [0, 5])).toEqual([
      [0, 5],
      [5, 8],
    ]);
  });

  test('an empty one is none', () => {
    expect(kept([3, 3], [0, 5])).toEqual([[0, 5]]);
  });
});
