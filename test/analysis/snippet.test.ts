import fc from 'fast-check';
import type { Snippet } from '../../src/analysis/report.js';
import { snippetOf } from '../../src/analysis/snippet.js';
import type { Range } from '../../src/source/text.js';
import { regionOf } from '../../src/source/text.js';
import { effortOf } from '../support/effort';

/** `«…»` is the range, `‹…›` is secret; both are taken out of the text. */
function parse(annotated: string): { range: Range; secrets: readonly Range[] } {
  const source = { path: 'compose.yaml', text: annotated.replace(/[«»‹›]/g, '') };
  const offsets = (mark: string) =>
    Array.from(
      annotated.matchAll(new RegExp(mark, 'g')),
      ({ index }) => annotated.slice(0, index).replace(/[«»‹›]/g, '').length,
    );
  const [start = 0] = offsets('«');
  const [end = start] = offsets('»');
  const ends = offsets('›');
  return {
    range: { source, start, end },
    secrets: offsets('‹').map((from, index) => ({ source, start: from, end: ends[index] ?? from })),
  };
}

function snippet(annotated: string, context = 1): Snippet {
  const { range, secrets } = parse(annotated);
  return snippetOf(range, secrets, context);
}

/** The lines with `«»` around what is marked. */
function drawn({ startLine, lines, marked }: Snippet): string[] {
  return lines.map((line, index) => {
    const number = startLine + index;
    const end = number === marked.endLine ? marked.endColumn - 1 : line.length;
    const start = number === marked.startLine ? marked.startColumn - 1 : 0;
    let text = number === marked.endLine ? `${line.slice(0, end)}»${line.slice(end)}` : line;
    if (number === marked.startLine) text = `${text.slice(0, start)}«${text.slice(start)}`;
    return text;
  });
}

describe('lines', () => {
  test.each<[string, string, number, readonly string[]]>([
    ['its own and one on either side', 'a\nb\n«c»\nd\ne', 1, ['b', '«c»', 'd']],
    ['no more than there are', '«a»\nb', 3, ['«a»', 'b']],
    ['none for the line end at the end', 'a\n«b»\n', 1, ['a', '«b»']],
    ['a place behind the last line end', 'a\n«»', 1, ['a', '«»']],
    ['several of its own', 'a\nb «c\nd» e\nf', 0, ['b «c', 'd» e']],
    ['CRLF and CR', 'a\r\n«b»\rc', 1, ['a', '«b»', 'c']],
    ['an empty text', '«»', 1, ['«»']],
  ])('%s', (_, annotated, context, expected) => {
    expect(drawn(snippet(annotated, context))).toEqual(expected);
  });

  test('are numbered as in the file', () => {
    expect(snippet('a\nb\nc\n«d»\ne').startLine).toBe(3);
  });
});

describe('secrets', () => {
  test.each<[string, string, readonly string[]]>([
    ['the place itself', 'KEY: «‹hunter2›»', ['KEY: «•••»']],
    ['before the place', 'url://u:‹hunter2›@«host»/x', ['url://u:•••@«host»/x']],
    ['after the place', '«KEY»: ‹hunter2›', ['«KEY»: •••']],
    ['several on one line', '‹a›, «‹bb›», ‹ccccc›', ['•••, «•••», •••']],
    ['in the context', 'A: ‹hunter2›\n«B»: 1\nC: ‹hunter3›', ['A: •••', '«B»: 1', 'C: •••']],
    ['around the place', '‹ab«cd»ef›', ['«•••»']],
    ['partly the place', 'x«y‹z»z›z', ['x«y•••»z']],
    ['over several lines', 'k: «‹first\n    second\n    third›»\nz', ['k: «•••', '    •••', '    •••»', 'z']],
    ['over a blank line', 'k: «‹a\n\n  b›»', ['k: «•••', '', '  •••»']],
    ['of no width', 'k: «‹›»x', ['k: «»x']],
  ])('%s', (_, annotated, expected) => {
    expect(drawn(snippet(annotated))).toEqual(expected);
  });

  test('overlapping ones are one', () => {
    const source = { path: 'compose.yaml', text: 'k: abcdef' };
    const range = (start: number, end: number) => ({ source, start, end });
    expect(snippetOf(range(0, 1), [range(5, 9), range(3, 7)], 0).lines).toEqual(['k: •••']);
  });

  test('those of another file do not count', () => {
    const source = { path: 'a.yaml', text: 'k: v' };
    const secret = { source: { path: 'b.yaml', text: 'k: v' }, start: 3, end: 4 };
    expect(snippetOf({ source, start: 0, end: 1 }, [secret], 0).lines).toEqual(['k: v']);
  });
});

describe('what is too long', () => {
  const long = 'x'.repeat(1_000);

  test.each([
    ['the beginning is kept for a place there', `«ab»${long}`, /^«ab»x{318}…$/],
    ['the end for a place there', `${long}«ab»`, /^…x{318}«ab»$/],
    ['both sides of a place between', `${long}«ab»${long}`, /^…x{106}«ab»x{212}…$/],
    ['a long place is cut as well', `a: «${long}»`, /^«x{320}»?…»?$|^a: «x{317}…»$/],
  ])('%s', (_, annotated, expected) => {
    expect(drawn(snippet(annotated)).join('\n')).toMatch(expected);
  });

  test('a cut does not split a surrogate pair', () => {
    const lines = snippet(`x${'🐳'.repeat(500)}«ab»${'🐳'.repeat(500)}`).lines.join('');
    expect(lines).toMatch(/^…(?:🐳)+ab(?:🐳)+…$/u);
  });

  test('a secret that a cut goes through stays secret', () => {
    expect(drawn(snippet(`‹${'s'.repeat(500)}› «ab» ‹${'s'.repeat(500)}›`))).toEqual(['…••• «ab» •••']);
  });

  test('many lines of its own', () => {
    const { lines, marked } = snippet(`«${'line\n'.repeat(500)}»`);
    expect([lines.length, marked.startLine, marked.endLine]).toEqual([61, 1, 60]);
  });
});

test('no secret is ever shown, and the mark is always within the lines', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '🐳'), maxLength: 900 });
  fc.assert(
    fc.property(
      anything,
      anything,
      fc.array(fc.tuple(fc.nat(), fc.nat())),
      fc.nat(),
      fc.nat(),
      (before, after, cuts, from, to) => {
        const text = `${before}SECRET${after}SECRET`;
        const source = { path: 'compose.yaml', text };
        const within = (offset: number) => offset % (text.length + 1);
        const range = { source, start: Math.min(within(from), within(to)), end: Math.max(within(from), within(to)) };
        const hidden = (start: number, end: number) => ({ source, start, end });
        const secrets = [
          hidden(before.length, before.length + 6),
          hidden(text.length - 6, text.length),
          ...cuts.map(([a, b]) => hidden(Math.min(within(a), within(b)), Math.max(within(a), within(b)))),
        ];
        const { startLine, lines, marked } = snippetOf(range, secrets, 2);
        expect(lines.join('\n')).not.toMatch(/[SECRT]/);
        expect(startLine + lines.length - 1).toBeGreaterThanOrEqual(marked.endLine);
        expect(marked.startLine).toBe(regionOf(range).startLine);
        expect(marked.endColumn).toBeLessThanOrEqual((lines[marked.endLine - startLine] ?? '').length + 1);
        if (marked.startLine === marked.endLine) expect(marked.startColumn).toBeLessThanOrEqual(marked.endColumn);
      },
    ),
  );
});

test('a line with many secrets and many findings takes no more than its neighbourhood', () => {
  const text = 'p:abcdef,'.repeat(50_000);
  const source = { path: 'compose.yaml', text };
  const secrets = Array.from({ length: 50_000 }, (_, index) => ({ source, start: index * 9 + 2, end: index * 9 + 8 }));
  const effort = effortOf(() => {
    for (const secret of secrets) snippetOf(secret, secrets, 1);
  });
  expect(effort).toBeLessThan(10_000);
});
