/** Texts and paths as Go reads and writes them. */

import { clean, isWindowsAbsolute, join } from '../../src/compose/file-path.js';
import { compareBytes, goStringVerb, goTreeText } from '../../src/compose/go-tree-text.js';
import { isIpAddress } from '../../src/compose/ip-address.js';
import { treeOf } from '../support/trees.js';

test.each<[unknown, string, string]>([
  ['x', 'x', 'x'],
  [80, '80', '%!s(int=80)'],
  [null, '<nil>', '%!s(<nil>)'],
  [1e7 + 0.5, '1.00000005e+07', '%!s(float64=1.00000005e+07)'],
  [['a', 1, null], '[a 1 <nil>]', '[a %!s(int=1) <nil>]'],
  [{ b: true, a: 'x' }, 'map[a:x b:true]', 'map[a:x b:%!s(bool=true)]'],
])('%j is %s, or %s as a string', (value, text, verb) => {
  expect([goTreeText(treeOf(value)), goStringVerb(treeOf(value))]).toEqual([text, verb]);
});

test('texts are in the order of their bytes', () => {
  const texts = ['\u{1f600}', '\ufffd', 'b', 'ab', 'a', ''];
  expect(texts.sort(compareBytes)).toEqual(['', 'a', 'ab', 'b', '\ufffd', '\u{1f600}']);
});

test.each<[string, boolean]>([
  ['127.0.0.1', true],
  ['0.0.0.0', true],
  ['1.2.3', false],
  ['1.2.3.4.5', false],
  ['01.2.3.4', false],
  ['1.2.3.256', false],
  ['::', true],
  ['::1', true],
  ['fe80::1', true],
  ['fe80::1%eth0', false],
  ['1:2:3:4:5:6:7:8', true],
  ['1:2:3:4:5:6:7::8', false],
  ['1::2::3', false],
  [':::', false],
  ['::ffff:1.2.3.4', true],
  ['1.2.3.4::', false],
  ['::12345', false],
  ['localhost', false],
  ['', false],
])('whether "%s" is an IP address: %s', (text, is) => {
  expect(isIpAddress(text)).toBe(is);
});

test.each([
  ['', '.'],
  ['/', '/'],
  ['a//b/./c/', 'a/b/c'],
  ['/a/../../b', '/b'],
  ['../../a/..', '../..'],
])('the clean form of "%s" is "%s"', (path, expected) => {
  expect(clean(path)).toBe(expected);
});

test('joining ignores what is empty', () => {
  expect([join('', ''), join('', 'a'), join('/a', '', '../b')]).toEqual(['', 'a', '/b']);
});

test.each([
  ['C:\\x', true],
  ['c:/x', true],
  ['C:x', false],
  ['\\\\server\\share', true],
  ['\\x', false],
  ['/x', false],
  ['\\??\\c:\\x', true],
])('whether %s is absolute on Windows: %s', (path, is) => {
  expect(isWindowsAbsolute(path)).toBe(is);
});
