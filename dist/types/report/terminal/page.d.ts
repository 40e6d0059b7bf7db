import type { Severity } from '../severity.js';
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
export declare function pageOf({ color, width, verbose, insideActions, }: PrettyOptions): Page;
/** Lines after a heading, wrapped; all but the first are indented by `indent`, by default under the first. */
export declare function hanging(page: Page, heading: {
    readonly text: string;
    readonly paint: Paint;
}, lines: readonly string[], paint?: Paint, indent?: number): readonly string[];
export {};
