/** Reading of `.env` files, held against what Compose gave. */
import { parseDotenv } from '../../src/compose/dotenv.js';
import type { Lookup } from '../../src/compose/template.js';
import { conformanceCases, describeWith } from '../support/shared.js';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly initial?: Readonly<Record<string, string>>;
  readonly result?: Readonly<Record<string, string>>;
  readonly error?: string;
}

/** Our messages leave out what may be a secret: the text of a line, a value, a template. */
function withoutText(message: string | undefined): string | undefined {
  return message?.replace(/(in variable name|unterminated quoted value|Invalid template):? ["'].*$/s, '$1');
}

describeWith('conformance/dotenv')('parseDotenv', () => {
  test.each(conformanceCases<Case>('dotenv').map((item) => [item.id, item] as const))('%s', (_id, item) => {
    const vars = new Map(Object.entries(item.vars ?? {}));
    const initial = new Map(Object.entries(item.initial ?? {}));
    const lookup: Lookup = (name) => {
      const value = vars.get(name);
      return value === undefined ? undefined : { value };
    };
    const { entries, error } = parseDotenv({ path: '.env', text: item.text }, lookup, 'strict');
    expect(error?.message).toBe(withoutText(item.error));
    if (!error) {
      const values = Object.fromEntries([...initial, ...entries.map(({ name, value }) => [name, value] as const)]);
      expect(values).toEqual(item.result);
    }
  });
});
