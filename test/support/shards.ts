/** Runs a check whole and in shards, and merges what the shards wrote. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './world.js';

export interface Written {
  readonly json: string;
  readonly sarif: string;
  readonly code: number;
}

/** `json` and `sarif` are the texts of files, as any job would leave them behind. */
export async function written(cwd: string, argv: readonly string[], command = 'check'): Promise<Written> {
  const out = mkdtempSync(path.join(tmpdir(), 'bulkhead-shards-'));
  try {
    const file = (name: string) => path.join(out, name);
    const outputs = ['-o', `json=${file('json')}`, '-o', `sarif=${file('sarif')}`];
    const { code, stderr } = await run([command, '--format', 'unix', ...outputs, ...argv], { cwd });
    if (code > 2) throw new Error(stderr);
    return { code, json: readFileSync(file('json'), 'utf8'), sarif: readFileSync(file('sarif'), 'utf8') };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The exit code is that of merging the reports in JSON. `reports` are merged in their order. */
export async function merged(cwd: string, reports: readonly Written[]): Promise<Written> {
  const join = async (format: 'json' | 'sarif') => {
    const out = mkdtempSync(path.join(tmpdir(), 'bulkhead-merge-'));
    try {
      const files = reports.map((report, index) => {
        const file = path.join(out, `${index}.${format}`);
        writeFileSync(file, report[format]);
        return file;
      });
      return await run(['merge', '--format', format, ...files], { cwd });
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  };
  const [json, sarif] = [await join('json'), await join('sarif')];
  return { code: json.code, json: json.stdout, sarif: sarif.stdout };
}

export async function shardsOf(cwd: string, count: number, argv: readonly string[]): Promise<readonly Written[]> {
  const shards: Written[] = [];
  for (let index = 1; index <= count; index++) {
    shards.push(await written(cwd, ['--shard', `${index}/${count}`, ...argv]));
  }
  return shards;
}
