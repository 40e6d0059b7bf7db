import fc from 'fast-check';
import type { Location } from '../../src/analysis/report.js';
import { type PrettyOptions, pretty } from '../../src/report/pretty.js';
import { cellsOf, widthOf } from '../../src/report/terminal/cells.js';
import { wrap } from '../../src/report/terminal/wrap.js';
import { expectCase } from '../support/golden.js';
import { hostileReport, hostileText } from '../support/hostile.js';
import { findingOf, locationOf, reportOf, SHOP_REPORT } from '../support/report.js';

/** `⟦label|text⟧` marks a place; the first is the primary one unless another is `⟦!label|text⟧`. */
function locationsIn(annotated: string, path = 'compose.yaml'): [Location, ...Location[]] {
  const places: { start: number; end: number; label: string; primary: boolean }[] = [];
  const open: { start: number; label: string; primary: boolean }[] = [];
  let text = '';
  for (const [token, , bang, label] of annotated.matchAll(/(⟦(!?)([^|]*)\||⟧|[^⟦⟧]+)/gs)) {
    if (token === '⟧') {
      const last = open.pop();
      if (last) places.push({ ...last, end: text.length });
    } else if (token.startsWith('⟦')) open.push({ start: text.length, label: label ?? '', primary: bang === '!' });
    else text += token;
  }
  places.sort((a, b) => Number(b.primary) - Number(a.primary) || a.start - b.start);
  const source = { path, text };
  const [first, ...rest] = places.map(({ start, end, label }) => locationOf({ source, start, end }, label));
  if (first === undefined) throw new Error('no place');
  return [first, ...rest];
}

/** The source lines and marks of a finding: what stands between its place and what follows the lines. */
function drawn(locations: [Location, ...Location[]], options: PrettyOptions = {}): string[] {
  const lines = pretty(reportOf({ findings: [findingOf({ message: 'm', locations })] }), options).split('\n');
  const start = lines.findIndex((line) => line.includes('-->'));
  return lines.slice(start, lines.indexOf('', start)).slice(2, -1);
}

describe('whole outputs', () => {
  test.each<[string, PrettyOptions]>([
    ['pretty.txt', {}],
    ['pretty-color.txt', { color: true }],
    ['pretty-narrow.txt', { width: 50 }],
    ['pretty-verbose.txt', { verbose: true }],
  ])('%s', (name, options) => {
    expectCase(`report/${name}`, pretty(SHOP_REPORT, options));
  });

  test('nothing found is one line that says what was analyzed', () => {
    expect(pretty(reportOf({}), {})).toBe('No findings · 1 project, 4 services, 1 file analyzed\n');
  });

  test('several projects', () => {
    const [finding] = SHOP_REPORT.findings;
    if (finding === undefined) throw new Error('no finding');
    const projects = ['shop', 'blog', 'idle'].map((name) => ({ name, files: [`${name}/compose.yaml`], services: 1 }));
    const findings = [
      { ...finding, project: 'blog' },
      { ...finding, project: 'shop' },
      { ...finding, project: 'blog' },
    ];
    const headings = pretty(reportOf({ projects, findings }), {}).match(/^\w+ · .*$/gm);
    expect(headings).toEqual(['blog · blog/compose.yaml · 1 service', 'shop · shop/compose.yaml · 1 service']);
  });

  test('many notes are folded unless asked for', () => {
    const notes = Array.from({ length: 8 }, (_, index) => ({ reason: `note ${index}`, file: 'compose.yaml' }));
    const report = reportOf({ notes });
    expect(pretty(report, {}).match(/^note: /gm)).toHaveLength(5);
    expect(pretty(report, {})).toContain('3 more notes; --verbose shows them');
    expect(pretty(report, { verbose: true }).match(/^note: /gm)).toHaveLength(8);
  });
});

test('a message is one line of text, advice may have several', () => {
  const [place] = locationsIn('a: ⟦here|1⟧');
  const finding = findingOf({ message: 'a\ncritical[b] c', advice: 'd:\n  e', locations: [place] });
  const output = pretty(reportOf({ findings: [finding] }), {});
  expect(output).toContain('high[missing-tier-separation] a\\ncritical[b] c\n');
  expect(output).toContain('  = help: d:\n            e\n');
});

describe('marks', () => {
  test.each<[string, string, readonly string[]]>([
    ['one', 'image: ⟦why|nginx⟧', ['1 | image: nginx', '  |        ^^^^^ why']],
    ['one without a label', 'image: ⟦|nginx⟧', ['1 | image: nginx', '  |        ^^^^^']],
    ['one of no width', 'image: ⟦here|⟧', ['1 | image: ', '  |        ^ here']],
    ['a primary and a related one', '⟦!a|x⟧: ⟦b|yy⟧', ['1 | x: yy', '  | ^  -- b', '  | |', '  | a']],
    [
      'three on a line',
      '[⟦one|aa⟧, ⟦!two|bb⟧, ⟦three|cc⟧]',
      ['1 | [aa, bb, cc]', '  |  --  ^^  -- three', '  |  |   |', '  |  |   two', '  |  one'],
    ],
    ['one within another', '⟦!outer|a⟦inner|b⟧c⟧', ['1 | abc', '  | ^^^ outer', '  |  |', '  |  inner']],
    ['two at one place', '⟦!a|⟦b|xx⟧⟧', ['1 | xx', '  | ^^ a', '  | |', '  | b']],
    [
      'wide characters',
      '数据: ⟦!a|数据⟧ ⟦b|x⟧',
      ['1 | 数据: 数据 x', '  |       ^^^^ - b', '  |       |', '  |       a'],
    ],
    ['emoji', '🐳🐳: ⟦a|👍🏽⟧', ['1 | 🐳🐳: 👍🏽', '  |       ^^ a']],
    ['combining characters', 'e\u0301e\u0301: ⟦a|x⟧', ['1 | e\u0301e\u0301: x', '  |     ^ a']],
    ['tabs', 'a:\t⟦a|x⟧\t⟦b|y⟧', ['1 | a:  x   y', '  |     ^   - b', '  |     |', '  |     a']],
    ['invisible characters', 'a\u202e: ⟦a|x\u001by⟧', ['1 | a\\u{202e}: x\\u{1b}y', '  |            ^^^^^^^^ a']],
    [
      'lines in order, the rest folded',
      'a: ⟦second|1⟧\nb: 2\nc: 3\nd: 4\ne: 5\nf: ⟦!first|6⟧\ng: 7',
      ['1 | a: 1', '  |    - second', '...', '5 | e: 5', '6 | f: 6', '  |    ^ first', '7 | g: 7'],
    ],
    ['small gaps shown', 'a: ⟦!x|1⟧\nb: 2\nc: ⟦y|3⟧', ['1 | a: 1', '  |    ^ x', '2 | b: 2', '3 | c: 3', '  |    - y']],
    [
      'over several lines',
      'a: ⟦it|b\n  c\n  d⟧\ne',
      ['1 | / a: b', '2 | |   c', '3 | |   d', '  | |___^ it', '4 |   e'],
    ],
    [
      'over many lines',
      `a: ⟦it|${Array.from({ length: 9 }, (_, index) => `\n  ${index}`).join('')}⟧`,
      [' 1 | / a: ', ' 2 | |   0', ' 3 | |   1', ' 4 | |   2', '...  |', ' 9 | |   7', '10 | |   8', '   | |___^ it'],
    ],
    ['with the line end', '⟦it|a: b\n⟧c', ['1 | a: b', '  | ^^^^ it', '2 | c']],
    [
      'over several lines, around another',
      '⟦it|a:\n  ⟦at|b⟧: c⟧',
      ['1 | / a:', '2 | |   b: c', '  | |   - at', '  | |______^ it'],
    ],
  ])('%s', (_, annotated, expected) => {
    expect(drawn(locationsIn(annotated))).toEqual(expected);
  });

  test('another file has lines of its own', () => {
    const [there] = locationsIn('z: ⟦there|9⟧', 'other.yaml');
    expect(drawn([...locationsIn('a: ⟦here|1⟧'), there])).toEqual([
      '1 | a: 1',
      '  |    ^ here',
      ' --> other.yaml:1:4',
      '  |',
      '1 | z: 9',
      '  |    - there',
    ]);
  });

  test('more places than fit are counted', () => {
    const [place] = locationsIn('a: ⟦here|1⟧');
    const output = pretty(reportOf({ findings: [findingOf({ locations: [place, ...Array(99).fill(place)] })] }), {});
    expect(output).toContain('= note: 87 more related places not shown');
  });
});

describe('long lines', () => {
  const width = 44;
  const x = 'x'.repeat(200);

  test.each<[string, string, readonly string[]]>([
    ['cut after the place', `⟦a|ab⟧${x}`, [`1 | ab${'x'.repeat(36)}…`, '  | ^^ a']],
    [
      'cut before the place',
      `${x}⟦a|ab⟧`,
      [`1 | …${'x'.repeat(36)}ab`, `  | ${' '.repeat(37)}^^`, `  | ${' '.repeat(37)}|`, `  | ${' '.repeat(37)}a`],
    ],
    [
      'cut on both sides',
      `${x}⟦a|ab⟧${x}`,
      [`1 | …${'x'.repeat(12)}ab${'x'.repeat(24)}…`, `  | ${' '.repeat(13)}^^ a`],
    ],
    ['two cuts of one line', `⟦!a|ab⟧${x}${x}⟦b|cd⟧`, [`1 | ab${'x'.repeat(36)}…`, '  | ^^ a']],
  ])('%s', (_, annotated, expected) => {
    expect(drawn(locationsIn(annotated), { width }).slice(0, expected.length)).toEqual(expected);
  });

  test('no line of source, mark or label is wider than the terminal', () => {
    const labels = fc.string({ unit: fc.constantFrom('a', ' ', '数'), maxLength: 30 });
    const places = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), labels), { minLength: 1, maxLength: 5 });
    const texts = fc.string({ unit: fc.constantFrom('a', ' ', '数', '\n', '\t', '\u001b'), maxLength: 400 });
    fc.assert(
      fc.property(texts, places, fc.integer({ min: 40, max: 120 }), (text, drafts, columns) => {
        const source = { path: 'compose.yaml', text };
        const [first, ...rest] = drafts.map(([at, length, label]) => {
          const start = at % (text.length + 1);
          return locationOf({ source, start, end: Math.min(text.length, start + length) }, label);
        });
        if (first === undefined) return;
        for (const line of drawn([first, ...rest], { width: columns }))
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('color', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const ansi = /\u001b\[\d+m/g;

  test('changes nothing but color', () => {
    fc.assert(
      fc.property(hostileReport, fc.boolean(), (report, insideActions) => {
        expect(pretty(report, { color: true, insideActions }).replace(ansi, '')).toBe(
          pretty(report, { insideActions }),
        );
      }),
    );
  });

  test('what is shown cannot switch it', () => {
    expect(pretty(SHOP_REPORT, { color: false })).not.toMatch(ansi);
  });
});

describe('cells', () => {
  test('cover the text, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, insideActions) => {
        const cells = cellsOf(text, insideActions);
        expect(cells.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
    );
  });
});

describe('wrap', () => {
  test.each<[string, string, number, number, readonly string[]]>([
    ['fits', 'a b c', 10, 10, ['a b c']],
    ['breaks at blanks', 'aa bb cc', 5, 5, ['aa bb', 'cc']],
    ['has less room on the first line', 'aa bb cc', 8, 4, ['aa', 'bb cc']],
    ['keeps the indentation', '  aa bb', 5, 5, ['  aa', '  bb']],
    ['leaves long words whole', 'aaaaaaaa b', 3, 3, ['aaaaaaaa', 'b']],
    ['counts wide characters twice', '数据 数据', 8, 8, ['数据', '数据']],
    ['knows nothing to do', '', 5, 5, ['']],
  ])('%s', (_, text, width, first, expected) => {
    expect(wrap(text, width, first)).toEqual(expected);
  });
});
