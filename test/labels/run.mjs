/**
 * Scores the analysis against projects that people judged by hand:
 *   node test/labels/run.mjs [--verbose] [--match=TEXT] [FILE]
 * FILE has the layout of `labels/labels.json` beside the repository, which is the default.
 */
import { runTypeScript } from '../support/run-typescript.mjs';

await runTypeScript(new URL('./main.ts', import.meta.url));
