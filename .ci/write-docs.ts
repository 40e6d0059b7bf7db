/** Writes the files that are made of the rules, and takes away the pages of rules that are gone. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { documentation, PAGES } from './documentation.js';

export function main(): void {
  const files = documentation((file) => readFileSync(file, 'utf8'));
  mkdirSync(PAGES, { recursive: true });
  for (const name of readdirSync(PAGES)) if (!files.has(PAGES + name)) rmSync(PAGES + name);
  for (const [file, text] of files) writeFileSync(file, text);
}
