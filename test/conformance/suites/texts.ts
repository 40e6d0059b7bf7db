/** Interpolation and `.env` files, held against what compose-go gave. */
import { parseEnvironmentFile } from '../../../src/compose/environment-files.js';
import { interpolateTree } from '../../../src/compose/interpolate.js';
import { substitute } from '../../../src/compose/template.js';
import { mappingOf } from '../../support/trees.js';
import type { AnyCase } from '../suite.js';
import { difference, firstOf, refusalsOf, suite } from '../suite.js';
import { compareStage, lookupIn } from './tree-stages.js';

interface TemplateCase extends AnyCase {
  readonly template: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly result?: string;
  readonly error?: string;
  readonly warnings?: readonly string[];
}

interface TreeCase extends AnyCase {
  readonly template?: undefined;
  readonly input: object;
  readonly vars?: Readonly<Record<string, string>>;
  readonly result?: unknown;
  readonly error?: string;
}

export const interpolationSuite = suite<TemplateCase | TreeCase>('interpolation', /^interpolation\//, 1, (item) =>
  item.template === undefined
    ? compareStage(interpolateTree(mappingOf(item.input), lookupIn(item.vars), 'strict'), item)
    : compareTemplate(item),
);

function compareTemplate({ template, vars, result, error, warnings }: TemplateCase): string | undefined {
  const substituted = substitute(template, lookupIn(vars), 'strict');
  if (!substituted.ok) return difference('error', substituted.error, error);
  const unset = substituted.unset.map((name) => `The "${name}" variable is not set. Defaulting to a blank string.`);
  return firstOf(
    difference('value', substituted.value, result),
    warnings && difference('warnings', unset, warnings.map(withoutPlaceholders)),
  );
}

/** The data has its placeholders for folders between all characters of a warning. */
function withoutPlaceholders(text: string): string {
  return text.replaceAll('{{TMP}}', '').replaceAll('{{ROOT}}', '');
}

interface DotenvCase extends AnyCase {
  readonly text: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly initial?: Readonly<Record<string, string>>;
  readonly result?: Readonly<Record<string, string>>;
  readonly error?: string;
}

export const dotenvSuite = suite<DotenvCase>(
  'dotenv',
  /^dotenv\//,
  1,
  ({ text, vars, initial = {}, result, error }) => {
    const earlier = new Map(Object.entries(initial).map(([name, value]) => [name, { value }]));
    const parsed = parseEnvironmentFile({ path: '.env', text }, { mode: 'strict', lookup: lookupIn(vars), earlier });
    const refusals = refusalsOf(parsed);
    if (error !== undefined) return difference('refusals', refusals, [withoutText(error)]);
    const values = Object.fromEntries(Array.from(parsed.entries, ([name, { value }]) => [name, value]));
    return firstOf(difference('refusals', refusals, []), difference('variables', { ...initial, ...values }, result));
  },
);

/** Our messages leave out what may be a secret: the text of a line, a value, a template. */
function withoutText(message: string): string {
  return message.replace(/(in variable name|unterminated quoted value|Invalid template):? ["'].*$/s, '$1');
}
