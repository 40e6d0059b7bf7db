/**
 * Compiles the schemas that are checked at run time into plain functions, so that no schema compiler has to be shipped,
 * started or trusted with `new Function`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _, Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const SCHEMAS = dirname(fileURLToPath(import.meta.url));

/**
 * Each output exports `validate(data)`, which leaves what is wrong in `validate.errors`: all of it, or what comes first.
 * `data`, where there is one, is the schema itself without its texts.
 */
const TABLE = [
  {
    schema: 'compose.schema.json',
    output: '../src/compose/schema/generated/compose.js',
    data: '../src/compose/schema/generated/compose-schema.ts',
  },
  { schema: 'config.schema.json', output: '../src/analysis/config/generated/config.js' },
  { schema: 'report.schema.json', output: '../src/report/generated/report.js', allErrors: false },
  { schema: 'sarif-input.schema.json', output: '../src/report/generated/sarif-input.js', allErrors: false },
];

const OPTIONS = {
  strict: true,
  strictTypes: false,
  allErrors: true,
  verbose: true,
  inlineRefs: false,
  messages: false,
};

/** Ajv's own `uniqueItems` compares every pair of items: too slow for hostile input, and it finds another pair than Compose. */
const UNIQUE_ITEMS = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  error: { message: '', params: ({ params }) => _`{i: ${params.pair}[0], j: ${params.pair}[1]}` },
  code(context) {
    if (!context.schema) return;
    const { gen, data } = context;
    const find = gen.scopeValue('func', {
      ref: UNIQUE_ITEMS,
      code: _`require("../src/compose/schema/equal-items.ts").equalItems`,
    });
    const pair = gen.const('pair', _`${find}(${data})`);
    context.setParams({ pair });
    context.fail(_`${pair} !== undefined`);
  },
};

for (const { schema: file, output, data, allErrors = true } of TABLE) {
  const schema = JSON.parse(await readFile(resolve(SCHEMAS, file), 'utf8'));
  new Ajv2020(OPTIONS).compile(schema);
  await build({
    stdin: { contents: sourceOf(schema, allErrors), resolveDir: SCHEMAS },
    outfile: resolve(SCHEMAS, output),
    bundle: true,
    format: 'cjs',
    minify: true,
    target: 'node20',
    logLevel: 'warning',
  });
  if (data) {
    const text = JSON.stringify(withoutDescriptions(schema));
    await writeFile(
      resolve(SCHEMAS, data),
      `import type { Schema } from '../certainly-valid.js';\n\nexport const schema: Schema = JSON.parse(${JSON.stringify(text)});\n`,
    );
  }
}

function sourceOf(schema, allErrors) {
  const ajv = new Ajv2020({
    ...OPTIONS,
    allErrors,
    meta: false,
    validateSchema: false,
    code: { source: true, lines: true },
  });
  ajv.removeKeyword('uniqueItems').addKeyword(UNIQUE_ITEMS);
  ajv.addSchema(withoutDescriptions(schema), 'schema');
  return standalone.default(ajv, { validate: 'schema' });
}

/** A property may be named `description` too: only texts are dropped. */
function withoutDescriptions(value) {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key, item]) => key !== 'description' || typeof item !== 'string');
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutDescriptions(item)]));
}
