/** YAML texts from trees whose scalars are written by hand: the grammar decides what is quoted, not a serializer. */

/** A string is a scalar as it stands in the file. */
export type Node = string | Collection;

export interface Collection {
  /** A tag or an anchor in front of it. */
  readonly mark?: string;
  readonly flow?: boolean;
  readonly items?: readonly Node[];
  readonly entries?: readonly (readonly [key: string, value: Node])[];
}

/** A whole document. */
export function documentText(node: Collection): string {
  return entriesText(node.entries ?? [], 0);
}

function entriesText(entries: NonNullable<Collection['entries']>, indent: number): string {
  return entries.map(([key, value]) => `${' '.repeat(indent)}${key}:${valueText(value, indent)}`).join('');
}

/** What follows a colon or a dash, its line end included. */
function valueText(node: Node, indent: number): string {
  if (typeof node === 'string') return `${node === '' ? '' : ' '}${scalarText(node, indent)}\n`;
  const mark = node.mark ? ` ${node.mark}` : '';
  const { items, entries } = node;
  if (node.flow || (items ?? entries ?? []).length === 0) {
    const flow = flowText({ ...node, mark: '' });
    return `${mark}${flow === '' ? '' : ` ${flow}`}\n`;
  }
  if (entries) return `${mark}\n${entriesText(entries, indent + 2)}`;
  const pad = ' '.repeat(indent + 2);
  return `${mark}\n${(items ?? []).map((item) => `${pad}-${valueText(item, indent + 2)}`).join('')}`;
}

function scalarText(text: string, indent: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(indent + 2)}`);
}

function flowText(node: Node): string {
  if (typeof node === 'string') return flowScalar(node);
  const mark = node.mark ? `${node.mark} ` : '';
  if (node.items) return `${mark}[${node.items.map(flowText).join(', ')}]`;
  if (node.entries) return `${mark}{${node.entries.map(([key, value]) => `${key}: ${flowText(value)}`).join(', ')}}`;
  return node.mark ?? '';
}

/** Quoted where a bracket or a comma would end it. */
function flowScalar(text: string): string {
  const isWhole = /^(?:"[^"]*"|'[^']*'|[*&!][^,[\]{}]*)$/s.test(text);
  return !isWhole && /[,[\]{}\n]|^[|>]/.test(text) ? JSON.stringify(text.replace(/^[|>][-+]?\n/, '')) : text;
}
