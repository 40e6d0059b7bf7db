/** The report for people at a terminal: by project and service, worst first, each finding at its lines. */
import type { Report } from '../analysis/report.js';
import { type PrettyOptions } from './terminal/page.js';
export type { PrettyOptions };
export declare function pretty(report: Report, options: PrettyOptions): string;
/** A shard may well be empty where there are fewer projects than shards. */
export declare function emptyRun({ shard }: Report): string;
