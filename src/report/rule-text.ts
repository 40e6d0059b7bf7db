/** The documentation of rules for people at a terminal. */
import type { Finding, RuleDescriptor } from '../analysis/report.js';
import { gradingText } from './grading.js';
import { findingLine, GRADING_TITLE, ignoreComment, tagText } from './rule-markdown.js';
import { type Page, type PrettyOptions, pageOf } from './terminal/page.js';
import { wrap } from './terminal/wrap.js';

/** Longer lines are hard to read. */
const WIDEST = 100;
const INDENT = '  ';

/** All there is to say about one rule. `found`: what it finds in the bad example. */
export function ruleText(rule: RuleDescriptor, found: readonly Finding[], options: PrettyOptions): string {
  const page = pageOf(options);
  const { id, title, severity, confidence, persona, tags, docs } = rule;
  const facts = [
    `severity ${severity}`,
    `confidence ${confidence}`,
    ...(persona === 'pedantic' ? ['with --pedantic only'] : []),
    tags.map(tagText).join(', '),
  ];
  const sections: readonly Section[] = [
    ['Why', prose(docs.why, page)],
    ['How to fix', prose(docs.fix, page)],
    [
      'Bad',
      [
        ...code(docs.bad),
        '',
        ...found.flatMap((finding) => prose(findingLine(finding), page, page.severity[severity])),
      ],
    ],
    ['Good', code(docs.good)],
    [GRADING_TITLE, grading(rule, page)],
    ['When to suppress', [...prose(docs.suppress, page), '', `${INDENT}${ignoreComment(id)}`]],
    [
      'References',
      docs.references.flatMap(({ title: name, url }) => [`${INDENT}${name}`, `${INDENT}${page.dim(url)}`]),
    ],
  ];
  return [
    `${page.bold(id)} · ${title}`,
    page.dim(facts.join(' · ')),
    '',
    ...prose(docs.summary, page),
    ...sections.flatMap(([heading, lines]) => ['', page.bold(heading), ...lines]),
    '',
  ].join('\n');
}

type Section = readonly [heading: string, lines: readonly string[]];

/** A line for each rule. */
export function ruleList(rules: readonly RuleDescriptor[], options: PrettyOptions): string {
  const page = pageOf(options);
  const width = Math.max(...rules.map(({ id }) => id.length));
  const rows = rules.map(({ id, title, severity, persona }) => {
    const note = persona === 'pedantic' ? page.dim(' (pedantic)') : '';
    return `${page.bold(id.padEnd(width))}  ${page.severity[severity](severity.padEnd(8))}  ${title}${note}\n`;
  });
  return `${rows.join('')}\n${page.dim('What each is about, and how to fix it: bulkhead explain RULE')}\n`;
}

function grading(rule: RuleDescriptor, page: Page): readonly string[] {
  const { intro, rows, terms } = gradingText(rule);
  if (rows.length === 0) return prose(intro, page);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...body] = lines.map((line) => INDENT + INDENT + line);
  return [
    ...prose(intro, page),
    '',
    page.dim(head),
    ...body,
    '',
    ...terms.flatMap(({ word, meaning }) => prose(`${word}: ${meaning}`, page)),
  ];
}

function prose(text: string, page: Page, paint: (text: string) => string = (line) => line): readonly string[] {
  const width = Math.min(page.width, WIDEST) - INDENT.length;
  return wrap(text, width).map((line) => INDENT + paint(line));
}

function code(source: string): readonly string[] {
  return source
    .trimEnd()
    .split('\n')
    .map((line) => `${INDENT}${INDENT}${line}`.trimEnd());
}
