/** A table says what a map would, however often it is asked. */
import fc from 'fast-check';
import { lineAt, lookupIn, textTable } from '../../src/source/text-table';

const texts = fc.string({ maxLength: 3 }).filter((text) => !/[\t\n]/.test(text));

test('it has what was put into it, and nothing else', () => {
  const lines = fc.array(fc.record({ keys: fc.array(texts, { maxLength: 3 }), value: texts }));
  const asked = fc.array(fc.oneof(texts, fc.constantFrom('\n', '\t', 'a\tb', 'a\nb')), { minLength: 150 });
  fc.assert(
    fc.property(lines, asked, (all, keys) => {
      const table = textTable(all);
      const lookUp = lookupIn(table);
      const said = (key: string) => {
        const start = lookUp(key);
        return start === undefined ? undefined : lineAt(table, start);
      };
      for (const key of [...keys, ...all.flatMap((line) => line.keys)]) {
        expect(said(key)).toEqual(all.find((line) => line.keys.includes(key)));
      }
    }),
  );
});
