/**
 * Lets chance loose on the analyzer, in memory:
 *   node test/fuzz/run.mjs [--seconds N] [--seed S] [--target NAME] [--count N] [--corpus FOLDER]
 * Ends with 1 where something was found.
 */
import { runTypeScript } from '../support/run-typescript.mjs';

await runTypeScript(new URL('./main.ts', import.meta.url));
