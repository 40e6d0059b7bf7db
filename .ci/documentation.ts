/** The files that are made of the rules: a page for each, the table in the README, the ids in the schema of the configuration. */
import { descriptorsOf } from '../src/analysis/descriptors.js';
import type { RuleDescriptor } from '../src/analysis/report.js';
import { rulePage, ruleTable } from '../src/report/rule-markdown.js';
import { RULES } from '../src/rules/index.js';
import { findingsIn } from '../src/run/example.js';

export const PAGES = 'docs/rules/';

/** Paths from the root of the repository, with what belongs into them. `read`: what is there now. */
export function documentation(read: (file: string) => string): ReadonlyMap<string, string> {
  const rules = descriptorsOf(RULES);
  const pages = rules.map((rule): [string, string] => [
    `${PAGES}${rule.id}.md`,
    `<!-- Made by .ci/docs.mjs of the rule itself. -->\n\n${rulePage(rule, findingsIn(rule, 'bad'))}`,
  ]);
  return new Map([
    ...pages,
    ['README.md', withTable(read('README.md'), rules)],
    ['schemas/config.schema.json', withRules(read('schemas/config.schema.json'), rules)],
  ]);
}

function withTable(readme: string, rules: readonly RuleDescriptor[]): string {
  return readme.replace(
    /(<!-- rules:begin -->\n)[\s\S]*?(<!-- rules:end -->)/,
    (_, begin: string, end: string) => `${begin}${ruleTable(rules, PAGES)}\n${end}`,
  );
}

function withRules(text: string, rules: readonly RuleDescriptor[]): string {
  const schema = JSON.parse(text);
  schema.$defs.rule.enum = rules.map(({ id }) => id);
  schema.$defs.levels.properties = Object.fromEntries(
    rules.map(({ id, title, severity }) => [
      id,
      { description: `${title}. ${severity} unless said otherwise.`, $ref: '#/$defs/level' },
    ]),
  );
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
