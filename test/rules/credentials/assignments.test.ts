/** Pairs of a name and a value in connection strings and configuration files: `name=[value]`, in quotes where it stands in quotes. */
import {
  type AssignmentSyntax,
  assignmentsIn,
  CONFIGURATION_SYNTAX,
  connectionStringSyntax,
} from '../../../src/rules/credentials/assignments';

function pairs(text: string, syntax: AssignmentSyntax): readonly string[] {
  return Array.from(assignmentsIn(text, syntax), ({ name, start, end, quoted }) => {
    const value = text.slice(start, end);
    return `${name}=${quoted ? JSON.stringify(value) : `[${value}]`}`;
  });
}

test.each<[string, readonly string[]]>([
  ['Server=db;Password=a b,c ; Encrypt=no', ['Server=[db]', 'Password=[a b,c]', 'Encrypt=[no]']],
  ['host=db password=x\tuser=y', ['host=[db]', 'password=[x]', 'user=[y]']],
  ['redis:6379,password=x&ssl=no', ['password=[x]', 'ssl=[no]']],
  ['a="x;y";b=\'z\'', ['a="x;y"', 'b="z"']],
  ['a = x', ['a=[x]']],
  ['a=', ['a=[]']],
  ['=x', []],
  ['a==x', []],
  ['a=>x', []],
  ['a:x', []],
  ['a.b-c_d9=x', ['a.b-c_d9=[x]']],
  ['User Id=sa;x', ['Id=[sa]']],
  ['a=x\nb=y\rc=z', ['a=[x]', 'b=[y]', 'c=[z]']],
  ['a="open', ['a="open"']],
  ['a="x\\"y" b=z', ['a="x\\\\\\"y"', 'b=[z]'].map((each) => each.replace('\\\\\\"', '\\\\\\"'))],
  ['a="one\ntwo"', ['a="one"']],
  [`${'n'.repeat(120)}=x`, [`${'n'.repeat(100)}=[x]`]],
  ['', []],
])('connection string: %j', (text, expected) => {
  expect(pairs(text, connectionStringSyntax(text))).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['{"host": "db", "password": "a,b"}', ['host="db"', 'password="a,b"']],
  ["{'pwd': 'x'}", ['pwd="x"']],
  ['password: x # why', ['password=[x # why]']],
  ['password: x, user: y', ['password=[x]', 'user=[y]']],
  ['{password: x}', ['password=[x]']],
  ['[password]: x', ['password=[x]']],
  ['config("password") = x', ['password=[x]']],
  ['url: http://x', ['url=[http://x]']],
  ['http://x', []],
  ['a := x', ['=[x]'].slice(1)],
  ["PASSWORD :'name'", []],
  ['PASSWORD :"name"', []],
  ["PASSWORD: 'name'", ['PASSWORD="name"']],
  ["PASSWORD:'name'", ['PASSWORD="name"']],
  ['a::b', []],
  ['a=x:y b', ['a=[x:y b]']],
  ['a=x\n  b : y', ['a=[x]', 'b=[y]']],
])('configuration: %j', (text, expected) => {
  expect(pairs(text, CONFIGURATION_SYNTAX)).toEqual(expected);
});
