/** Bundles a TypeScript program in memory and runs it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export async function runTypeScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-'));
  const file = path.join(folder, 'program.cjs');
  writeFileSync(file, outputFiles[0].contents);
  try {
    const program = await import(pathToFileURL(file).href);
    await program.default.main(process.argv.slice(2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
