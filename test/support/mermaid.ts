/** What Mermaid's own parser says of diagrams, in a process of its own, since it is an ES module that wants a page. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** For each text: `null`, or why it is no diagram. */
export function parseDiagrams(texts: readonly string[]): readonly (string | null)[] {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(__dirname, 'mermaid-parse.mjs')], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The diagrams in a Markdown text, whatever the length of their fences. */
export function diagramsIn(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/^(`{3,})mermaid\n([\s\S]*?)\n\1$/gm), ([, , text = '']) => text);
}
