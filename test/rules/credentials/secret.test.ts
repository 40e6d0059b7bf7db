import { inspect } from 'node:util';
import { Secret } from '../../../src/rules/credentials/secret';

const secret = new Secret('hunter2');

test('a secret has no way to be printed', () => {
  expect(String(secret)).toBe('[secret]');
  expect(`${secret}`).toBe('[secret]');
  expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}');
  expect(inspect({ secret }, { depth: 9, showHidden: true })).not.toContain('hunter2');
  expect(JSON.stringify(Object.entries(secret))).not.toContain('hunter2');
  expect(JSON.stringify(Reflect.ownKeys(secret))).not.toContain('hunter2');
});

test('equal secrets are found together, in their order', () => {
  const items = [
    { name: 'a', secret: new Secret('x') },
    { name: 'b', secret: new Secret('y') },
    { name: 'c', secret: new Secret('x') },
  ];
  const groups = Secret.group(items, (item) => item.secret);
  expect(groups.map((group) => group.map((item) => item.name))).toEqual([['a', 'c'], ['b']]);
});
