/** The documentation of rules in Markdown: pages, the table of all, and what SARIF says of each. */
import type { Finding, RuleDescriptor } from '../analysis/report.js';
import { derivationText, gradingText } from './grading.js';
import { placeOf } from './words.js';

/** A page about one rule. `found`: what it finds in the bad example. */
export function rulePage(rule: RuleDescriptor, found: readonly Finding[]): string {
  const { id, title, severity, confidence, persona, tags, docs } = rule;
  const reported = persona === 'pedantic' ? 'with `--pedantic` only' : 'always';
  const parts = [
    `# ${title}`,
    `\`${id}\` · severity ${severity} · confidence ${confidence} · reported ${reported} · ${tags.map(tagText).join(', ')}`,
    ruleBody(docs, { found, ignore: ignoreText(id), grading: gradingSection(rule) }),
  ];
  return `${parts.join('\n\n')}\n`;
}

export const GRADING_TITLE = 'How severity and confidence are derived';

interface Additions {
  readonly found?: readonly Finding[];
  readonly ignore?: string;
  readonly grading?: string;
}

/** Everything but the heading. */
export function ruleBody(docs: RuleDescriptor['docs'], { found = [], ignore, grading }: Additions = {}): string {
  const references = docs.references.map(({ title, url }) => `- [${title}](${url})`);
  return [
    docs.summary,
    section('Why', docs.why),
    section('How to fix', docs.fix),
    section('Bad', codeBlock('yaml', docs.bad)),
    ...(found.length > 0 ? [codeBlock('text', found.map(findingLine).join('\n'))] : []),
    section('Good', codeBlock('yaml', docs.good)),
    ...(grading === undefined ? [] : [section(GRADING_TITLE, grading)]),
    section('When to suppress', docs.suppress),
    ...(ignore === undefined ? [] : [ignore]),
    ...(references.length > 0 ? [section('References', references.join('\n'))] : []),
  ].join('\n\n');
}

/** `pages`: where the page of each rule is, with a slash at its end. */
export function ruleTable(rules: readonly RuleDescriptor[], pages: string): string {
  const rows = rules.map(({ id, title, severity, persona }) => {
    return `| [\`${id}\`](${pages}${id}.md) | ${severity} | ${title}${persona === 'pedantic' ? ' (pedantic)' : ''} |`;
  });
  return ['| Rule | Severity | What it finds |', '| --- | --- | --- |', ...rows].join('\n');
}

/** As an ignore comment is written, for a page and for the terminal. */
export function ignoreComment(id: string): string {
  return `# bulkhead-ignore[${id}] the reason`;
}

/** `CWE-522` for `external/cwe/cwe-522`. */
export function tagText(tag: string): string {
  return tag.replace(/^external\/cwe\/cwe-/, 'CWE-');
}

/** The place and the message, as `--format unix` begins, and how the severity came about. */
export function findingLine(finding: Finding): string {
  const { locations, message } = finding;
  const derivation = derivationText(finding);
  return `${placeOf(locations[0], (file) => file)}: ${message}${derivation === undefined ? '' : ` [${derivation}]`}`;
}

function gradingSection(rule: RuleDescriptor): string {
  const { intro, rows, terms } = gradingText(rule);
  const [head = [], ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  if (rows.length === 0) return intro;
  const line = `| ${(rows[0] ?? []).map(() => '---').join(' | ')} |`;
  return [
    intro,
    [head, line, ...body].join('\n'),
    terms.map(({ word, meaning }) => `- **${word}**: ${meaning}`).join('\n'),
  ].join('\n\n');
}

function ignoreText(id: string): string {
  return `On the line, or on the line above: \`${ignoreComment(id)}\``;
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function codeBlock(language: string, source: string): string {
  return `\`\`\`${language}\n${source.trimEnd()}\n\`\`\``;
}
