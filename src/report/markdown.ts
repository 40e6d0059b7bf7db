/** A job summary in GitHub's Markdown: what was found as a table, and networks as diagrams. */
import type { Finding, Gap, Location, Report } from '../analysis/report.js';
import { printable } from '../source/printable.js';
import { fromRoot, isAbsolute, type RepositoryOptions, uriOf } from './paths.js';
import { count, countBySeverity, extentOf, placeOf } from './words.js';

export interface Diagram {
  /** The project's name. */
  readonly project: string;
  /** In Mermaid's language, made to be safe by whoever drew it. */
  readonly mermaid: string;
}

export interface MarkdownOptions extends RepositoryOptions {
  /** Of some of the projects, the most interesting first. */
  readonly diagrams?: readonly Diagram[];
  /** Absolute URI of the repository root's files (`https://…/blob/COMMIT/`); places become links with it. */
  readonly sourceUri?: string;
  /** UTF-8; GitHub refuses a summary of more than 1 MiB. */
  readonly maximumBytes?: number;
}

const BYTES = 1024 * 1024;
/** For the lines that say what was left out. */
const RESERVED_BYTES = 1_000;
const GAP_LIMIT = 20;
/** Characters of one text and of one file name: a hostile one must not use up what others need. */
const TEXT_LIMIT = 1_000;
const FILE_LIMIT = 300;
const NAME_LIMIT = 100;

/** Rows are worst first and end where the limit is; diagrams that do not fit into the rest are left out. Both are said. */
export function markdown(report: Report, options: MarkdownOptions): string {
  const { diagrams = [], maximumBytes = BYTES } = options;
  const head = [`## ${title(report)}`, '', `${summaryOf(report)}`, ''].join('\n');
  const tail = [...gapLines('Not analyzed', report.gaps), ...gapLines('Notes', report.notes)].join('\n');
  let room = maximumBytes - RESERVED_BYTES - Buffer.byteLength(head) - Buffer.byteLength(tail);

  const rows: string[] = [];
  for (const finding of report.findings) {
    const row = rowOf(finding, options);
    room -= Buffer.byteLength(row) + 1;
    if (room < 0) break;
    rows.push(row);
  }
  const left = report.findings.length - rows.length;
  const table = rows.length > 0 ? ['| Severity | Finding | Place |', '| --- | --- | --- |', ...rows, ''] : [];
  const more = left > 0 ? [`${count(left, 'more finding')} did not fit here.`, ''] : [];
  const networks = networkLines(diagrams, report.projects.length, room);
  return `${[head, ...table, ...more, ...networks, tail].join('\n').trimEnd()}\n`;
}

function title({ tool, findings }: Report): string {
  return `${markdownText(tool.name)}: ${findings.length === 0 ? 'no findings' : count(findings.length, 'finding')}`;
}

function summaryOf(report: Report): string {
  const { findings, suppressed, gaps } = report;
  const parts = [
    ...(findings.length > 0 ? [`**${countBySeverity(findings)}**`] : []),
    `${extentOf(report)} analyzed`,
    ...(suppressed.length > 0 ? [`${suppressed.length} suppressed`] : []),
    ...(gaps.length > 0 ? [`**${count(gaps.length, 'gap')}**`] : []),
  ];
  return parts.join(' · ');
}

function rowOf(finding: Finding, options: MarkdownOptions): string {
  const { severity, ruleId, message, advice, locations } = finding;
  const text = [message, ...(advice === '' ? [] : advice.split('\n'))].map((line) =>
    withCode(markdownText(cut(line, TEXT_LIMIT))),
  );
  const cells = [severity, `\`${ruleId}\`<br>${text.join('<br>')}`, linkedPlace(locations[0], options)];
  return `| ${cells.join(' | ')} |`;
}

function linkedPlace(location: Location, options: MarkdownOptions): string {
  const place = `<code>${placeOf(location, shownFile)}</code>`;
  const path = fromRoot(location.file, options);
  if (options.sourceUri === undefined || isAbsolute(path)) return place;
  return `[${place}](${options.sourceUri}${uriOf(path)}#L${location.startLine})`;
}

function gapLines(heading: string, gaps: readonly Gap[]): readonly string[] {
  if (gaps.length === 0) return [];
  const lines = gaps.slice(0, GAP_LIMIT).map((gap) => {
    const place = gap.file === '' ? '' : `<code>${placeOf(gap, shownFile)}</code>: `;
    return `- ${place}${withCode(markdownText(cut(gap.reason, TEXT_LIMIT)))}`;
  });
  const left = gaps.length - lines.length;
  return [`### ${heading}`, '', ...lines, ...(left > 0 ? [`- and ${left} more`] : []), ''];
}

const LEGEND =
  'A thick border: can be reached from outside. A cylinder: data. A dotted red line: open, though nothing in the project needs it.';

function networkLines(diagrams: readonly Diagram[], projects: number, room: number): readonly string[] {
  if (diagrams.length === 0) return [];
  const lines: string[] = [];
  let left = room;
  let drawn = 0;
  for (const { project, mermaid } of diagrams) {
    const block = [`**${markdownText(cut(project, NAME_LIMIT))}**`, '', ...fenced(mermaid), ''];
    const size = Buffer.byteLength(block.join('\n')) + 1;
    if (size > left) continue;
    left -= size;
    drawn++;
    lines.push(...block);
  }
  const undrawn = projects - drawn;
  const rest = undrawn > 0 ? [`${count(undrawn, 'more project')} not drawn here.`, ''] : [];
  return ['### Network', '', ...(drawn > 0 ? [LEGEND, '', ...lines] : []), ...rest];
}

/** The fence is longer than any run of backticks in the diagram, which so cannot end it. */
function fenced(mermaid: string): readonly string[] {
  const runs = mermaid.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 2) + 1);
  return [`${fence}mermaid`, mermaid.trimEnd(), fence];
}

function shownFile(file: string): string {
  return markdownText(cut(file, FILE_LIMIT));
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

/** What stood between two backticks, as code. The text has no markup of its own left: whatever is paired, pairs up. */
function withCode(text: string): string {
  return text.replace(/&#96;(.*?)&#96;/g, '<code>$1</code>');
}

/** Text that is only text: no Markdown, HTML, link or formula comes of it, and no end of a table's cell. */
function markdownText(text: string): string {
  return printable(text)
    .replace(
      /[&<>`*{}[\]()#|~$@\\^!]|(?<!\w)_|_(?!\w)|:(?=[:/])|(?<=:):|(?<=www)\./g,
      (character) => `&#${character.charCodeAt(0)};`,
    )
    .replace(/^ +/, (blanks) => '&nbsp;'.repeat(blanks.length));
}
