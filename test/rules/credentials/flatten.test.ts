import { flattenTemplate, UNKNOWN } from '../../../src/rules/credentials/flatten';

const U = UNKNOWN;

describe('a value where no variable is set', () => {
  test.each([
    ['plain', 'plain'],
    ['a$$b', 'a$b'],
    [`\${A}`, U],
    ['$A/$B', `${U}/${U}`],
    [`\${A:-x}`, 'x'],
    [`\${A-x}`, 'x'],
    [`\${A:-\${B:-y}}`, 'y'],
    [`\${A:-\${B}}`, U],
    [`\${A:?say \${B:-what}}!`, `${U}!`],
    [`\${A:+x}`, 'x'],
    [`\${A:-}`, ''],
    [`\${A`, `\${A`],
    ['$1', '$1'],
  ])('%s', (raw, text) => {
    expect(flattenTemplate(raw).text).toBe(text);
  });

  test('a unit knows where it was written, and whether it is a default', () => {
    const { text, originOf, isDefault } = flattenTemplate(`u:\${P:-pw}@`);
    expect(text).toBe('u:pw@');
    const indices = Array.from(text, (_, index) => index);
    expect(indices.map(originOf)).toEqual([0, 1, 7, 8, 10]);
    expect(indices.map(isDefault)).toEqual([false, false, true, true, false]);
  });
});
