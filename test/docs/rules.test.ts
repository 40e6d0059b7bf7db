/** What is made of the rules is fresh, and what it shows is true. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { documentation, PAGES } from '../../.ci/documentation.js';
import { readConfig } from '../../src/analysis/config/read.js';
import { descriptorsOf } from '../../src/analysis/descriptors.js';
import { RULES } from '../../src/rules/index.js';
import { SEVERITIES } from '../../src/rules/rule.js';
import { findingsIn } from '../../src/run/example.js';
import { ROLES } from '../../src/topology/topology.js';
import { ROOT } from '../support/shared.js';

const rules = descriptorsOf(RULES);
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const made = [...documentation(read)];

test.each(made.filter(([file]) => file.endsWith('.md')))('%s is fresh (node .ci/docs.mjs)', (file, text) => {
  expect(read(file)).toBe(text);
});

test.each(made.filter(([file]) => file.endsWith('.json')))('%s is fresh (node .ci/docs.mjs)', (file, text) => {
  expect(JSON.parse(read(file))).toEqual(JSON.parse(text));
});

test('no page is left of a rule that is gone', () => {
  expect(readdirSync(path.join(ROOT, PAGES)).sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});

describe.each(rules)('the examples of $id', (rule) => {
  test('the bad one is found, at a place in it', () => {
    const found = findingsIn(rule, 'bad');
    expect(found.length).toBeGreaterThan(0);
    for (const { locations } of found) expect(locations[0]).toMatchObject({ file: 'compose.yaml' });
  });

  test('the good one is silent', () => {
    expect(findingsIn(rule, 'good')).toEqual([]);
  });
});

describe('schemas/config.schema.json', () => {
  const schema = JSON.parse(read('schemas/config.schema.json'));

  test('has the severities and roles that there are', () => {
    expect(schema.$defs.role.enum).toEqual(ROLES);
    expect(schema.$defs.level.enum).toEqual(['off', ...SEVERITIES.toReversed()]);
    expect(schema.properties['fail-on'].enum).toEqual([...SEVERITIES, 'never']);
    expect(schema.properties['min-severity'].enum).toEqual(SEVERITIES);
  });

  test('describes every key, so that editors can', () => {
    const { paths, services } = schema.$defs;
    const properties = [schema, schema.properties.overrides.items, schema.properties.ignores.items].flatMap((object) =>
      Object.values<Record<string, string>>(object.properties),
    );
    for (const property of [...properties.filter(({ $ref }) => $ref === undefined), paths, services]) {
      expect(property.description).toMatch(/[.]$/);
    }
  });
});

test.each(
  Array.from(
    read('docs/configuration.md').matchAll(/```yaml\n(?!services:|# \.vscode)([\s\S]*?)```/g),
    ([, text = '']) => text,
  ),
)('an example of docs/configuration.md loads: %j', (text) => {
  expect(readConfig({ path: 'bulkhead.yaml', text }, '/')).toBeDefined();
});
