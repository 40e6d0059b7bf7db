import { flattenTemplate, literal, tailOf, UNKNOWN } from '../../../src/rules/credentials/flatten';

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
    ['$', '$'],
    ['a$', 'a$'],
    ['$A1_b-c', `${U}-c`],
    ['$_', U],
    ['${1}', '${1}'],
    ['${A:=x}', '${A:=x}'],
    ['${A B}', '${A B}'],
    ['${A:?x}${B-y}', `${U}y`],
    ['${A?x}b', `${U}b`],
    ['${A:?${B:?c}d}e', `${U}e`],
    ['${A+x}', 'x'],
    ['${A-$$x}', '$x'],
    ['${A:?$$x}', U],
    ['${A:?$B}c', `${U}c`],
    ['}a}', '}a}'],
    ['${A:-x}}', 'x}'],
    ['$${A}', '${A}'],
  ])('%s', (raw, text) => {
    expect(flattenTemplate(raw).text).toBe(text);
  });

  test('a unit knows where it was written, and whether it is a default', () => {
    const { text, originOf, isDefault } = flattenTemplate(`u:\${P:-pw}@`);
    expect(text).toBe('u:pw@');
    const indices = Array.from(text, (_, index) => index);
    expect(indices.map(originOf)).toEqual([0, 1, 7, 8, 10]);
    expect(indices.map(isDefault)).toEqual([false, false, true, true, false]);
    expect([originOf(99), isDefault(99)]).toEqual([0, false]);
  });

  test('what is not known stands where its variable begins', () => {
    const { text, originOf, isDefault } = flattenTemplate('a$$b${C}$D');
    const indices = Array.from(text, (_, index) => index);
    expect(text).toBe(`a$b${U}${U}`);
    expect(indices.map(originOf)).toEqual([0, 1, 3, 4, 8]);
    expect(indices.some(isDefault)).toBe(false);
  });

  test('a default within a default is one, too, and what follows is none', () => {
    const { text, isDefault } = flattenTemplate('${A:-x${B:-y}z}w');
    expect(Array.from(text, (unit, index) => unit + (isDefault(index) ? '+' : '')).join(' ')).toBe('x+ y+ z+ w');
  });

  test('the tail of a value knows the places of the whole', () => {
    const { text, originOf, isDefault } = tailOf(flattenTemplate('KEY=${P:-pw}'), 4);
    expect(text).toBe('pw');
    expect([originOf(0), originOf(1), isDefault(0)]).toEqual([9, 10, true]);
  });

  test('a text without variables is as it is written', () => {
    const { text, originOf, isDefault } = literal('a$$b');
    expect([text, originOf(3), isDefault(3)]).toEqual(['a$$b', 3, false]);
  });
});
