/** Interpolation and `.env` files, held against what compose-go gave. */
import { parseEnvironmentFile } from '../../../src/compose/environment-files.js';
import { interpolateTree } from '../../../src/compose/interpolate.js';
import { mappingOf, plain } from '../../support/trees.js';
import type { AnyCase } from '../suite.js';
import { difference, firstOf, refusalsOf, suite } from '../suite.js';
import { lookupIn } from './tree-stages.js';

interface InterpolationCase extends AnyCase {
  readonly template?: string;
  readonly input?: object;
  readonly vars: Readonly<Record<string, string>>;
  readonly result?: unknown;
  readonly error?: string;
}

export const interpolationSuite = suite<InterpolationCase>('interpolation', /^interpolation\//, 1, (item) => {
  const tree = item.input ?? { template: item.template };
  const stage = interpolateTree(mappingOf(tree), lookupIn(item.vars), 'strict');
  const refusals = refusalsOf(stage);
  if (item.error !== undefined) return refusals.length > 0 ? undefined : `accepted, but: ${item.error}`;
  const result = item.input ? item.result : { template: item.result };
  return firstOf(difference('refusals', refusals, []), difference('tree', plain(stage.tree), result));
});

interface DotenvCase extends AnyCase {
  readonly text: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly initial?: Readonly<Record<string, string>>;
  readonly result?: Readonly<Record<string, string>>;
  readonly error?: string;
}

export const dotenvSuite = suite<DotenvCase>('dotenv', /^dotenv\//, 1, (item) => {
  const parsed = parseEnvironmentFile(
    { path: '.env', text: item.text.replace(/^\ufeff/, '') },
    {
      mode: 'strict',
      lookup: lookupIn(item.vars),
      earlier: new Map(Object.entries(item.initial ?? {}).map(([name, value]) => [name, { value }])),
    },
  );
  const refusals = refusalsOf(parsed);
  if (item.error !== undefined) return refusals.length > 0 ? undefined : `accepted, but: ${item.error}`;
  const values = Object.fromEntries(Array.from(parsed.entries, ([name, { value }]) => [name, value]));
  return firstOf(
    difference('refusals', refusals, []),
    difference('variables', { ...item.initial, ...values }, item.result),
  );
});
