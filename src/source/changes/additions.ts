/** Members added to lists and mappings, which are made where they are absent and take the style of what is around them. */
import { replacement, type TextEdit } from '../edits.js';
import type { Entry, Mapping, Path, Sequence, Tree } from '../tree.js';
import { isNull, stringValue } from '../tree.js';
import {
  CannotChange,
  columnAt,
  demandOwn,
  isFlow,
  type Layout,
  lineEnd,
  lineStart,
  ownEntries,
  writtenEnd,
} from './written.js';

/** What a collection shall hold. */
export interface Wanted {
  /** Which of the two it becomes where there is none. */
  create: 'list' | 'mapping';
  /** Names, and what they get where the collection is a mapping. */
  readonly members: Map<string, Readonly<Record<string, string>>>;
  readonly inner: Map<string, Wanted>;
}

export function nothingWanted(): Wanted {
  return { create: 'mapping', members: new Map(), inner: new Map() };
}

export function wantedAt(root: Wanted, path: Path): Wanted {
  let wanted = root;
  for (const key of path) {
    const name = String(key);
    const inner = wanted.inner.get(name) ?? nothingWanted();
    wanted.inner.set(name, inner);
    wanted = inner;
  }
  return wanted;
}

/** `removed`: entries that go as a whole; new ones stand in their place. `deletions`: all that goes. */
export function additions(
  layout: Layout,
  wanted: Wanted,
  removed: ReadonlySet<Entry>,
  deletions: readonly TextEdit[],
): readonly TextEdit[] {
  const edits = extend({ layout, removed }, layout.root, wanted, undefined);
  return withoutMeeting(edits.map((edit) => besideDeletions(layout, edit, deletions)));
}

/** New lines that would stand among lines that go stand before them. */
function besideDeletions({ source, lineBreak }: Layout, edit: TextEdit, deletions: readonly TextEdit[]): TextEdit {
  const { start, end } = edit.at;
  const around = deletions.find(({ at }) => at.start < start && end < at.end);
  if (!around) return edit;
  const lines = edit.text.startsWith(lineBreak)
    ? edit.text.slice(lineBreak.length)
    : edit.text.slice(0, -lineBreak.length);
  const place = around.at.start;
  const isLineStart = lineStart(source, place) === place;
  return replacement(source, place, place, isLineStart ? lines + lineBreak : lineBreak + lines);
}

/** Insertions at one place become one: the first is that into the innermost collection. */
function withoutMeeting(edits: readonly TextEdit[]): readonly TextEdit[] {
  const insertions = new Map<number, TextEdit>();
  for (const { at, text } of edits) {
    if (at.start === at.end) insertions.set(at.start, { at, text: (insertions.get(at.start)?.text ?? '') + text });
  }
  return [...edits.filter(({ at }) => at.start < at.end), ...insertions.values()];
}

interface Context {
  readonly layout: Layout;
  readonly removed: ReadonlySet<Entry>;
}

/** `entry`: where the tree is the value; absent for the root. */
function extend(context: Context, tree: Tree, wanted: Wanted, entry: Entry | undefined): readonly TextEdit[] {
  if (entry && isNull(tree) && tree.at.start === tree.at.end) return [below(context, entry, wanted)];
  if (tree.kind === 'scalar') throw new CannotChange('a scalar stands where a list or a mapping is needed');
  if (tree.kind === 'mapping') return extendMapping(context, tree, wanted);
  demandOwn(context.layout, tree);
  if (wanted.inner.size > 0 && entry) return asMapping(context, tree, wanted, entry);
  return extendList(context, tree, wanted);
}

function extendMapping(context: Context, tree: Mapping, wanted: Wanted): readonly TextEdit[] {
  const missing: Wanted = nothingWanted();
  const edits: TextEdit[] = [];
  for (const [name, inner] of wanted.inner) {
    const entry = tree.entries.get(name);
    if (!entry) missing.inner.set(name, inner);
    else if (entry.at.via.length > 0 || entry.value.at.via.length > 0)
      throw new CannotChange(`\`${name}\` comes from an anchor or a merge key`);
    else edits.push(...extend(context, entry.value, inner, entry));
  }
  for (const [name, value] of wanted.members) if (!tree.entries.has(name)) missing.members.set(name, value);
  if (missing.inner.size + missing.members.size > 0) {
    demandOwn(context.layout, tree);
    edits.push(isFlow(tree) ? intoFlowMapping(context, tree, missing) : intoBlockMapping(context, tree, missing));
  }
  return edits;
}

function intoBlockMapping(context: Context, tree: Mapping, missing: Wanted): TextEdit {
  const { source, lineBreak } = context.layout;
  const own = ownEntries(tree);
  const first = own[0];
  if (!first) throw new CannotChange('all of it comes from merge keys');
  const lines = mappingLines(context, missing, columnAt(source, first.at.start));
  const gone = own.find((entry) => context.removed.has(entry));
  if (gone) return insert(context, lineStart(source, gone.at.start), lines.join(lineBreak) + lineBreak);
  const gap = isSpaced(context, own) ? lineBreak : '';
  return insert(context, lineEnd(source, tree.at.end), lineBreak + gap + lines.join(lineBreak));
}

/** Whether a blank line stands between the last two entries. */
function isSpaced(context: Context, entries: readonly Entry[]): boolean {
  const { source } = context.layout;
  const last = entries.length > 1 ? entries.at(-1) : undefined;
  if (!last) return false;
  const before = source.text.slice(0, lineStart(source, last.at.start)).replace(/\r?\n$/, '');
  return /(^|[\r\n])[ \t]*$/.test(before.slice(-200));
}

function intoFlowMapping(context: Context, tree: Mapping, missing: Wanted): TextEdit {
  const pairs = flowMembers(missing);
  const own = ownEntries(tree);
  const end = Math.max(...own.map(({ at, value }) => Math.max(at.end, writtenEnd(value))));
  if (own.length === 0 && tree.entries.size > 0) throw new CannotChange('all of it comes from merge keys');
  if (own.length === 0) return insert(context, tree.at.start + 1, pairs);
  return insert(context, end, own.every((entry) => context.removed.has(entry)) ? pairs : `, ${pairs}`);
}

function extendList(context: Context, tree: Sequence, wanted: Wanted): readonly TextEdit[] {
  const { source, lineBreak } = context.layout;
  const present = new Set(tree.items.map(stringValue));
  const missing = [...wanted.members.keys()].filter((name) => !present.has(name)).map(scalarText);
  if (missing.length === 0) return [];
  const last = tree.items.at(-1);
  if (!last) return [insert(context, tree.at.start + 1, missing.join(', '))];
  if (isFlow(tree)) return [insert(context, writtenEnd(last), `, ${missing.join(', ')}`)];
  const column = columnAt(source, tree.at.start);
  const lines = missing.map((name) => `${' '.repeat(column)}- ${name}`);
  return [insert(context, lineEnd(source, tree.at.end), lineBreak + lines.join(lineBreak))];
}

/** The short form of `networks` is a list of names; the long form has them as keys. */
function asMapping(context: Context, tree: Sequence, wanted: Wanted, entry: Entry): readonly TextEdit[] {
  const { source, lineBreak } = context.layout;
  const names = tree.items.map(stringValue);
  const isComplete = [...wanted.inner.keys(), ...wanted.members.keys()].every((name) => names.includes(name));
  if (!isComplete) throw new CannotChange('the list lacks a name that another file adds');
  const edits: TextEdit[] = [];
  const isInFlow = isFlow(tree);
  if (isInFlow) {
    const { start, end } = tree.at;
    edits.push(replacement(source, start, start + 1, '{'), replacement(source, end - 1, end, '}'));
  }
  for (const item of tree.items) {
    const name = stringValue(item);
    if (name === undefined || item.at.via.length > 0) throw new CannotChange('the list holds more than names');
    const inner = wanted.inner.get(name);
    if (isInFlow) {
      edits.push(insert(context, item.at.end, `: ${inner ? flowValue(inner) : 'null'}`));
      continue;
    }
    const dash = source.text.lastIndexOf('-', item.at.start - 1);
    if (source.text.slice(dash + 1, item.at.start).trim() !== '')
      throw new CannotChange('an anchor or a tag stands there');
    // A key as far left as the one it belongs to would stand beside it.
    const isIndented = columnAt(source, dash) > columnAt(source, entry.at.start);
    edits.push(replacement(source, dash, item.at.start, isIndented ? '' : ' '.repeat(item.at.start - dash)));
    edits.push(insert(context, item.at.end, ':'));
    if (!inner) continue;
    const lines = bodyLines(context, inner, columnAt(source, isIndented ? dash : item.at.start));
    const end = lineEnd(source, item.at.end);
    if (end === item.at.end) edits.pop();
    edits.push(insert(context, end, `${end === item.at.end ? ':' : ''}${lineBreak}${lines.join(lineBreak)}`));
  }
  return edits;
}

/** A key that has no value yet. */
function below(context: Context, entry: Entry, wanted: Wanted): TextEdit {
  const { source, lineBreak } = context.layout;
  const { start } = entry.value.at;
  const end = lineEnd(source, start);
  const isAlone = source.text.slice(lineStart(source, entry.at.start), entry.at.start).trim() === '';
  if (!isAlone || !/^[ \t]*(#.*)?$/.test(source.text.slice(start, end)))
    return insert(context, start, ` ${flowValue(wanted)}`);
  return insert(context, end, lineBreak + bodyLines(context, wanted, columnAt(source, entry.at.start)).join(lineBreak));
}

function insert(context: Context, at: number, text: string): TextEdit {
  return replacement(context.layout.source, at, at, text);
}

function mappingLines(context: Context, { inner, members }: Wanted, column: number): readonly string[] {
  const indent = ' '.repeat(column);
  const deeper = ' '.repeat(column + context.layout.step);
  const lines: string[] = [];
  for (const [name, wanted] of inner)
    lines.push(`${indent}${scalarText(name)}:`, ...bodyLines(context, wanted, column));
  for (const [name, value] of members) {
    lines.push(`${indent}${scalarText(name)}:`);
    for (const [key, text] of Object.entries(value)) lines.push(`${deeper}${scalarText(key)}: ${scalarText(text)}`);
  }
  return lines;
}

/** What stands below a key at this column. */
function bodyLines(context: Context, wanted: Wanted, column: number): readonly string[] {
  const deeper = column + context.layout.step;
  if (!isList(wanted)) return mappingLines(context, wanted, deeper);
  const indent = ' '.repeat(context.layout.indentsLists ? deeper : column);
  return [...wanted.members.keys()].map((name) => `${indent}- ${scalarText(name)}`);
}

function isList({ create, inner }: Wanted): boolean {
  return create === 'list' && inner.size === 0;
}

function flowValue(wanted: Wanted): string {
  if (isList(wanted)) return `[${[...wanted.members.keys()].map(scalarText).join(', ')}]`;
  return `{ ${flowMembers(wanted)} }`;
}

function flowMembers({ inner, members }: Wanted): string {
  return [
    ...Array.from(inner, ([name, wanted]) => `${scalarText(name)}: ${flowValue(wanted)}`),
    ...Array.from(members, ([name, value]) => {
      const pairs = Object.entries(value).map(([key, text]) => `${scalarText(key)}: ${scalarText(text)}`);
      return `${scalarText(name)}: { ${pairs.join(', ')} }`;
    }),
  ].join(', ');
}

/** YAML 1.1 and 1.2 read these as something else than text, and so may whoever reads the file. */
const WORDS = /^(true|false|yes|no|on|off|null|y|n|~)$/i;

/** A text as a scalar that every reader takes for that text. JSON is YAML. */
function scalarText(text: string): string {
  return /^[A-Za-z_/][\w./-]*$/.test(text) && !WORDS.test(text) ? text : JSON.stringify(text);
}
