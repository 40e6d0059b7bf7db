/** What must hold of every output, whatever went in. Each gives the faults it sees. */

import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import type { Location, Report } from '../../src/analysis/report.js';
import { MASK } from '../../src/analysis/secrets.js';
import type { FormatName } from '../../src/report/formats.js';
import type { Range, Region } from '../../src/source/text.js';
import { lineStarts } from '../../src/source/text.js';
import { parseXml } from '../support/xml.js';

export type Faults = readonly string[];

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Nothing invisible, and no workflow command, but for `commands` of its own. */
export function inertFaults(what: string, output: string, { commands = 0, tabs = false } = {}): Faults {
  const bare = output.replaceAll('\n', '').replaceAll(tabs ? '\t' : '\n', '');
  const unseen = UNSEEN.exec(bare)?.[0];
  const lines = output.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith('::'));
  return [
    ...(unseen === undefined ? [] : [`${what}: raw U+${(unseen.codePointAt(0) ?? 0).toString(16)}`]),
    ...(output.includes('##[') ? [`${what}: a workflow command in the old form`] : []),
    ...(lines.length > commands ? [`${what}: a workflow command`] : []),
  ];
}

function attempt(what: string, read: () => void): Faults {
  try {
    read();
    return [];
  } catch (error) {
    return [`${what}: not well-formed: ${error instanceof Error ? error.message.slice(0, 120) : ''}`];
  }
}

export const jsonFaults = (what: string, text: string): Faults => attempt(what, () => JSON.parse(text));
export const xmlFaults = (what: string, text: string): Faults => attempt(what, () => parseXml(text));

/** Outside of its strings, a DOT file has no quote. */
export function dotFaults(text: string): Faults {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/gs, '');
  return /"/.test(bare) || !/^digraph [\s\S]*\}\n$/.test(bare) ? ['dot: a string is not closed'] : [];
}

const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(sarifSchema);

const READ: Partial<Readonly<Record<FormatName, (text: string) => Faults>>> = {
  json: (text) => jsonFaults('json', text),
  gitlab: (text) => jsonFaults('gitlab', text),
  junit: (text) => xmlFaults('junit', text),
  sarif: (text) => [
    ...jsonFaults('sarif', text),
    ...(isSarif(JSON.parse(text))
      ? []
      : [`sarif: ${isSarif.errors?.[0]?.instancePath} ${isSarif.errors?.[0]?.message}`]),
  ],
};

export function formatFaults(format: FormatName, output: string, report: Report): Faults {
  const commands = format === 'github' ? report.findings.length + report.gaps.length : 0;
  return [...inertFaults(format, output, { commands }), ...(READ[format]?.(output) ?? [])];
}

export function rangeFaults(what: string, { source, start, end }: Range): Faults {
  const isInside = 0 <= start && start <= end && end <= source.text.length;
  return isInside ? [] : [`${what}: ${start} to ${end} of ${source.text.length}`];
}

/** `textOf`: of a file by the path in the report; `undefined` where there is none. */
export function reportFaults(
  { findings, suppressed, gaps, projects }: Report,
  textOf: (file: string) => string | undefined,
): Faults {
  const places = [...findings, ...suppressed].flatMap(({ ruleId, locations }) =>
    locations.map((at) => ({ what: ruleId, at })),
  );
  return [
    ...places.flatMap(({ what, at }) => locationFaults(what, at, textOf(at.file))),
    ...gaps.filter(({ reason }) => /^the rule \S+ failed/.test(reason)).map(({ reason }) => reason),
    ...(gaps.length === 0 && projects.every(({ services }) => services === 0)
      ? ['nothing was analyzed, and nothing says so']
      : []),
  ];
}

function locationFaults(what: string, { file, ...region }: Location, text: string | undefined): Faults {
  // A name that holds a secret is not the name of a file any more.
  if (text === undefined) return file.includes(MASK) ? [] : [`${what}: a place in a file that does not exist`];
  const source = { path: file, text };
  const starts = lineStarts(source);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? Number.NaN) + column - 1;
  const { startLine, startColumn, endLine, endColumn }: Region = region;
  const [start, end] = [offset(startLine, startColumn), offset(endLine, endColumn)];
  const isInside =
    startColumn >= 1 &&
    endColumn >= 1 &&
    start <= end &&
    end <= text.length &&
    start < (starts[startLine] ?? text.length + 1);
  return isInside ? [] : [`${what}: a place outside of its file`];
}
