/** The validator that `schemas/compile.mjs` makes of `schemas/report.schema.json`. */

/** The first keyword of a schema that a value does not satisfy. */
export interface ReportError {
  readonly keyword: string;
  /** Keys and indices as a JSON pointer. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export const validate: { (data: unknown): boolean; readonly errors?: readonly ReportError[] | null };
