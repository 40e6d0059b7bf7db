/** The report for people at a terminal: by project and service, worst first, each finding at its lines. */
import type { Finding, Gap, Report, ReportProject, Suppressed } from '../analysis/report.js';
import { arrow, findingLines } from './terminal/finding.js';
import { hanging, type Page, type PrettyOptions, pageOf } from './terminal/page.js';
import { count, countBySeverity, extentOf, grouped, placeOf } from './words.js';

export type { PrettyOptions };

/** Notes that are shown unless all are asked for. */
const NOTE_LIMIT = 5;

export function pretty(report: Report, options: PrettyOptions): string {
  const page = pageOf(options);
  const sections = [
    ...projectSections(report, page),
    ...(page.verbose ? report.suppressed.map((finding) => suppressedLines(finding, page)) : []),
    ...report.gaps.map((gap) => gapLines('error', gap, page)),
    ...noteSections(report.notes, page),
    footer(report, page),
  ];
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

type Section = readonly string[];

/** A heading for each project that has findings; its own findings first if they are the worst, then service by service. */
function projectSections({ projects, findings }: Report, page: Page): readonly Section[] {
  const projectsByName = grouped(projects, ({ name }) => name);
  const byProject = grouped(findings, ({ project }) => project);
  return Array.from(byProject).flatMap(([name, ofProject]) => {
    const byService = grouped(ofProject, subjectOf);
    const services = Array.from(byService).flatMap(([service, ofService]) => serviceSections(service, ofService, page));
    return [[projectHeading(name, projectsByName.get(name) ?? [], page)], ...services];
  });
}

/** The service a finding is about; nothing where it is about several, that is, about the project. */
function subjectOf({ services }: Finding): string {
  return services.length === 1 ? (services[0] ?? '') : '';
}

function projectHeading(name: string, projects: readonly ReportProject[], page: Page): string {
  const files = projects.flatMap((project) => project.files).map(page.show);
  const services = projects.reduce((sum, project) => sum + project.services, 0);
  const details = [...(files.length > 0 ? [files.join(', ')] : []), count(services, 'service')];
  return `${page.bold(page.show(name))} ${page.dim(`· ${details.join(' · ')}`)}`;
}

function serviceSections(service: string, findings: readonly Finding[], page: Page): readonly Section[] {
  const isFolded = ({ persona }: Finding) => persona === 'pedantic' && !page.verbose;
  const full = findings.filter((finding) => !isFolded(finding));
  const folded = findings.filter(isFolded);
  const sections = full.map((finding) => findingLines(finding, page));
  if (folded.length > 0) sections.push(pedanticLines(folded, page));
  return service === '' ? sections : [[`${page.dim('service')} ${page.bold(page.show(service))}`], ...sections];
}

/** What everybody could do better is said once for each service, in as few lines as hold it. */
function pedanticLines(findings: readonly Finding[], page: Page): Section {
  const items = findings.map(({ severity, ruleId, locations }) => {
    return `${severity}[${page.show(ruleId)}] ${placeOf(locations[0], page.show)}`;
  });
  return hanging(page, { text: 'pedantic', paint: page.bold }, [items.join(', ')]);
}

function suppressedLines(finding: Suppressed, page: Page): Section {
  const { ruleId, message, locations, suppression } = finding;
  const heading = { text: `suppressed[${page.show(ruleId)}]`, paint: page.dim };
  const reason = `by ${suppression.kind}: ${suppression.reason === '' ? 'no reason given' : suppression.reason}`;
  return [
    ...hanging(page, heading, [message], undefined, 2),
    arrow(locations[0], 1, page),
    ...hanging(page, { text: '  =', paint: page.frame }, [reason]),
  ];
}

/** To who reads, a gap is an error of the input: something is there that could not be judged. */
function gapLines(kind: 'error' | 'note', gap: Gap, page: Page): Section {
  const paint = kind === 'error' ? page.severity.high : page.bold;
  const lines = hanging(page, { text: `${kind}:`, paint }, [gap.reason], undefined, 2);
  return gap.file === '' ? lines : [...lines, arrow(gap, 1, page)];
}

function noteSections(notes: readonly Gap[], page: Page): readonly Section[] {
  const shown = page.verbose ? notes : notes.slice(0, NOTE_LIMIT);
  const left = notes.length - shown.length;
  const sections = shown.map((note) => gapLines('note', note, page));
  return left > 0 ? [...sections, [page.dim(`${count(left, 'more note')}; --verbose shows them`)]] : sections;
}

/** A shard may well be empty where there are fewer projects than shards. */
export function emptyRun({ shard }: Report): string {
  if (!shard || shard.total === 0) return 'Nothing was analyzed';
  return `Nothing to do for shard ${shard.index}/${shard.count}: all of the run is with the others`;
}

function footer(report: Report, page: Page): Section {
  const { findings, suppressed, gaps } = report;
  const extent = `${extentOf(report)} analyzed`;
  const parts = [
    ...(suppressed.length > 0 ? [`${suppressed.length} suppressed`] : []),
    ...(gaps.length > 0 ? [`${count(gaps.length, 'error')}, so the analysis is incomplete`] : []),
  ];
  if (report.projects.length === 0) return [page.bold(emptyRun(report))];
  if (findings.length === 0) return [[page.bold('No findings'), ...parts, extent].join(' · ')];
  const total = `${count(findings.length, 'finding')}: ${countBySeverity(findings)}`;
  const explain = page.dim('Why, and how to fix it: bulkhead explain RULE');
  return [[page.bold(total), ...parts].join(' · '), page.dim(extent), explain];
}
