/** How wide the terminal is, which colours it has, and what must be kept from it. */
import { styleText } from 'node:util';
import { printable } from '../../source/printable.js';
import type { Severity } from '../severity.js';
import { withoutCommands } from '../workflow-commands.js';
import { widthOf } from './cells.js';
import { wrap } from './wrap.js';

export interface PrettyOptions {
  readonly color?: boolean;
  /** Columns of the terminal; 100 by default. */
  readonly width?: number;
  /** All notes, suppressed findings, and pedantic findings in full. */
  readonly verbose?: boolean;
  /** Within a job of GitHub Actions nothing shown may be a workflow command. */
  readonly insideActions?: boolean;
}

type Paint = (text: string) => string;

export interface Page {
  readonly width: number;
  readonly verbose: boolean;
  readonly insideActions: boolean;
  /** Untrusted text in a form that is safe on one line. */
  readonly show: Paint;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly frame: Paint;
  readonly related: Paint;
  readonly help: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

type Format = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'magenta';

/** Who asks for colours has looked at the terminal and the environment. */
const UNASKED = { validateStream: false };

const DEFAULT_WIDTH = 100;
const LEAST_WIDTH = 40;

export function pageOf({
  color = false,
  width = DEFAULT_WIDTH,
  verbose = false,
  insideActions = false,
}: PrettyOptions): Page {
  const paint =
    (format: Format): Paint =>
    (text) =>
      color ? styleText(format, text, UNASKED) : text;
  const bold = paint('bold');
  const bright =
    (format: Format): Paint =>
    (text) =>
      bold(paint(format)(text));
  return {
    width: Math.max(LEAST_WIDTH, width),
    verbose,
    insideActions,
    show: insideActions ? (text) => withoutCommands(printable(text)) : printable,
    bold,
    dim: paint('dim'),
    frame: paint('blue'),
    related: paint('cyan'),
    help: paint('green'),
    severity: {
      critical: bright('magenta'),
      high: bright('red'),
      medium: bright('yellow'),
      low: bright('blue'),
    },
  };
}

/** Lines after a heading, wrapped; all but the first are indented by `indent`, by default under the first. */
export function hanging(
  page: Page,
  heading: { readonly text: string; readonly paint: Paint },
  lines: readonly string[],
  paint: Paint = (line) => line,
  indent = widthOf(heading.text) + 1,
): readonly string[] {
  const width = page.width - indent;
  const first = page.width - widthOf(heading.text) - 1;
  const rows = lines.flatMap((line, index) => wrap(page.show(line), width, index === 0 ? first : width));
  return rows.map((row, index) => {
    const start = index === 0 ? `${heading.paint(heading.text)} ` : ' '.repeat(indent);
    return row.trim() === '' ? start.trimEnd() : start + paint(row);
  });
}
