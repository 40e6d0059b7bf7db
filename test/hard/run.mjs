/**
 * Runs the command line over inputs made to hang, crash or fool it, and prints what each took:
 *   node test/hard/run.mjs [--all] [--show] [NAME...]
 * `--all`: every command over each of them; `--show`: what was printed where something is wrong.
 */
import { runTypeScript } from '../support/run-typescript.mjs';

await runTypeScript(new URL('./main.ts', import.meta.url));
