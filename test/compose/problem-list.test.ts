/** Problems, each once, and of each kind no more than the limit. */
import type { ProblemKind } from '../../src/compose/problem';
import { createProblemList } from '../../src/compose/problem-list';
import { limitsWith } from '../../src/source/limits';

const source = { path: 'compose.yaml', text: '0123456789' };
const problem = (kind: ProblemKind, start: number) => ({
  kind,
  message: `${kind} ${start}`,
  at: { source, start, end: start + 1 },
});

test('no kind takes the room of another', () => {
  const list = createProblemList(limitsWith({ problems: 2 }));
  for (const start of [0, 1, 1, 2, 3]) list.add(problem('note', start));
  expect(list.hasRefusal()).toBe(false);
  for (const start of [4, 5]) list.add(problem('refusal', start));
  list.add(problem('unseen', 6));
  expect(list.hasRefusal()).toBe(true);
  expect(list.all().map(({ message, at }) => [message, at?.start])).toEqual([
    ['note 0', 0],
    ['note 1', 1],
    ['more than 2 problems: the others are left out (--limit problems=2)', 2],
    ['refusal 4', 4],
    ['refusal 5', 5],
    ['unseen 6', 6],
  ]);
  expect(list.isRefused({ source, start: 5, end: 6 })).toBe(true);
});
