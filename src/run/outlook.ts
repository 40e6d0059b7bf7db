/** Whether the Compose files of a folder may bring in files of other folders, told by their texts alone: loading takes longer. */
import { FILE_NAMES, OVERRIDE_FILE_NAMES } from '../compose/discover.js';
import { join } from '../compose/file-path.js';
import type { Host } from '../compose/host.js';
import type { ComposeFolder } from './find-projects.js';

const FOUND_BY_NAME = [...FILE_NAMES, ...OVERRIDE_FILE_NAMES, '.env'];

export interface Outlook {
  /** The length of the texts. */
  readonly weight: number;
  /** Whether files elsewhere may be a part of it. Never false where they are. */
  readonly isWide: boolean;
}

/** Keys that name other files. An escape may hide one of them. */
const REFERENCE = /\b(?:include|extends|COMPOSE_FILE|COMPOSE_ENV_FILES)\b|\\(?:[xuU]|\r?\n)/;

const FILE_OF_VARIABLES = /\b(?:env_file|label_file)\b/g;

/** One file of the folder itself, or a list of them, a line each; then comes a key, or nothing. */
const BESIDE = (() => {
  const name = String.raw`(?:"(?:\.\/)?[\w.-]+"|'(?:\.\/)?[\w.-]+'|(?:\.\/)?[\w.-]+)[ \t]*\r?(?:\n|$)`;
  const item = String.raw`[ \t]*-[ \t]+${name}`;
  const next = String.raw`(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:["'\w.-]+:|$)`;
  return new RegExp(String.raw`\b(?:env_file|label_file):[ \t]*(?:${name}|\r?\n(?:${item})+)(?=${next})`, 'g');
})();

/**
 * `.env` counts, too: it may name the files of the project. And so do the files that Docker Compose finds where the search
 * found none, because git ignores them or they are links.
 */
export function outlookOf(host: Host, { directory, others }: ComposeFolder): Outlook {
  const files = new Set([...others, ...FOUND_BY_NAME.map((name) => join(directory, name))]);
  let weight = 0;
  let isWide = false;
  for (const file of files) {
    if (host.stat(file) !== 'file') continue;
    const read = host.readFile(file);
    if (!read.ok) continue;
    weight += read.text.length;
    isWide ||= REFERENCE.test(read.text) || namesFilesElsewhere(read.text);
  }
  return { weight, isWide };
}

function namesFilesElsewhere(text: string): boolean {
  const mentions = text.match(FILE_OF_VARIABLES)?.length ?? 0;
  return mentions > 0 && mentions !== (text.match(BESIDE) ?? []).length;
}
