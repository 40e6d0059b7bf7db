import { ignoreCommentsIn } from '../../../src/analysis/ignores/comments';
import { textOf } from '../../../src/source/text';
import { effortOf } from '../../support/effort';

function comments(text: string) {
  return ignoreCommentsIn({ path: 'compose.yaml', text }).map(({ scope, rules, reason, expires, line, at }) => {
    expect(rules.map((rule) => textOf(rule.at))).toEqual(rules.map(({ id }) => id));
    expect(textOf(reason.at)).toBe(reason.text);
    expect(textOf(at)).toMatch(/^bulkhead-ignore/);
    const until = expires === undefined ? '' : ` until ${expires}`;
    return `${scope} ${line} [${rules.map(({ id }) => id).join(' ')}]${until} ${reason.text}`;
  });
}

test.each([
  ['a: 1 # bulkhead-ignore[x] why', ['line 1 [x] why']],
  ['a: 1 #bulkhead-ignore[x]why', ['line 1 [x] why']],
  ['a: 1 # bulkhead-ignore [ x , y ] why not', ['line 1 [x y] why not']],
  ['a: 1 # bulkhead-ignore[x]: why', ['line 1 [x] why']],
  ['a: 1 # bulkhead-ignore[x] -- why', ['line 1 [x] why']],
  ['a: 1 # bulkhead-ignore[x]', ['line 1 [x] ']],
  ['a: 1 # bulkhead-ignore[]', ['line 1 [] ']],
  ['a: 1 # bulkhead-ignore', ['line 1 [] ']],
  ['a: 1 # bulkhead-ignore why', ['line 1 [] ']],
  ['a: 1 # bulkhead-ignore[x', ['line 1 [] ']],
  ['a: 1 # bulkhead-ignore[x] until 2027-01-31 why', ['line 1 [x] until 2027-01-31 why']],
  ['a: 1 # bulkhead-ignore[x] until then', ['line 1 [x] until then']],
  ['a: 1 # noqa # bulkhead-ignore[x] why', ['line 1 [x] why']],
  ['a: 1 # bulkhead-ignore[x] why # bulkhead-ignore[y] too', ['line 1 [x] why', 'line 1 [y] too']],
  ['# bulkhead-ignore[x] why\na: 1', ['line 2 [x] why']],
  ['# bulkhead-ignore[x] why\n# and more\n  # bulkhead-ignore[y] why\na: 1', ['line 4 [x] why', 'line 4 [y] why']],
  ['# bulkhead-ignore[x] why\n\na: 1', ['line 2 [x] why']],
  ['# bulkhead-ignore-file[x] why\na: 1', ['file 2 [x] why']],
  ['a: 1 # bulkhead-ignored[x] why', []],
  ['a: 1 # bulkhead-ignore-files[x] why', []],
  ['a: 1 # see bulkhead-ignore[x] why', []],
  ['a: "# bulkhead-ignore[x] why"', []],
  ['a: |\n  # bulkhead-ignore[x] why\n', []],
  ['a: 1 # bulkhead-ignore[x] why\r\nb: 2\r\n', ['line 1 [x] why']],
])('%j', (text, expected) => {
  expect(comments(text)).toEqual(expected);
});

test.each([
  ['many comments', '# bulkhead-ignore[x] why\n'.repeat(100_000)],
  ['many on one line', `a: 1 ${'# bulkhead-ignore[x] why '.repeat(100_000)}`],
  ['a long row of marks', `a: 1 ${'#'.repeat(1_000_000)} bulkhead-ignore`],
  ['much white space', `a: 1 #${' '.repeat(1_000_000)}x bulkhead-ignore`],
  ['many open brackets', `a: 1 # bulkhead-ignore${'['.repeat(1_000_000)}`],
])('hostile text takes no time: %s', (_, text) => {
  const effort = effortOf(() => {
    expect(ignoreCommentsIn({ path: 'compose.yaml', text }).length).toBeLessThanOrEqual(1000);
  });
  expect(effort).toBeLessThan(3000);
});
