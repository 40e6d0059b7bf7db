/** The table of output formats: each a pure function of the report. */
import type { Report } from '../analysis/report.js';
import type { GithubOptions } from './github.js';
import type { MarkdownOptions } from './markdown.js';
import type { RepositoryOptions } from './paths.js';
import { type PrettyOptions } from './pretty.js';
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
export declare const FORMATS: {
    readonly pretty: {
        readonly title: "source lines with what is wrong in them";
        readonly tellsGaps: true;
        readonly render: (report: Report, options: FormatOptions) => string;
    };
    readonly unix: {
        readonly title: "a line for each finding, for problem matchers";
        readonly tellsGaps: false;
        readonly render: (report: Report) => string;
    };
    readonly json: {
        readonly title: "the report, as schemas/report.schema.json describes it";
        readonly tellsGaps: true;
        readonly render: (report: Report) => string;
    };
    readonly sarif: {
        readonly title: "SARIF 2.1.0, for code scanning";
        readonly tellsGaps: true;
        readonly render: (report: Report, options: FormatOptions) => string;
    };
    readonly github: {
        readonly title: "annotations as workflow commands";
        readonly tellsGaps: true;
        readonly render: (report: Report, options: FormatOptions) => string;
    };
    readonly markdown: {
        readonly title: "a table for a job summary";
        readonly tellsGaps: true;
        readonly render: (report: Report, options: FormatOptions) => string;
    };
    readonly junit: {
        readonly title: "JUnit XML";
        readonly tellsGaps: true;
        readonly render: (report: Report) => string;
    };
    readonly gitlab: {
        readonly title: "GitLab's Code Quality report";
        readonly tellsGaps: false;
        readonly render: (report: Report, options: FormatOptions) => string;
    };
};
export type FormatName = keyof typeof FORMATS;
export declare function isFormatName(name: string): name is FormatName;
export declare const FORMAT_NAMES: readonly FormatName[];
