/** The validator that `schemas/compile.mjs` makes of `schemas/sarif-input.schema.json`. */
import type { ReportError } from './report.js';

export const validate: { (data: unknown): boolean; readonly errors?: readonly ReportError[] | null };
