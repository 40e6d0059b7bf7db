/** `bulkhead explain`: what a rule is about, without a network. */
import { descriptorsOf } from '../analysis/descriptors.js';
import type { RuleDescriptor } from '../analysis/report.js';
import { UserError } from '../compose/problem.js';
import { rulePage, ruleTable } from '../report/rule-markdown.js';
import { ruleList, ruleText } from '../report/rule-text.js';
import { RULES } from '../rules/index.js';
import { findingsIn } from '../run/example.js';
import { nearest } from '../source/nearest.js';
import type { Command, Parsed } from './arguments.js';
import { prettyOptions } from './terminal.js';
import { EXIT, type World } from './world.js';

export const explain: Command = (parsed, world) => {
  const rules = descriptorsOf(RULES);
  const [id, ...more] = parsed.positionals;
  if (more.length > 0) throw new UserError('explain takes one rule');
  world.stdout(id === undefined ? list(rules, parsed, world) : page(ruleNamed(id, rules), parsed, world));
  return EXIT.clean;
};

export function ruleIds(): readonly string[] {
  return descriptorsOf(RULES).map(({ id }) => id);
}

function ruleNamed(id: string, rules: readonly RuleDescriptor[]): RuleDescriptor {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) return rule;
  const meant = nearest(
    id,
    rules.map((candidate) => candidate.id),
  );
  throw new UserError(`there is no rule '${id}'`, {
    hint: meant ? `Did you mean '${meant}'?` : "'bulkhead explain' lists the rules.",
  });
}

function list(rules: readonly RuleDescriptor[], parsed: Parsed, world: World): string {
  switch (parsed.value('format')) {
    case 'json':
      return jsonOf(rules.map(dataOf));
    case 'markdown':
      return `${ruleTable(rules, 'docs/rules/')}\n`;
    default:
      return ruleList(rules, prettyOptions(parsed, world));
  }
}

function page(rule: RuleDescriptor, parsed: Parsed, world: World): string {
  switch (parsed.value('format')) {
    case 'json':
      return jsonOf(dataOf(rule));
    case 'markdown':
      return rulePage(rule, findingsIn(rule, 'bad'));
    default:
      return ruleText(rule, findingsIn(rule, 'bad'), prettyOptions(parsed, world));
  }
}

function dataOf({ docs, ...facts }: RuleDescriptor) {
  return { ...facts, ...docs };
}

function jsonOf(data: unknown): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
