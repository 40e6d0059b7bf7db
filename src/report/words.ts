/** The few phrases that several formats share: places, counts, enumerations. */
import type { Finding, Report } from '../analysis/report.js';
import { WORST_FIRST } from './severity.js';

interface Place {
  readonly file: string;
  readonly startLine?: number;
  readonly startColumn?: number;
}

/** `file:line:column`, as far as it is known; `show` is how the format escapes a file name. */
export function placeOf({ file, startLine, startColumn }: Place, show: (file: string) => string): string {
  const parts = [show(file), startLine, startLine === undefined ? undefined : startColumn];
  return parts.filter((part) => part !== undefined).join(':');
}

/** `1 finding`, `2 findings`, `12,345 findings`. */
export function count(number: number, noun: string): string {
  return `${digits(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** `1 critical, 2 high`: the severities that occur, worst first. */
export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): string {
  const bySeverity = grouped(findings, ({ severity }) => severity);
  return WORST_FIRST.flatMap((severity) => {
    const number = bySeverity.get(severity)?.length ?? 0;
    return number > 0 ? [`${digits(number)} ${severity}`] : [];
  }).join(', ');
}

function digits(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3}){1,9}$)/g, ',');
}

/** `2 projects, 9 services, 3 files`: what was analyzed. */
export function extentOf(report: Report): string {
  const services = report.projects.reduce((sum, project) => sum + project.services, 0);
  const files = new Set(report.projects.flatMap((project) => project.files));
  return [count(report.projects.length, 'project'), count(services, 'service'), count(files.size, 'file')].join(', ');
}

/** Items by key, keys and items in the order of their first appearance. */
export function grouped<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
