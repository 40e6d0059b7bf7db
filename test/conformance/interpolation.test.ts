/** Substitution of variables, held against what Compose gave. */
import { interpolateTree } from '../../src/compose/interpolate.js';
import type { Problem } from '../../src/compose/problem.js';
import { type Lookup, substitute } from '../../src/compose/template.js';
import { plain, treeOf } from '../support/plain.js';
import { conformanceCases, describeWith } from '../support/shared.js';

interface TemplateCase {
  readonly id: string;
  readonly template: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly result?: string;
  readonly error?: string;
  readonly warnings?: readonly string[];
}

function lookupIn(vars: Readonly<Record<string, string>> = {}): Lookup {
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

interface TreeCase {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly result?: unknown;
  readonly error?: string;
}

/** Our message does not quote the template, which may hold a secret. */
function withoutTemplate(message: string | undefined): string | undefined {
  return message?.replace(/(another \$\.)\n.*$/s, '$1');
}

function refusals(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ kind }) => kind === 'refusal').map(({ message }) => message);
}

/** Where Go has a list without items, the data has `null` before and `[]` after. */
function listsOrNull(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (_key, value) => (Array.isArray(value) && value.length === 0 ? null : value));
}

const trees = [
  ...conformanceCases<TreeCase>('interpolation').filter(({ input }) => input !== undefined),
  ...conformanceCases<TreeCase>('stages').filter(({ id }) => id.startsWith('stage-interpolate_with_casts')),
];

describeWith('conformance/stages')('interpolateTree', () => {
  test.each(trees.map((item) => [item.id, item] as const))('%s', (_id, { input, vars, result, error }) => {
    const { tree, problems } = interpolateTree(treeOf(input), lookupIn(vars), 'strict');
    expect(refusals(problems)).toEqual(error === undefined ? [] : [withoutTemplate(error)]);
    if (error === undefined) expect(listsOrNull(plain(tree))).toEqual(listsOrNull(result));
  });
});
