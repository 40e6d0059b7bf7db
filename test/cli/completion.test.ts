/** What shells are told: bash is asked for completions, the others at least take the script. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { COMMANDS } from '../../src/cli/commands.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { RULES } from '../../src/rules/index.js';
import { folderWith } from '../support/folder.js';
import { ROOT } from '../support/shared.js';
import { run } from '../support/world.js';

async function script(shell: string): Promise<string> {
  return (await run(['completion', shell], { cwd: ROOT })).stdout;
}

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

const withBash = has('bash') ? describe : describe.skip;
const withFish = has('fish') ? describe : describe.skip;
const withZsh = has('zsh') ? test : test.skip;

const FILES = { 'compose.yaml': '', 'name with blanks.yaml': '', 'sub/compose.yaml': '' };
const NAMES = COMMANDS.map(({ name }) => name);
const optionsOf = (name: string) =>
  COMMANDS.find((command) => command.name === name)?.options.map((option) => `--${option.name}`) ?? [];

withBash('bash', () => {
  const complete = async (...words: string[]): Promise<readonly string[]> => {
    const asked = `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bulkhead; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const program = `${await script('bash')}\n${asked}`;
    const { stdout, stderr } = spawnSync('bash', ['-c', program, '-', 'bulkhead', ...words], {
      cwd: folderWith(FILES),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout.split('\n').filter(Boolean).sort();
  };

  test.each<[string[], readonly string[]]>([
    [[''], [...NAMES, 'help', ...Object.keys(FILES).filter((name) => !name.includes('/')), 'sub']],
    [['ch'], ['check']],
    [['--fo'], ['--format']],
    [['--vers'], ['--version']],
    [['check', '--'], optionsOf('check')],
    [['graph', '--'], optionsOf('graph')],
    [['check', '--format', ''], FORMAT_NAMES],
    [
      ['check', '--format', 'j'],
      ['json', 'junit'],
    ],
    [
      ['check', '--format', '=', 'j'],
      ['json', 'junit'],
    ],
    [['check', '--format', '='], FORMAT_NAMES],
    [['--fail-on', 'n'], ['never']],
    [['check', '--output', 's'], ['sarif=']],
    [['check', '--output', 'sarif', '=', 'comp'], ['compose.yaml']],
    [['check', '-f', 'name'], ['name with blanks.yaml']],
    [['check', '--project-directory', ''], ['sub']],
    [['check', 'sub/'], ['sub/compose.yaml']],
    [['check', '--project-name', ''], []],
    [['graph', '--format', 'm'], ['mermaid']],
    [['explain', 'plain'], ['plaintext-credentials']],
    [
      ['explain', ''],
      [...RULES.map(({ id }) => id), 'unused-ignore'],
    ],
    [
      ['completion', ''],
      ['bash', 'fish', 'zsh'],
    ],
    [['init', ''], []],
  ])('%j', async (words, expected) => {
    expect(await complete(...words)).toEqual([...expected].sort());
  });
});

withFish('fish', () => {
  const complete = async (line: string): Promise<readonly string[]> => {
    const program = `${await script('fish')}\ncomplete -C ${JSON.stringify(line)}`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', program], {
      cwd: folderWith(FILES),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((row) => row.split('\t')[0] ?? '')
      .sort();
  };

  test.each([
    ['bulkhead ch', ['check']],
    ['bulkhead check --format j', ['json', 'junit']],
    ['bulkhead --fail-on n', ['never']],
    ['bulkhead check -o sa', ['sarif=']],
    ['bulkhead explain plain', ['plaintext-credentials']],
    ['bulkhead completion ', ['bash', 'fish', 'zsh']],
    ['bulkhead check comp', ['compose.yaml']],
  ])('%s', async (line, expected) => {
    expect(await complete(line)).toEqual(expected);
  });
});

withZsh('zsh takes the script', async () => {
  const program = 'autoload -Uz compinit; compinit -u -D; source "$1"; print -r -- $_comps[bulkhead]';
  const file = path.join(folderWith({ _bulkhead: await script('zsh') }), '_bulkhead');
  const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', program, '-', file], { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['_bulkhead\n', '']);
});

test.each(['bash', 'zsh', 'fish'])('%s: every command and option is in the script', async (shell) => {
  const text = await script(shell);
  for (const { name, options } of COMMANDS) {
    expect(text).toMatch(new RegExp(`\\b${name}\\b`));
    for (const option of options) {
      expect(text).toMatch(new RegExp(shell === 'fish' ? `-l ${option.name}\\b` : `--${option.name}\\b`));
      for (const choice of option.choices ?? []) expect(text).toMatch(new RegExp(`\\b${choice}\\b`));
    }
  }
});

test('a shell that is none', async () => {
  expect(await run(['completion', 'tcsh'], { cwd: ROOT })).toMatchObject({ code: 2, stdout: '' });
  expect(await run(['completion'], { cwd: ROOT })).toMatchObject({ code: 2, stdout: '' });
});
