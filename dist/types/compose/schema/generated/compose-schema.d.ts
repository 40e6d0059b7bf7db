import type { Schema } from '../certainly-valid.js';
export declare const schema: Schema;
