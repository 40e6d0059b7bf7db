/**
 * Runs conformance cases and prints a row for each suite:
 *   node test/conformance/run.mjs [--verbose] [DIR]
 * DIR has the layout of the conformance data beside the repository, which is the default; any part of it will do.
 * Exits 1 where a suite is below its threshold.
 */
import { runTypeScript } from '../support/run-typescript.mjs';

await runTypeScript(new URL('./main.ts', import.meta.url));
