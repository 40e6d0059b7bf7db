/** JUnit XML: a suite for each project, a failed case for each finding, an error for each gap. */
import type { Finding, Gap, Location, Report } from '../analysis/report.js';
import { printable } from '../source/printable.js';
import { grouped, placeOf } from './words.js';
import { COMMAND_PARTS } from './workflow-commands.js';

export function junit(report: Report): string {
  const { findings, gaps } = report;
  const byProject = grouped(findings, (finding) => finding.project);
  const projects = new Set([...report.projects.map(({ name }) => name), ...byProject.keys()]);
  const suites = Array.from(projects, (project) => projectSuite(project, byProject.get(project) ?? []));
  if (gaps.length > 0)
    suites.push(element('testsuite', counts('not analyzed', gaps.length, 0, gaps.length), gaps.map(gapCase)));
  const passed = projects.size - byProject.size;
  const totals = counts(report.tool.name, findings.length + gaps.length + passed, findings.length, gaps.length);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', totals, suites)}`;
}

/** A project without findings is a case that passed, so that it is seen to have been looked at. */
function projectSuite(project: string, findings: readonly Finding[]): string {
  if (findings.length > 0)
    return element('testsuite', counts(project, findings.length, findings.length, 0), findings.map(findingCase));
  const passed = element('testcase', { name: 'no findings', classname: project }, []);
  return element('testsuite', counts(project, 1, 0, 0), [passed]);
}

function counts(name: string, tests: number, failures: number, errors: number) {
  return { name, tests, failures, errors };
}

function findingCase(finding: Finding): string {
  const { ruleId, severity, message, project, services, locations, advice } = finding;
  const [primary, ...related] = locations;
  const body = [
    `${severity}[${ruleId}] ${message}`,
    `at ${labelledPlace(primary)}`,
    ...related.map((place) => `see ${labelledPlace(place)}`),
    ...(advice === '' ? [] : advice.split('\n')).map((line, index) => `${index === 0 ? 'help:' : '     '} ${line}`),
  ];
  const failure = element('failure', { type: ruleId, message: `${severity}: ${message}` }, [text(body)]);
  const name = `${ruleId} at ${placeOf(primary, printable)}`;
  const classname = [project, ...services.slice(0, 1)].join('.');
  return element('testcase', { name, classname, file: primary.file, line: primary.startLine }, [failure]);
}

function labelledPlace(location: Location): string {
  return [placeOf(location, printable), location.label].filter((part) => part !== '').join(': ');
}

function gapCase(gap: Gap): string {
  const error = element('error', { type: 'gap', message: gap.reason }, []);
  return element('testcase', { name: gap.file === '' ? 'project' : placeOf(gap, printable), classname: 'gap' }, [
    error,
  ]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[],
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const tag = `${name}${list.join('')}`;
  return content.length === 0 ? `<${tag}/>\n` : `<${tag}>\n${content.join('')}</${name}>\n`;
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${xmlText(line)}\n`).join('');
}

/** Printable text has no character that XML 1.0 forbids. */
function xmlText(value: string): string {
  return printable(value)
    .replace(/[&<>"]/g, reference)
    .replace(COMMAND_PARTS, reference);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
