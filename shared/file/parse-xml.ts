import { maxXmlDepth, maxXmlNodes } from './limits';

/** An element without its namespace prefix, its content in order: elements and stretches of text. */
export type XmlElement = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}>;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (all, name, decimal, hex) => {
        if (name !== undefined) return named[name] ?? all;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;

/** An XML text with more elements, or elements deeper inside each other, than any real file. */
export class XmlLimitError extends Error {}

type OpenElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

const attribute = /\s+([^\s=<>/"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;

/** Position behind a piece of markup that ends so. */
const behind = (text: string, ending: string, from: number): number => {
  const at = text.indexOf(ending, from);
  if (at < 0) throw new Error('cut off');
  return at + ending.length;
};

/**
 * The root element of an XML text, read in one pass: the library used before took 50 times as long, most of
 * the time in which a Word file opened. Nothing outside the text is ever read: a document type
 * declaration, where external and swelling entities come from, is refused; what is built is counted while it is built.
 * @throws XmlLimitError beyond the limits of size and nesting
 * @throws Error when it is not well-formed, has no root element, or a document type declaration.
 */
export const parseXml = (text: string): XmlElement => {
  const outside: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [outside];
  let current = outside;
  let nodes = 0;
  let at = 0;
  for (let next = text.indexOf('<'); next >= 0; next = text.indexOf('<', at)) {
    if (next > at && current !== outside) current.children.push(decode(text.slice(at, next)));
    nodes += 1;
    if (nodes > maxXmlNodes) throw new XmlLimitError('more XML than any real file');
    const sign = text.charCodeAt(next + 1);
    if (sign === 0x2f) {
      at = behind(text, '>', next);
      const name = withoutPrefix(text.slice(next + 2, at - 1).trimEnd());
      if (current === outside || name !== current.name) throw new Error('not well-formed');
      open.pop();
      current = open.at(-1)!;
    } else if (sign === 0x3f) at = behind(text, '?>', next);
    else if (text.startsWith('<!--', next)) at = behind(text, '-->', next + 4);
    else if (text.startsWith('<![CDATA[', next)) {
      at = behind(text, ']]>', next);
      if (current !== outside) current.children.push(text.slice(next + 9, at - 3));
    } else if (sign === 0x21) throw new Error('document type declaration');
    else {
      const element = readTag(text, next);
      current.children.push(element);
      at = tagEnd.lastIndex;
      if (text.charCodeAt(at - 2) === 0x2f) continue;
      open.push(element);
      current = element;
      if (open.length > maxXmlDepth + 1) throw new XmlLimitError('deeper than any real file');
    }
  }
  const root = outside.children.find(isElement);
  if (!root || open.length > 1) throw new Error('no root element');
  return root;
};

/** The element of the tag at a position; `tagEnd` then stands behind the tag. */
const readTag = (text: string, start: number): OpenElement => {
  let at = start + 1;
  for (let code = text.charCodeAt(at); code > 0x20 && code !== 0x2f && code !== 0x3e; code = text.charCodeAt(at))
    at += 1;
  if (at === start + 1) throw new Error('not well-formed');
  const element: OpenElement = { name: withoutPrefix(text.slice(start + 1, at)), attributes: {}, children: [] };
  attribute.lastIndex = at;
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    at = attribute.lastIndex;
    const name = found[1]!;
    if (!name.startsWith('xmlns')) element.attributes[withoutPrefix(name)] = decode(found[2] ?? found[3]!);
  }
  tagEnd.lastIndex = at;
  if (!tagEnd.test(text)) throw new Error('not well-formed');
  return element;
};

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

/** First child element of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => isElement(child) && child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => isElement(child) && child.name === name);

/** Whether a child of that name is there and not switched off (`w:val="0"`). */
export const isOn = (element: XmlElement | undefined, name: string): boolean => {
  const child = childOf(element, name);
  return child !== undefined && !['0', 'false', 'off', 'none'].includes(child.attributes.val ?? '');
};
