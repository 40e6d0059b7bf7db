/** The table of limits in the documentation is that of the code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LIMIT_NAMES, LIMITS } from '../../src/source/limits.js';
import { ROOT } from '../support/shared.js';

test('docs/robustness.md lists the limits', () => {
  const text = readFileSync(path.join(ROOT, 'docs/robustness.md'), 'utf8');
  const [, table] = /<!-- limits:begin -->\n([\s\S]*?)\n<!-- limits:end -->/.exec(text) ?? [];
  const rows = LIMIT_NAMES.map((name) => {
    const { value, unit, meaning } = LIMITS[name];
    return `| \`${name}\` | ${String(value).replace(/\B(?=(\d{3})+$)/g, ',')} ${unit} | ${meaning} |`;
  });
  expect(table).toBe(['| limit | default | what is counted |', '|---|---|---|', ...rows].join('\n'));
});
