/** The table of output formats: each a pure function of the report. */
import type { Report } from '../analysis/report.js';
import type { GithubOptions } from './github.js';
import type { MarkdownOptions } from './markdown.js';
import type { RepositoryOptions } from './paths.js';
import { type PrettyOptions, pretty } from './pretty.js';
import type { SarifOptions } from './sarif.js';

/** Each format takes the options it knows. */
export interface FormatOptions {
  readonly pretty?: PrettyOptions;
  readonly sarif?: SarifOptions;
  readonly github?: GithubOptions;
  readonly markdown?: MarkdownOptions;
  readonly gitlab?: RepositoryOptions;
}

export interface Format {
  /** For `--help`. */
  readonly title: string;
  /** Whether it has a place for what could not be analyzed. */
  readonly tellsGaps: boolean;
  /** Ends with a line end, unless it is empty. */
  readonly render: (report: Report, options: FormatOptions) => string;
}

function others(): typeof import('./other-formats.js') {
  return require('./other-formats.js');
}

export const FORMATS = {
  pretty: {
    title: 'source lines with what is wrong in them',
    tellsGaps: true,
    render: (report, options) => pretty(report, options.pretty ?? {}),
  },
  unix: {
    title: 'a line for each finding, for problem matchers',
    tellsGaps: false,
    render: (report) => others().unix(report),
  },
  json: {
    title: 'the report, as schemas/report.schema.json describes it',
    tellsGaps: true,
    render: (report) => others().json(report),
  },
  sarif: {
    title: 'SARIF 2.1.0, for code scanning',
    tellsGaps: true,
    render: (report, options) => others().sarif(report, options.sarif ?? {}),
  },
  github: {
    title: 'annotations as workflow commands',
    tellsGaps: true,
    render: (report, options) => others().github(report, options.github ?? {}),
  },
  markdown: {
    title: 'a table for a job summary',
    tellsGaps: true,
    render: (report, options) => others().markdown(report, options.markdown ?? {}),
  },
  junit: { title: 'JUnit XML', tellsGaps: true, render: (report) => others().junit(report) },
  gitlab: {
    title: "GitLab's Code Quality report",
    tellsGaps: false,
    render: (report, options) => others().gitlab(report, options.gitlab ?? {}),
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

export const FORMAT_NAMES: readonly FormatName[] = Object.keys(FORMATS).filter(isFormatName);
