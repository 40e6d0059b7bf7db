/** A table says what a map would, however often it is asked. */
import fc from 'fast-check';
import { lookupIn, textTable } from '../../src/source/text-table';

const texts = fc.string({ maxLength: 3 }).filter((text) => !/[\t\n]/.test(text));

test('it has what was put into it, and nothing else', () => {
  const rows = fc.uniqueArray(fc.tuple(texts, texts), { selector: ([key]) => key });
  fc.assert(
    fc.property(
      rows,
      fc.array(fc.oneof(texts, fc.constantFrom('\n', '\t', 'a\tb', 'a\nb')), { minLength: 150 }),
      (pairs, keys) => {
        const map = new Map(pairs);
        const lookUp = lookupIn(textTable(pairs));
        for (const key of [...keys, ...map.keys()]) expect(lookUp(key)).toBe(map.get(key));
      },
    ),
  );
});
