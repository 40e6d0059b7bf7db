/** What a run writes: formats, and the files they go to. */
import type { Needs } from '../analysis/presenter.js';
import { UserError } from '../compose/problem.js';
import { FORMAT_NAMES, FORMATS, type FormatName, isFormatName } from '../report/formats.js';
import type { RepositoryOptions } from '../report/paths.js';
import type { PrettyOptions } from '../report/pretty.js';
import type { Checked } from './check.js';
import { LINKS } from './links.js';

export interface Output {
  readonly format: FormatName;
  readonly file: string;
}

/** Reads `FORMAT=FILE`; `option` is what it was given as. Throws a `UserError`. */
export function parseOutput(text: string, option: string): Output {
  const end = text.indexOf('=');
  const [format, file] = [text.slice(0, Math.max(end, 0)), text.slice(end + 1)];
  if (!isFormatName(format) || file === '') {
    throw new UserError(`${option}: '${text}' is not FORMAT=FILE`, { hint: `Formats: ${FORMAT_NAMES.join(', ')}.` });
  }
  return { format, file };
}

/** Whether a format has pictures of the projects, so that they must be kept. */
export function drawsProjects(format: string): boolean {
  return format === 'markdown';
}

/** What some formats show of findings. */
export function needsOf(formats: readonly string[]): Needs {
  const hasAny = (...names: readonly FormatName[]) => names.some((name) => formats.includes(name));
  return {
    snippets: hasAny('sarif', 'pretty'),
    hashes: hasAny('sarif'),
    fingerprints: hasAny('sarif', 'json', 'gitlab'),
  };
}

export interface RenderOptions extends RepositoryOptions {
  readonly pretty?: PrettyOptions;
  readonly annotationsPerLevel?: number;
  /** Absolute URI of the repository's files at the commit that was checked. */
  readonly sourceUri?: string;
}

export function render(
  format: FormatName,
  checked: Pick<Checked, 'report' | 'subjects'>,
  options: RenderOptions,
): string {
  const { folder = '', pretty = {}, annotationsPerLevel, sourceUri } = options;
  return FORMATS[format].render(checked.report, {
    pretty,
    sarif: { folder, ...LINKS },
    github: { folder, ...(annotationsPerLevel !== undefined && { annotationsPerLevel }) },
    markdown: {
      folder,
      ...(sourceUri !== undefined && { sourceUri }),
      ...(drawsProjects(format) && { diagrams: pictures().diagramsOf(checked) }),
    },
    gitlab: { folder },
  });
}

/** Loaded when it is needed: one format has pictures. */
function pictures(): typeof import('./diagrams.js') {
  return require('./diagrams.js');
}
