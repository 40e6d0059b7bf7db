/** The report as JSON: the contract of `schemas/report.schema.json`, which other programs rely on. */
import type { Report } from '../analysis/report.js';
/** The report's fields by name, so that what the report learns later does not slip into the contract. */
export declare function json(report: Report): string;
