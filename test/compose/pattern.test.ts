import { compilePatterns, step } from '../../src/compose/pattern.js';

const patterns = compilePatterns([
  ['services.*', 'service'],
  ['services.*.ports.[]', 'port'],
  ['services.*.ports.[].target', 'target'],
  ['services.special.image', 'special image'],
  ['services.*.image', 'image'],
  ['volumes.*', 'volume'],
]);

const valueAt = (...path: readonly (string | number)[]) =>
  path.reduce<ReturnType<typeof step<string>>>((node, key) => step(node, key), patterns)?.value;

test.each([
  [['services'], undefined],
  [['services', 'a'], 'service'],
  [['services', 'special'], 'service'],
  [['services', 'a', 'image'], 'image'],
  [['services', 'special', 'image'], 'special image'],
  [['services', 'special', 'ports', 3], 'port'],
  [['services', 'a', 'ports', 0, 'target'], 'target'],
  [['services', 'a', 'ports', 'key'], undefined],
  [['services', '*', 'image'], 'image'],
  [['services', '__proto__'], 'service'],
  [['services', 'a.image'], 'service'],
  [['volumes', 0], 'volume'],
  [['elsewhere', 'a', 'image'], undefined],
])('%j has %s', (path, expected) => {
  expect(valueAt(...path)).toBe(expected);
});
