import { COMMAND_NAMES, MANY_PROJECTS } from '../../src/cli/command-names.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

const help = async (...argv: string[]) => (await run([...argv, '--help'], { cwd: ROOT })).stdout;

test('the overview has every command', async () => {
  const text = await help();
  for (const { name, summary } of COMMANDS)
    expect(text).toMatch(new RegExp(`^ {2}${name} +${summary.slice(0, 20)}`, 'm'));
});

test.each(COMMANDS)('the help of $name has every option and choice', async ({ name, options }) => {
  const text = await help(name);
  expect(text).toMatch(new RegExp(`^Usage: bulkhead ${name}\\b`));
  for (const option of options) {
    expect(text).toContain(`--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`);
    for (const choice of option.choices ?? []) expect(text).toContain(choice);
  }
});

test('what is known before the commands are loaded is true of them', () => {
  expect(COMMANDS.map(({ name }) => name)).toEqual(COMMAND_NAMES);
  const spelled = COMMANDS.flatMap(({ options }) => options).flatMap(({ name, short }) => [`--${name}`, `-${short}`]);
  expect(spelled).toEqual(expect.arrayContaining([...MANY_PROJECTS]));
});

test('every command does something', async () => {
  for (const { load } of COMMANDS) expect(typeof (await load())).toBe('function');
});
