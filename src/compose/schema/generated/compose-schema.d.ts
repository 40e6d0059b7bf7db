/** `schemas/compose.schema.json` without its texts, as `schemas/compile.mjs` writes it. */
import type { Schema } from '../certainly-valid.js';

export const schema: Schema;
