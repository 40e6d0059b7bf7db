/**
 * Prints what a graph of a large project costs, and how it grows:
 *   node test/bench/run.mjs [SERVICES...]        default: 1000 10000
 */
import { runTypeScript } from '../support/run-typescript.mjs';

await runTypeScript(new URL('./main.ts', import.meta.url));
