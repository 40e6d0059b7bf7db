/**
 * Holds the loader against Docker Compose, on projects that chance puts together:
 *   node test/fuzz/compose.mjs --compose BINARY [--projects N] [--seconds N] [--seed S] [--minimize N]
 */
import { runTypeScript } from '../support/run-typescript.mjs';

await runTypeScript(new URL('./compose/main.ts', import.meta.url));
