/** Diffs that the tools of the world apply: the text after is what `git apply` makes of the text before. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { maskedText, moved } from '../../src/fix/masked';
import { touchedLines, unifiedDiff, wholeFile } from '../../src/fix/unified-diff';
import { applyEdits, orderedEdits, type TextEdit } from '../../src/source/edits';
import { folderWith } from '../support/folder';

const line = fc.stringMatching(/^[a-c]{0,3}$/);
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, lineBreak, isEnded]) => lines.join(lineBreak) + (isEnded ? lineBreak : ''));

/** Edits never cut a CRLF in two. */
const edited = text.chain((before) =>
  fc
    .array(fc.tuple(fc.nat(before.length), fc.nat(12), fc.constantFrom('', 'x', 'x\ny', '\nz', 'y\n')), {
      maxLength: 4,
    })
    .map((drafts) => {
      const edits: TextEdit[] = [];
      for (const [start, length, replacement] of drafts) {
        const end = Math.min(before.length, start + length);
        const isCut = [start, end].some((at) => before.charAt(at) === '\n' && before.charAt(at - 1) === '\r');
        const edit = { at: { source: { path: 'f', text: before }, start, end }, text: replacement };
        if (!isCut && orderedEdits([...edits, edit])) edits.push(edit);
      }
      return { before, edits: orderedEdits(edits) ?? [] };
    }),
);

test('git makes the text after of the text before', () => {
  fc.assert(
    fc.property(edited, ({ before, edits }) => {
      const after = applyEdits(before, edits);
      fc.pre(after !== before && before !== '' && after !== '');
      const diff = unifiedDiff({ path: 'f', before, after }, touchedLines(before, edits));
      const folder = folderWith({ f: before, 'f.diff': diff });
      execFileSync('git', ['apply', '--whitespace=nowarn', 'f.diff'], { cwd: folder });
      expect(readFileSync(path.join(folder, 'f'), 'utf8')).toBe(after);
    }),
    { numRuns: 60 },
  );
});

test('a new file', () => {
  expect(unifiedDiff({ path: '.env.example', before: undefined, after: 'A=\nB=\n' }, wholeFile('A=\nB=\n'))).toBe(
    '--- /dev/null\n+++ b/.env.example\n@@ -0,0 +1,2 @@\n+A=\n+B=\n',
  );
});

test('what is not changed is not shown, and what is invisible is', () => {
  const source = { path: 'a\u001b[31m', text: 'one\ntwo\u202e\n' };
  const edits = [{ at: { source, start: 4, end: 7 }, text: 'three' }];
  const after = applyEdits(source.text, edits);
  const diff = unifiedDiff({ path: source.path, before: source.text, after }, touchedLines(source.text, edits));
  expect(diff).toContain('-two\\u{202e}\n+three\\u{202e}\n');
  expect(diff).not.toContain('\u001b');
});

test('secrets are hidden where they were, and where edits have moved them', () => {
  const source = { path: 'f', text: 'a: secret\nb: secret\nc: |\n  two\n  lines\n' };
  const range = (start: number, end: number) => ({ source, start, end });
  const secrets = [range(3, 9), range(13, 19), range(27, 38)];
  expect(maskedText(source.text, secrets)).toBe('a: •••\nb: •••\nc: |\n  •••\n  •••\n');
  const edits = [
    { at: range(3, 9), text: '${A:?}' },
    { at: range(10, 10), text: 'new: 1\n' },
  ];
  expect(maskedText(applyEdits(source.text, edits), moved(secrets, edits))).toBe(
    'a: ${A:?}\nnew: 1\nb: •••\nc: |\n  •••\n  •••\n',
  );
});
