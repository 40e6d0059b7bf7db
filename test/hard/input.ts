/** What a hard input is, and small pieces to make one of. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A folder made to hang, crash or fool whoever reads it. */
export interface HardInput {
  readonly name: string;
  /** Writes it into an empty folder. */
  readonly make: (folder: string) => void;
  /** By default `check compose.yaml`; run in the folder. */
  readonly argv?: readonly string[];
  /** Exit code: 0 and 1 are verdicts, 2 is an error that names its cause. */
  readonly code: 0 | 1 | 2;
  /** What must be among that which is printed, the file's name and the cause above all. */
  readonly says?: RegExp;
}

export type Text = string | Uint8Array;

export function input(
  name: string,
  code: HardInput['code'],
  files: (() => Text | Readonly<Record<string, Text>>) | ((folder: string) => void),
  more: Pick<HardInput, 'argv' | 'says'> = {},
): HardInput {
  const make = (folder: string): void => {
    const made = files(folder);
    if (made === undefined) return;
    const isOne = typeof made === 'string' || made instanceof Uint8Array;
    writeAll(folder, isOne ? { 'compose.yaml': made } : made);
  };
  return { name, code, make, ...more };
}

export function writeAll(folder: string, files: Readonly<Record<string, Text>>): void {
  const made = new Set<string>();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, content);
  }
}

/** A named pipe that nobody writes to. */
export function pipe(file: string): void {
  spawnSync('mkfifo', [file]);
}

/** The texts that a function makes of 0 to `count` - 1, one after another. */
export function repeat(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

export function services(count: number, body: (index: number) => string): string {
  return `services:\n${repeat(count, (index) => `  s${index}:\n${body(index)}`)}`;
}

/** A small project with one finding that fails a check. */
export const CONTROL = `services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: maple-cedar-41
`;

/** A small project with nothing to find. */
export const CALM = 'services:\n  app:\n    image: shop/app:1.0\n';
