import { repositoryOf } from '../../src/compose/repository';
import { memoryHost } from '../support/memory-host';

function takes(ignore: string, path: string, more: Readonly<Record<string, string>> = {}): boolean | undefined {
  const host = memoryHost({ '/repo/.git/HEAD': '', '/repo/.gitignore': ignore, [path]: '', ...more });
  return repositoryOf(host, '/repo').takes(path);
}

describe('what git takes along', () => {
  test.each([
    ['', '/repo/.env', true],
    ['.env\n', '/repo/.env', false],
    ['.env\n', '/repo/deploy/.env', false],
    ['/.env\n', '/repo/deploy/.env', true],
    ['*.env\n!example.env\n', '/repo/example.env', true],
    ['*.env\n!example.env\n', '/repo/db.env', false],
    ['secrets/\n', '/repo/secrets/db.txt', false],
    ['secrets/\n!secrets/db.txt\n', '/repo/secrets/db.txt', false],
    ['deploy/secrets\n', '/repo/deploy/secrets/db.txt', false],
    ['a/**/z.txt\n', '/repo/a/b/c/z.txt', false],
    ['**/z.txt\n', '/repo/a/z.txt', false],
    ['[.]env\n', '/repo/.env', false],
    ['.en?\n', '/repo/.env', false],
    ['# .env\n\\#x\n', '/repo/.env', true],
    ['.env   \n', '/repo/.env', false],
    ['file[0-9].txt', '/repo/file5.txt', false],
    ['file[!0-9].txt', '/repo/file5.txt', true],
  ])('%j and %s: %s', (ignore, path, expected) => {
    expect(takes(ignore, path)).toBe(expected);
  });

  test('an ignore file deeper down adds to those above', () => {
    expect(takes('', '/repo/deploy/.env', { '/repo/deploy/.gitignore': '.env' })).toBe(false);
    expect(takes('.env', '/repo/deploy/.env', { '/repo/deploy/.gitignore': '!.env' })).toBe(true);
  });

  test('nothing can be told where there is no repository', () => {
    expect(repositoryOf(memoryHost({ '/x/.env': '' }), '/x').takes('.env')).toBeUndefined();
  });

  test('a hostile pattern ends soon', () => {
    expect(takes(`${'*a'.repeat(400)}b`, `/repo/${'a'.repeat(5000)}`)).toBe(true);
  });
});
