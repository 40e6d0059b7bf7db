import { nearest } from '../../src/source/nearest.js';

const KEYS = ['image', 'ports', 'depends_on', 'environment', 'env_file', 'dns', 'uts'];

test.each([
  ['imgae', 'image'],
  ['Image', 'image'],
  ['depend_on', 'depends_on'],
  ['enviroment', 'environment'],
  ['env-file', 'env_file'],
  // Too far off to be meant, or too short to tell.
  ['command', undefined],
  ['up', undefined],
  ['', undefined],
  ['image'.repeat(100), undefined],
])('%p is nearest to %p', (word, expected) => {
  expect(nearest(word, KEYS)).toBe(expected);
});

test('the first of equally near words wins', () => {
  expect(nearest('bat', ['bar', 'cat'])).toBe('bar');
});
