/** The quick reader of plain texts: what it reads, it reads as the full reader does; whatever else there is, it leaves alone. */
import fc from 'fast-check';
import { readFullYaml } from '../../src/source/full-yaml.js';
import { readPlainYaml } from '../../src/source/plain-yaml.js';
import { DEFAULT_YAML_LIMITS } from '../../src/source/yaml.js';

const LIMITS = DEFAULT_YAML_LIMITS;

/** Both readings of a text; `plain` is `undefined` where the quick reader gave up. */
function bothOf(text: string) {
  const source = { path: 'compose.yaml', text };
  return { plain: readPlainYaml(source, LIMITS), full: readFullYaml(source, LIMITS) };
}

const PLAIN: Readonly<Record<string, string>> = {
  'mappings in mappings': 'services:\n  web:\n    image: nginx\n  db:\n    image: postgres:17\n',
  'lists further in, and lists no further in': 'a:\n  - x\n  - y\nb:\n- x\n- y\nc: z\n',
  'mappings in lists': 'ports:\n  - target: 80\n    published: "8080"\n  -   target: 81\n      mode: host\n',
  'values that are left out': 'volumes:\n  data:\n  logs: # later\n\n  cache :\nnetworks:',
  'types of plain scalars': 'a: 010\nb: 1_000\nc: yes\nd: true\ne: ~\nf: 22:22\ng: 2001-12-14\nh: 1e3\ni: -0\nj: .5\n',
  'keys that are no strings': '1: a\ntrue: b\nnull: c\n1.5: d\n',
  quotes: `"a": 'it''s'\n'b': "say \\"hi\\"\\n\\\\"\nc: ""\nd: '' # none\n`,
  'braces in one line': 'a: {b: c, "d": \'e\', 1: 2}\nf: { g: [h, {i: j}] }\nk: [[l], {}]\n',
  'brackets in one line': 'a: []\nb: [ ]\nc: [x, "y", \'z\', 1, -f, http://h:80/p, a b]\nd: {}\ne: { }\n',
  'commas before the closing bracket': 'a: [x, y, ]\nb: {c: d, }\ne: [[f, ] , {g: h ,},]\n',
  'braces around it all': '# first\n{ a: { b: [c, "d", ] }, "e": 1 } # last\n',
  comments: '# first\na: b # c\n  # further in\nd: e#f\n#last',
  'literal blocks': 'a: |\n  one\n    two\n\n  three \n\nb: |-\n  x\nc: d\n',
  'folded blocks without further structure': 'a: >\n  one\n  two\nb: >-\n  three\n  four\n',
  'blocks in lists': 'a:\n  - |\n    x\n    y\n  - z\n',
  'CRLF line ends': 'a: b\r\nc:\r\n  - d # e\r\n  - f\r\n\r\n',
  'a marker before the document': '---\na: b\n',
  'a marker with a comment': '--- # here\na: b\n',
  'names of objects': '__proto__: a\nconstructor: b\n',
  'special characters within scalars': 'a: x-y?z!\nb: a{b}c\nc: $V/${W:-x}\nd: a&b*c\ne: -x\nf: =\n',
  'spaces at line ends': 'a: b  \nc:  \n  d: e \n',
};

describe('plain texts', () => {
  test.each(Object.entries(PLAIN))('%s', (_, text) => {
    const { plain, full } = bothOf(text);
    expect(full.problems).toEqual([]);
    expect(plain).toBeDefined();
    expect(full.documents).toEqual([{ root: plain, tags: [] }]);
  });
});

const NOT_PLAIN: Readonly<Record<string, string>> = {
  'no text': '',
  'comments alone': '# a\n',
  'a scalar alone': 'a\n',
  'a list at the top': '- a\n',
  anchors: 'a: &x b\n',
  aliases: 'a: *x\n',
  'merge keys': 'a:\n  <<: b\n',
  tags: 'a: !reset b\n',
  directives: '%YAML 1.1\n---\na: b\n',
  'a further document': 'a: b\n---\nc: d\n',
  'the end of a document': 'a: b\n...\n',
  'a marker that looks like a key': '--- a: b\n',
  'two keys of one name': 'a: b\n"a": c\n',
  'explicit keys': '? a\n: b\n',
  'scalars over several lines': 'a: b\n  c\n',
  'quotes over several lines': 'a: "b\n  c"\n',
  'brackets over several lines': 'a: [b,\n  c]\n',
  'values left out in braces': 'a: {b, c: d}\n',
  'keys without a space in braces': 'a: {"b":c}\n',
  'a merge in braces': 'a: {<<: b}\n',
  'two keys of one name in braces': 'a: {b: c, b: d}\n',
  'pairs in brackets': 'a: [b: c]\n',
  'a dash alone in brackets': 'a: [-]\n',
  'a comma too many': 'a: [b, , c]\n',
  'something behind the braces around it all': '{ a: b } c\n',
  'something below the braces around it all': '{ a: b }\nc: d\n',
  'lists in lists': 'a:\n  - - b\n',
  'items that are left out': 'a:\n  -\n  - b\n',
  'a scalar below its key': 'a:\n  b\n',
  'further escapes': 'a: "\\u0041"\n',
  tabs: 'a:\tb\n',
  'a byte order mark': '\ufeffa: b\n',
  'carriage returns alone': 'a: b\rc: d\n',
  'further line breaks': 'a: b\u2028\n',
  'control characters': 'a: b\u0001\n',
  'wrong indentation': 'a:\n    b: c\n  d: e\n',
  'a key after a list that is no further in': 'a:\n  - b\n  c: d\n',
  'a mapping in the line of a key': 'a: b: c\n',
  'a list in the line of a key': 'a: - b\n',
  'text behind a quote': 'a: "b" c\n',
  'blocks that begin blank': 'a: |\n\n  b\n',
  'blocks of a given indentation': 'a: |2\n  b\n',
  'blocks that keep what follows': 'a: |+\n  b\n\n',
  'blocks at the end of the file': 'a: |\n  b',
  'empty blocks': 'a: |\nb: c\n',
  'folded blocks with paragraphs': 'a: >\n  b\n\n  c\n',
};

describe('what is left to the full reader', () => {
  test.each(Object.entries(NOT_PLAIN))('%s', (_, text) => {
    expect(bothOf(text).plain).toBeUndefined();
  });

  test('more nodes than allowed, or deeper ones', () => {
    const source = { path: 'compose.yaml', text: 'a:\n  b:\n    c: d\n' };
    expect(readPlainYaml(source, { nodes: 6, depth: 3 })).toBeUndefined();
    expect(readPlainYaml(source, { nodes: 7, depth: 2 })).toBeUndefined();
    expect(readPlainYaml(source, { nodes: 7, depth: 3 })).toBeDefined();
  });
});

/** Pieces of YAML that meet in ways that nobody means. */
const PIECES = [
  ...[
    'a',
    'b',
    '1',
    'true',
    '~',
    'x y',
    '"q"',
    "'s'",
    '"a\\"b"',
    "'it''s'",
    '""',
    "''",
    '-1',
    '0x1f',
    '<<',
    '---',
    '...',
  ],
  ...[
    ':',
    ': ',
    ' :',
    '- ',
    '-',
    ' #',
    '#',
    '# c',
    ', ',
    '[',
    ']',
    '[]',
    '{}',
    '[x, y]',
    '{',
    '}',
    '|',
    '>',
    '|-',
    '>-',
  ],
  ...['\n', '\n', '\n', '\n  ', '\n  ', '\n    ', '\n - ', '\n- ', '\n\n', ' ', '  ', '\r\n', '\n#\n', '\n  # c\n'],
  ...[
    'a: ',
    'b: ',
    '\na: ',
    '\n  b: ',
    '\n  c:',
    '\nd:\n',
    '\n  - e',
    '\n    f: g',
    'a: |\n  x\n',
    'b: >-\n  y\n  z\n',
  ],
  ...['&a', '*a', '!t', '? ', '%', '@', '`', '\\', '\t', '\r', '\u0085', '\u2028', '\ufeff', 'é', '=', '$', '.'],
];

test('whatever is read plainly is read alike by the full reader, without a complaint', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
      const { plain, full } = bothOf(pieces.join(''));
      if (plain) expect(full).toEqual({ documents: [{ root: plain, tags: [] }], problems: [] });
    }),
    { numRuns: 5000 },
  );
});
