/** What is remembered of directories never says more than was seen of them. */
import type { DiskHost } from '../../src/run/disk';
import { rememberingEntries } from '../../src/run/listed';

function hostOf(names: readonly string[]) {
  const asked: string[] = [];
  const host: DiskHost = {
    env: {},
    readFile: () => ({ ok: false, reason: 'no such file or directory' }),
    stat: (file) => {
      asked.push(file);
      return 'file';
    },
    list: () => names,
    entries: () => names.map((name) => ({ name, kind: 'file' as const })),
  };
  return { host: rememberingEntries(host), asked };
}

test('of a directory that was not asked for nothing is known', () => {
  const { host, asked } = hostOf(['compose.yaml']);
  expect(host.stat('/project/.env')).toBe('file');
  expect(asked).toEqual(['/project/.env']);
});

test('what was not among the entries is not there', () => {
  const { host, asked } = hostOf(['compose.yaml']);
  host.entries('/project');
  expect(['/project/.env', '/project/compose.yml'].map(host.stat)).toEqual([undefined, undefined]);
  expect(asked).toEqual([]);
  expect(host.stat('/project/compose.yaml')).toBe('file');
  expect(host.stat('/project/below/.env')).toBe('file');
});

test.each([
  ['the case may not matter to the disk', ['Compose.YAML'], 'compose.yaml'],
  ['nor which letter it is', ['compo\u017fe.yaml'], 'compose.yaml'],
  ['nor a dot at the end', ['compose.yaml'], 'x.'],
  ['nor how a letter is written', ['cafe\u0301.yaml'], 'caf\u00e9.yaml'],
  ['the directory itself', ['compose.yaml'], '.'],
  ['the directory above', ['compose.yaml'], '..'],
  ['a directory that cannot be read, or is empty', [], '.env'],
  ['a large directory', Array.from({ length: 1_001 }, (_, index) => `file-${index}`), '.env'],
])('%s', (_, names, name) => {
  const { host, asked } = hostOf(names);
  host.entries('/project');
  expect(host.stat(`/project/${name}`)).toBe('file');
  expect(asked).toEqual([`/project/${name}`]);
});
