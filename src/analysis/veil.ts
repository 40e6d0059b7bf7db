/** Hides in what was told of one batch what only another one knows to be secret. */
import { Secret } from '../rules/credentials/secret.js';
import { lineStarts, type Range, type SourceText } from '../source/text.js';
import type { Finding, Location, Snippet, Suppressed } from './report.js';
import { hiderOf } from './secrets.js';
import { snippetOf } from './snippet.js';

export interface Veil {
  /** A message, a name, a path. */
  readonly text: (text: string) => string;
  readonly finding: <Told extends Finding | Suppressed>(finding: Told) => Told;
}

/** What it takes to find so many secrets is made ready when it is first asked. */
export function veilOf(secrets: readonly Secret[]): Veil {
  let made: ReturnType<typeof Secret.finders> | undefined;
  const finders = () => {
    made ??= Secret.finders(secrets);
    return made;
  };
  const hide = hiderOf((text) => finders().names(text));
  const snippet = (shown: Snippet): Snippet => {
    const source: SourceText = { path: '', text: shown.lines.join('\n') };
    const masks = finders()
      .texts(source.text)
      .map(({ start, end }) => ({ source, start, end }));
    return masks.length === 0 ? shown : masked(shown, source, masks);
  };
  const location = (at: Location): Location => ({
    ...at,
    file: hide(at.file),
    label: hide(at.label),
    snippet: snippet(at.snippet),
  });
  return {
    text: hide,
    finding: (told) => {
      const { locations, fix } = told;
      const [first, ...others] = locations;
      return {
        ...told,
        message: hide(told.message),
        advice: hide(told.advice),
        project: hide(told.project),
        services: told.services.map(hide),
        evidence: Object.fromEntries(Object.entries(told.evidence).map(([key, text]) => [key, hide(text)])),
        locations: [location(first), ...others.map(location)],
        ...(fix && {
          fix: {
            ...fix,
            title: hide(fix.title),
            edits: fix.edits.some(({ text }) => hide(text) !== text)
              ? []
              : fix.edits.map((edit) => ({ ...edit, file: hide(edit.file) })),
          },
        }),
        ...('suppression' in told && {
          suppression: { ...told.suppression, reason: hide(told.suppression.reason) },
        }),
      };
    },
  };
}

/** The same lines, as if they were a text of their own. */
function masked({ startLine, lines, marked }: Snippet, source: SourceText, masks: readonly Range[]): Snippet {
  const starts = lineStarts(source);
  const offset = (line: number, column: number) => (starts[line - startLine] ?? source.text.length) + column - 1;
  const start = offset(marked.startLine, marked.startColumn);
  const end = offset(marked.endLine, marked.endColumn);
  const again = snippetOf({ source, start, end }, masks, lines.length);
  const down = startLine - again.startLine;
  return {
    startLine,
    lines: again.lines,
    marked: { ...again.marked, startLine: again.marked.startLine + down, endLine: again.marked.endLine + down },
  };
}
