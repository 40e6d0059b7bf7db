/** Writes docs/rules/, the table of rules in the README and the rule ids in schemas/config.schema.json: node .ci/docs.mjs */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTypeScript } from '../test/support/run-typescript.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
await runTypeScript(new URL('./write-docs.ts', import.meta.url));
const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'format', '--write', 'schemas/config.schema.json'], { stdio: 'inherit' });
