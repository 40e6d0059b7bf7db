/** One finding at the terminal: what is wrong, the lines that show it, what to write instead. */
import type { Finding, Gap, Location } from '../../analysis/report.js';
import { count, placeOf } from '../words.js';
import { blocksOf } from './blocks.js';
import { drawBlock } from './draw.js';
import { hanging, type Page } from './page.js';

/** Related places that are drawn; the machine formats have them all. */
const DRAWN_LIMIT = 12;

export function findingLines(finding: Finding, page: Page): readonly string[] {
  const { severity, ruleId, message, locations } = finding;
  const heading = { text: `${severity}[${page.show(ruleId)}]`, paint: page.severity[severity] };
  const shown = locations.slice(0, DRAWN_LIMIT + 1);
  const blocks = blocksOf(shown);
  const hasLines = blocks.some(({ lines }) => lines.length > 0);
  const highest = hasLines ? Math.max(...blocks.flatMap(({ lines }) => lines.map(({ number }) => number))) : 1;
  const gutter = String(highest).length;
  const pen = { ...page, primary: page.severity[severity] };
  const drawn = blocks.flatMap(({ place, ...block }) => [
    arrow(place, gutter, page),
    ...drawBlock({ place, ...block }, gutter, page.width, pen),
  ]);
  return [
    ...hanging(page, heading, [message], page.bold, 2),
    // A report that was read back has no lines to draw.
    ...(hasLines
      ? [...drawn, page.frame(`${' '.repeat(gutter)} |`)]
      : shown.flatMap((place) => placeLines(place, page))),
    ...remarksOf(finding).flatMap(({ kind, lines }) => {
      const remark = { text: `${' '.repeat(gutter)} = ${kind}:`, paint: kind === 'help' ? page.help : page.frame };
      return hanging(page, remark, lines);
    }),
  ];
}

/** `  --> file:line:column` */
export function arrow(place: Location | Gap, gutter: number, page: Page): string {
  return `${' '.repeat(gutter)}${page.frame('-->')} ${placeOf(place, page.show)}`;
}

function placeLines(place: Location, page: Page): readonly string[] {
  const label = place.label === '' ? '' : `: ${place.label}`;
  return hanging(page, { text: '  -->', paint: page.frame }, [`${placeOf(place, page.show)}${label}`]);
}

interface Remark {
  readonly kind: 'help' | 'note' | 'fix';
  readonly lines: readonly string[];
}

function remarksOf({ advice, confidence, fix, locations }: Finding): readonly Remark[] {
  const remarks: Remark[] = [];
  const left = locations.length - 1 - DRAWN_LIMIT;
  if (left > 0) remarks.push({ kind: 'note', lines: [`${count(left, 'more related place')} not shown`] });
  if (confidence !== 'high') remarks.push({ kind: 'note', lines: [`confidence is ${confidence}`] });
  if (advice !== '') remarks.push({ kind: 'help', lines: advice.split('\n') });
  if (fix) {
    const effect = fix.safe ? 'safe' : 'changes behavior';
    remarks.push({ kind: 'fix', lines: [`${fix.title} (${effect}, see \`bulkhead fix\`)`] });
  }
  return remarks;
}
