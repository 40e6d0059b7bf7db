/**
 * Loads real Compose files and compares with what Docker Compose printed of them:
 *   node test/corpus/run.mjs [--verbose] [--match=TEXT] [DIR]
 * DIR has the layout of the corpus beside the repository, which is the default.
 */
import { runTypeScript } from '../support/run-typescript.mjs';

await runTypeScript(new URL('./main.ts', import.meta.url));
