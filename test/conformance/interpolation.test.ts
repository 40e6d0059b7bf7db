/** Substitution of variables, held against what Compose gave. */
import type { Lookup } from '../../src/compose/template.js';
import { substitute } from '../../src/compose/template.js';
import { conformanceCases, describeWith } from '../support/shared.js';

interface TemplateCase {
  readonly id: string;
  readonly template: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly result?: string;
  readonly error?: string;
  readonly warnings?: readonly string[];
}

export function lookupIn(vars: Readonly<Record<string, string>> = {}): Lookup {
  const values = new Map(Object.entries(vars));
  return (name) => {
    const value = values.get(name);
    return value === undefined ? undefined : { value };
  };
}

/** The data has its placeholders for folders between all characters of a warning. */
function withoutPlaceholders(text: string): string {
  return text.replaceAll('{{TMP}}', '').replaceAll('{{ROOT}}', '');
}

const templates = conformanceCases<TemplateCase>('interpolation').filter((item) => item.template !== undefined);

describeWith('conformance/interpolation')('substitute', () => {
  test.each(templates.map((item) => [item.id, item] as const))(
    '%s',
    (_id, { template, vars, result, error, warnings }) => {
      const substituted = substitute(template, lookupIn(vars), 'strict');
      if (!substituted.ok) {
        expect(substituted.error).toBe(error);
        return;
      }
      expect(substituted.value).toBe(result);
      const unset = substituted.unset.map((name) => `The "${name}" variable is not set. Defaulting to a blank string.`);
      if (warnings) expect(unset).toEqual(warnings.map(withoutPlaceholders));
    },
  );
});
