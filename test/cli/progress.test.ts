/** The line about a long run: who sees it, when, and that nothing is left of it. */
import { folderWith } from '../support/folder.js';
import { run } from '../support/world.js';

const WEB = 'services:\n  web:\n    image: nginx:1.27\n';
const files = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`p${index}/compose.yaml`, WEB]));
const TERMINAL = { stderr: true, columns: 100 };
const CLEAR = '\r\u001b[K';

/** What the line said, one thing after the other. */
function shown(stderr: string): readonly string[] {
  const [before, ...texts] = stderr.split(CLEAR);
  expect(before).toBe('');
  return texts;
}

test('says how far it is, in one line, and takes that back', async () => {
  const { code, stdout, stderr } = await run(['check', '-r'], {
    cwd: folderWith(files),
    tick: 200,
    terminal: TERMINAL,
  });
  expect(stderr).not.toContain('\n');
  expect(shown(stderr)).toEqual([
    'bulkhead: 3 projects read',
    'bulkhead: 4 projects read',
    'bulkhead: 5 projects read',
    'bulkhead: 6 projects read',
    'bulkhead: 1 of 6 projects checked',
    'bulkhead: 2 of 6 projects checked',
    'bulkhead: 3 of 6 projects checked',
    'bulkhead: 4 of 6 projects checked',
    'bulkhead: 5 of 6 projects checked',
    'bulkhead: 6 of 6 projects checked',
    '',
  ]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^No findings/) });
});

test('does not write more often than anybody can read', async () => {
  const { stderr } = await run(['check', '-r'], { cwd: folderWith(files), tick: 60, terminal: TERMINAL });
  expect(shown(stderr)).toEqual(['bulkhead: 3 of 6 projects checked', 'bulkhead: 5 of 6 projects checked', '']);
});

test('keeps within the terminal', async () => {
  const { stderr } = await run(['check', '-r'], {
    cwd: folderWith(files),
    tick: 600,
    terminal: { ...TERMINAL, columns: 12 },
  });
  for (const text of shown(stderr)) expect(text.length).toBeLessThan(12);
});

test('is gone before an error is told', async () => {
  const cwd = folderWith({
    ...files,
    'p6/.env': 'COMPOSE_FILE=../far/base.yaml\n',
    'far/base.yaml': WEB,
    'far/bulkhead.yaml': 'nonsense: true\n',
  });
  const { code, stderr } = await run(['check', '-r'], { cwd, tick: 600, terminal: TERMINAL });
  expect(code).toBe(2);
  expect(shown(stderr).at(-1)).toMatch(/^bulkhead: far\/bulkhead\.yaml:1:1: /);
});

test.each<[string, readonly string[], Parameters<typeof run>[1]]>([
  ['of a short run', [], { cwd: '', tick: 10, terminal: TERMINAL }],
  ['where stderr is no terminal', [], { cwd: '', tick: 600, terminal: { stdout: true } }],
  ['in CI', [], { cwd: '', tick: 600, terminal: TERMINAL, env: { CI: 'true' } }],
  ['on a terminal that takes nothing back', [], { cwd: '', tick: 600, terminal: TERMINAL, env: { TERM: 'dumb' } }],
  ['where nobody wants it', ['--no-progress'], { cwd: '', tick: 600, terminal: TERMINAL }],
])('nothing of it %s', async (_, options, setting) => {
  const { stderr } = await run(['check', '-r', ...options], { ...setting, cwd: folderWith(files) });
  expect(stderr).toBe('');
});
