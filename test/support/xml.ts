/** A strict reader of the XML that a report can be made of: elements, attributes, text, character references. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const NAME = '[A-Za-z][A-Za-z0-9-]*';
const ATTRIBUTE = ` (${NAME})="([^"<]*)"`;
const TAG = new RegExp(`^<(${NAME})((?:${ATTRIBUTE})*)(/?)>`);
/** XML 1.0 section 2.2 */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Throws at the first thing that is not well-formed. */
export function parseXml(xml: string): XmlElement {
  if (FORBIDDEN.test(xml)) throw new Error('a character that XML forbids');
  const body = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '');
  const [root, rest] = parseElement(body);
  if (rest.trim() !== '') throw new Error(`after the root: ${rest}`);
  return root;
}

function parseElement(xml: string): [XmlElement, string] {
  const tag = TAG.exec(xml);
  if (tag === null) throw new Error(`no tag: ${xml.slice(0, 80)}`);
  const [whole, name = '', list = '', , , empty] = tag;
  const attributes = new Map<string, string>();
  for (const [, key = '', value = ''] of list.matchAll(new RegExp(ATTRIBUTE, 'g'))) {
    if (attributes.has(key)) throw new Error(`attribute ${key} twice`);
    attributes.set(key, decode(value));
  }
  let rest = xml.slice(whole.length);
  const children: XmlElement[] = [];
  let text = '';
  while (empty !== '/') {
    const next = rest.indexOf('<');
    if (next < 0) throw new Error(`${name} is not closed`);
    text += decode(rest.slice(0, next));
    rest = rest.slice(next);
    if (rest.startsWith('</')) {
      const end = `</${name}>`;
      if (!rest.startsWith(end)) throw new Error(`${name} is closed by ${rest.slice(0, 40)}`);
      rest = rest.slice(end.length);
      break;
    }
    const [child, after] = parseElement(rest);
    children.push(child);
    rest = after;
  }
  return [{ name, attributes, children, text }, rest];
}

function decode(text: string): string {
  if (/&(?!#\d+;)/.test(text) || text.includes(']]>')) throw new Error(`raw & or ]]>: ${text}`);
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** All elements of a name, in document order. */
export function elementsNamed(root: XmlElement, name: string): readonly XmlElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elementsNamed(child, name))];
}
