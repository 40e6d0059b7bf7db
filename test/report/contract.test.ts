/** Every format tells of the same findings at the same places, and none lets a string be more than a string. */
import fc from 'fast-check';
import type { Log } from 'sarif';
import type { Report } from '../../src/analysis/report.js';
import { FORMAT_NAMES, FORMATS, type FormatName, type FormatOptions } from '../../src/report/formats.js';
import { SEVERITY_WORDS } from '../../src/report/severity.js';
import { printable } from '../../src/source/printable.js';
import { hostileReport } from '../support/hostile.js';
import { SHOP_REPORT } from '../support/report.js';
import { elementsNamed, parseXml } from '../support/xml.js';

interface Seen {
  readonly ruleId: string;
  /** As the format writes it. */
  readonly level: string;
  readonly file: string;
  readonly line: number;
  /** Where the format has it. */
  readonly column?: number;
}

/** What a format shows of a finding's severity. */
const LEVEL: Readonly<Record<FormatName, (severity: keyof typeof SEVERITY_WORDS) => string>> = {
  pretty: (severity) => severity,
  unix: (severity) => SEVERITY_WORDS[severity].log,
  json: (severity) => severity,
  sarif: (severity) => SEVERITY_WORDS[severity].sarif,
  github: (severity) => SEVERITY_WORDS[severity].log,
  markdown: (severity) => severity,
  junit: (severity) => severity,
  gitlab: (severity) => SEVERITY_WORDS[severity].gitlab,
};

/** Reads the findings back out of an output. */
const READ: Readonly<Record<FormatName, (output: string) => readonly Seen[]>> = {
  pretty: (output) => {
    const lines = output.split('\n');
    return lines.flatMap((line, index) => {
      const header = /^(critical|high|medium|low)\[([a-z-]+)\](?: |$)/.exec(line);
      if (header === null) return [];
      const arrow = lines.slice(index).find((other) => /^ +--> /.test(other)) ?? '';
      return [seen(header[2], header[1], /--> (.*):(\d+):(\d+)$/.exec(arrow))];
    });
  },
  unix: (output) =>
    linesOf(output).map((line) => {
      const [, file, lineNumber, column, level, ruleId] =
        /^(.+?):(\d+):(\d+): (error|warning|notice): .* \[([a-z-]+)\]$/.exec(line) ?? [];
      return seen(ruleId, level, ['', file ?? '', lineNumber ?? '', column ?? '']);
    }),
  json: (output) => JSON.parse(output).findings.map(seenInJson),
  sarif: (output) => {
    const log: Log = JSON.parse(output);
    return (log.runs[0]?.results ?? []).map(({ ruleId, level, locations }) => {
      const place = locations?.[0]?.physicalLocation;
      const file = decodeURIComponent(place?.artifactLocation?.uri ?? '').replace(
        /^file:\/\/(?=\/(?!\w:))|^file:\/\/\//,
        '',
      );
      return seen(ruleId, level, ['', file, String(place?.region?.startLine), String(place?.region?.startColumn)]);
    });
  },
  github: (output) =>
    linesOf(output.replace(/^::error title=not analyzed\b.*\n/gm, '')).map((line) => {
      const [, level, ruleId, file, lineNumber, column] =
        /^::(error|warning|notice) title=([a-z-]+),file=([^:,]*),line=(\d+),endLine=\d+(?:,col=(\d+),endColumn=\d+)?::/.exec(
          line,
        ) ?? [];
      const place = {
        ruleId: ruleId ?? '',
        level: level ?? '',
        file: unescapeProperty(file ?? ''),
        line: Number(lineNumber),
      };
      return column === undefined ? place : { ...place, column: Number(column) };
    }),
  markdown: (output) =>
    linesOf(output)
      .filter((line) => /^\| (critical|high|medium|low) \|/.test(line))
      .map((row) => {
        const [, level, ruleId, place = ''] =
          /^\| (\w+) \| `([a-z-]+)`<br>.* \| <code>(.*)<\/code> \|$/.exec(row) ?? [];
        const text = place.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
        return seen(ruleId, level, /^(.*):(\d+):(\d+)$/.exec(text.replaceAll('&nbsp;', ' ')));
      }),
  junit: (output) =>
    elementsNamed(parseXml(output), 'testcase').flatMap((testcase) => {
      const failure = testcase.children.find((child) => child.name === 'failure');
      if (failure === undefined) return [];
      const level = failure.attributes.get('message')?.split(':')[0];
      const [, , column = ''] = /:(\d+):(\d+)$/.exec(testcase.attributes.get('name') ?? '') ?? [];
      const place = ['', testcase.attributes.get('file') ?? '', testcase.attributes.get('line') ?? '', column];
      return [seen(failure.attributes.get('type'), level, place)];
    }),
  gitlab: (output) =>
    JSON.parse(output).map(
      (issue: { check_name: string; severity: string; location: { path: string; lines: { begin: number } } }) => ({
        ruleId: issue.check_name,
        level: issue.severity,
        file: issue.location.path,
        line: issue.location.lines.begin,
      }),
    ),
};

function seen(ruleId = '', level = '', place: readonly string[] | null): Seen {
  const [, file = '', line = '', column = ''] = place ?? [];
  return { ruleId, level, file, line: Number(line), column: Number(column) };
}

function seenInJson(finding: Report['findings'][number]): Seen {
  const [{ file, startLine, startColumn }] = finding.locations;
  return { ruleId: finding.ruleId, level: finding.severity, file, line: startLine, column: startColumn };
}

function linesOf(output: string): readonly string[] {
  return output === '' ? [] : output.replace(/\n$/, '').split('\n');
}

function unescapeProperty(text: string): string {
  return text
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':')
    .replace(/%0A/g, '\n')
    .replace(/%0D/g, '\r')
    .replace(/%25/g, '%');
}

/**
 * File names as formats for people write them: nothing invisible, nothing that is a command. As a URI, `C:/a` is an
 * absolute path like any other.
 */
function asShown(file: string): string {
  return printable(file)
    .replace(/^\/(?=[A-Za-z]:\/)/, '')
    .replace(/\\u\{(\w+)\}|\ufffd/g, (whole, code?: string) => {
      const point = Number.parseInt(code ?? 'fffd', 16);
      return point === 0x3a || point === 0x5b
        ? String.fromCodePoint(point)
        : (point >= 0xd800 && point <= 0xdfff) || point === 0xfffd
          ? '?'
          : whole;
    });
}

function comparable(seenThere: readonly Seen[], withColumn: (item: Seen) => boolean): readonly string[] {
  return seenThere
    .map((item) =>
      [item.ruleId, item.level, asShown(item.file), item.line, withColumn(item) ? item.column : ''].join(' '),
    )
    .sort();
}

const VERBOSE: FormatOptions = { pretty: { verbose: true, insideActions: true, width: 60 } };

function expectSameFindings(name: FormatName, report: Report): void {
  const actual = READ[name](FORMATS[name].render(report, VERBOSE));
  const expected = report.findings.map((finding) => ({ ...seenInJson(finding), level: LEVEL[name](finding.severity) }));
  const columns = name !== 'gitlab' && name !== 'github';
  expect(comparable(actual, () => columns)).toEqual(comparable(expected, () => columns));
}

describe.each(FORMAT_NAMES)('%s', (name) => {
  test('has the findings of a sample', () => {
    expectSameFindings(name, SHOP_REPORT);
  });

  test('has the findings of any report', () => {
    fc.assert(fc.property(hostileReport, (report) => expectSameFindings(name, report)));
  });

  test('holds no workflow command but its own, nothing invisible, and is the same each time', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const output = FORMATS[name].render(report, VERBOSE);
        expect(output).not.toContain('##[');
        const commands = output.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith('::'));
        expect(commands).toHaveLength(name === 'github' ? report.findings.length + report.gaps.length : 0);
        expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        const copy: Report = structuredClone(report);
        expect(FORMATS[name].render(copy, VERBOSE)).toBe(output);
      }),
    );
  });

  test('shows no secret', () => {
    expect(FORMATS[name].render(SHOP_REPORT, VERBOSE)).not.toContain('hunter2');
  });
});
