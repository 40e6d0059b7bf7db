/** SARIF's description of a rule, as GitHub code scanning shows it beside an alert. */
import type { ReportingDescriptor } from 'sarif';
import type { RuleDescriptor } from '../analysis/report.js';
import { ruleBody } from './rule-markdown.js';
import { SEVERITY_WORDS } from './severity.js';

/** Characters GitHub takes of a description. */
const DESCRIPTION_LIMIT = 1024;
/** Tags GitHub takes of a rule. */
const TAG_LIMIT = 20;

/**
 * GitHub reads the severity of a security alert off the rule (`security-severity`), never off the result. It is the
 * rule's own severity here, as configured: the worst of its findings would change with every push, and with it the
 * rank of alerts that did not change. What a single finding weighs is its result's `level`, `rank` and properties.
 */
export function descriptorOf(rule: RuleDescriptor, documentation: string | undefined): ReportingDescriptor {
  const { id, title, severity, confidence, tags, docs } = rule;
  const words = SEVERITY_WORDS[severity];
  const helpUri = documentation === undefined ? docs.references[0]?.url : `${documentation}${id}.md`;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: cut(title) },
    fullDescription: { text: cut(docs.summary) },
    help: { text: plainHelp(rule), markdown: ruleBody(docs) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: words.sarif, rank: words.rank },
    properties: {
      tags: [...new Set(tags)].slice(0, TAG_LIMIT),
      precision: confidence,
      'problem.severity': words.problem,
      ...(tags.includes('security') && { 'security-severity': words.score }),
    },
  };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function cut(text: string): string {
  return text.length <= DESCRIPTION_LIMIT ? text : `${text.slice(0, DESCRIPTION_LIMIT - 1)}…`;
}

function plainHelp({ id, docs }: RuleDescriptor): string {
  const references = docs.references.map(({ title, url }) => `- ${title}: ${url}`);
  return [
    docs.summary,
    `Why: ${docs.why}`,
    `How to fix: ${docs.fix}`,
    `When to suppress: ${docs.suppress}`,
    ...(references.length > 0 ? [['References:', ...references].join('\n')] : []),
    `More, with examples: bulkhead explain ${id}`,
  ].join('\n\n');
}
