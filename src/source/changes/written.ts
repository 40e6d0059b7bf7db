/** How a YAML text is laid out, as far as a change has to know: what stands where, and what serves several places. */
import { parsedOf } from '../parsed.js';
import type { SourceText } from '../text.js';
import type { Entry, Mapping, Origin, Sequence, Tree } from '../tree.js';

/** Thrown by the modules of this folder only: the change cannot be made safely. The message ends a sentence. */
export class CannotChange extends Error {}

export interface Layout {
  readonly source: SourceText;
  readonly root: Mapping;
  readonly lineBreak: string;
  /** Columns from a mapping to a mapping in it. */
  readonly step: number;
  /** Whether the dashes of a list stand further right than its key. */
  readonly indentsLists: boolean;
  /** Where the keys and values begin that an alias or a merge key brings to a second place. */
  readonly shared: ReadonlySet<number>;
}

const known = new WeakMap<SourceText, Layout>();

export function layoutOf(source: SourceText): Layout {
  const earlier = known.get(source);
  if (earlier) return earlier;
  const layout = findLayout(source);
  known.set(source, layout);
  return layout;
}

function findLayout(source: SourceText): Layout {
  const { documents } = parsedOf(source);
  const [document, ...others] = documents;
  if (others.length > 0) throw new CannotChange('the file holds several documents');
  if (document?.root?.kind !== 'mapping') throw new CannotChange('the file is no mapping');
  const { root } = document;
  const shared = new Set<number>();
  let step: number | undefined;
  let indentsLists: boolean | undefined;
  const note = (at: Origin): void => {
    if (at.via.length > 0) shared.add(at.start);
  };
  const visit = (tree: Tree): void => {
    note(tree.at);
    if (tree.kind === 'sequence') for (const item of tree.items) visit(item);
    if (tree.kind !== 'mapping') return;
    for (const { at, value } of tree.entries.values()) {
      note(at);
      const isWritten = at.via.length === 0 && value.at.via.length === 0 && value.kind !== 'scalar';
      if (isWritten && !isFlow(value) && isBlock(source, at)) {
        const inner = startColumn(value);
        if (value.kind === 'mapping') step ??= inner - columnAt(source, at.start);
        else indentsLists ??= inner > columnAt(source, at.start);
      }
      visit(value);
    }
  };
  visit(root);
  const lineBreak = /\r?\n/.exec(source.text)?.[0] ?? '\n';
  return { source, root, lineBreak, step: step && step > 0 ? step : 2, indentsLists: indentsLists ?? true, shared };
}

/** Of a mapping's first key, or of a list's first dash. */
function startColumn(tree: Mapping | Sequence): number {
  return columnAt(tree.at.source, tree.at.start);
}

function isBlock(source: SourceText, { start }: Origin): boolean {
  return source.text.slice(lineStart(source, start), start).trim() === '';
}

export function isFlow({ at }: Mapping | Sequence): boolean {
  return '{['.includes(at.source.text.charAt(at.start) || ' ');
}

/** Refuses what other places of the file use as well, or what itself comes from elsewhere. */
export function demandOwn({ shared }: Layout, tree: Tree): void {
  if (tree.at.via.length > 0) throw new CannotChange('it comes from an anchor or a merge key');
  if (shared.size === 0) return;
  const isMerged = tree.kind === 'mapping' && [...tree.entries.values()].some(({ at }) => isShared(shared, at));
  if (isMerged || shared.has(tree.at.start)) throw new CannotChange('its anchor serves several places');
}

function isShared(shared: ReadonlySet<number>, at: Origin): boolean {
  return at.via.length === 0 && shared.has(at.start);
}

export function ownEntries(tree: Mapping): readonly Entry[] {
  return [...tree.entries.values()].filter(({ at }) => at.via.length === 0);
}

/** Where a value ends in the text, the name of an alias included. */
export function writtenEnd({ at }: Tree): number {
  const site = at.via.findLast((step) => step.how === 'alias');
  return site && 'site' in site ? site.site.end : at.end;
}

export function lineStart({ text }: SourceText, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charAt(start - 1))) start--;
  return start;
}

/** Before the line break. */
export function lineEnd({ text }: SourceText, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charAt(end))) end++;
  return end;
}

/** Behind the line break. */
export function nextLine(source: SourceText, offset: number): number {
  const end = lineEnd(source, offset);
  return end + (source.text.startsWith('\r\n', end) ? 2 : end < source.text.length ? 1 : 0);
}

export function columnAt(source: SourceText, offset: number): number {
  return offset - lineStart(source, offset);
}

function isBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}
