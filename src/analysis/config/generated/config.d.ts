/** The validator that `schemas/compile.mjs` makes of `schemas/config.schema.json`. */

/** One keyword of the schema that a value does not satisfy. */
export type SchemaError = {
  /** Keys and indices as a JSON pointer. */
  readonly instancePath: string;
  /** The schema that has the keyword. */
  readonly parentSchema: { readonly properties?: Readonly<Record<string, unknown>> };
} & (
  | { readonly keyword: 'type'; readonly params: { readonly type: string | readonly string[] } }
  | { readonly keyword: 'enum'; readonly params: { readonly allowedValues: readonly string[] } }
  | { readonly keyword: 'pattern'; readonly params: { readonly pattern: string } }
  | { readonly keyword: 'minItems'; readonly params: { readonly limit: number } }
  | { readonly keyword: 'required'; readonly params: { readonly missingProperty: string } }
  | { readonly keyword: 'additionalProperties'; readonly params: { readonly additionalProperty: string } }
);

export const validate: { (data: unknown): boolean; readonly errors?: readonly SchemaError[] | null };
