import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../src/rules/index.js';
import { gradingOf } from '../../src/rules/severity.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

const explain = async (...argv: string[]) => run(['explain', ...argv], { cwd: ROOT });
const IDS = [...RULES.map(({ id }) => id), 'unused-ignore'];

test('without a rule, a line for each', async () => {
  const { code, stdout } = await explain();
  expect(code).toBe(0);
  expect(
    stdout
      .split('\n')
      .slice(0, IDS.length)
      .map((line) => line.split(' ')[0]),
  ).toEqual(IDS);
  expect(JSON.parse((await explain('--format', 'json')).stdout).map(({ id }: { id: string }) => id)).toEqual(IDS);
  expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain((await explain('--format', 'markdown')).stdout);
});

test.each(IDS)('%s', async (id) => {
  const { code, stdout } = await explain(id);
  expect(code).toBe(0);
  for (const heading of [
    'Why',
    'How to fix',
    'Bad',
    'Good',
    'How severity and confidence are derived',
    'When to suppress',
    'References',
  ]) {
    expect(stdout).toMatch(new RegExp(`^${heading}$`, 'm'));
  }
  expect(stdout).toMatch(/^ {2}compose\.yaml:\d+:\d+: ./m);
  expect(stdout).toContain(`# bulkhead-ignore[${id}]`);
  const page = readFileSync(path.join(ROOT, `docs/rules/${id}.md`), 'utf8');
  expect(page).toContain((await explain(id, '--format', 'markdown')).stdout);
  expect(JSON.parse((await explain(id, '--format', 'json')).stdout)).toMatchObject({ id, why: expect.any(String) });
});

test('a rule that is none', async () => {
  const { code, stdout, stderr } = await explain('plain-credentials');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe("bulkhead: there is no rule 'plain-credentials'\n  Did you mean 'plaintext-credentials'?\n");
  expect((await explain('a', 'b')).code).toBe(2);
});

test('colour on demand', async () => {
  expect((await explain('unused-ignore', '--color', 'always')).stdout).toContain('\u001b[1munused-ignore');
  expect((await explain('unused-ignore')).stdout).not.toContain('\u001b');
});

describe('how a severity came about', () => {
  test('is a table with the words that it is looked up by, and the case of the example', async () => {
    const { stdout } = await explain('shared-tier-network');
    expect(stdout).toContain('[outside x crossing x data x high evidence = high]');
    expect(stdout).toMatch(/^ {4}attacker +path +target +high evidence +medium evidence +low evidence$/m);
    expect(stdout).toMatch(/^ {4}machine +crossing +data +medium +medium +low \(pedantic\)$/m);
    expect(stdout).toMatch(/^ {2}path crossing: through a service/m);
  });

  test('is told of every rule about reach, in every format', async () => {
    for (const { id, scale } of RULES) {
      const { grading } = JSON.parse((await explain(id, '--format', 'json')).stdout);
      expect(grading).toEqual(scale && gradingOf(scale));
      const { stdout } = await explain(id, '--format', 'markdown');
      for (const { meaning } of grading?.terms ?? []) expect(stdout).toContain(`: ${meaning}`);
      expect(stdout.includes('Not looked up')).toBe(scale === undefined);
    }
  });

  test('holds the severity that lists show', () => {
    for (const { scale, severity } of RULES) {
      const grades = scale && gradingOf(scale).grades.flat();
      if (grades) expect(grades.map((grade) => grade.severity)).toContain(severity);
    }
  });
});
