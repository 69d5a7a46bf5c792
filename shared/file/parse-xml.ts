import { XMLParser } from 'fast-xml-parser';
import { maxXmlDepth, maxXmlNodes } from './limits';

/** An element without its namespace prefix, its content in order: elements and stretches of text. */
export type XmlElement = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Only the five named and the numbered entities exist for us: see `decode`.
  processEntities: false,
});

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (all, name, decimal, hex) => {
        if (name !== undefined) return named[name] ?? all;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const toChildren = (nodes: unknown): (XmlElement | string)[] =>
  Array.isArray(nodes) ? nodes.filter(isRecord).flatMap(toChild) : [];

const toChild = (node: Readonly<Record<string, unknown>>): (XmlElement | string)[] => {
  if (typeof node['#text'] === 'string') return [decode(node['#text'])];
  const name = Object.keys(node).find((key) => key !== ':@');
  if (name === undefined || name.startsWith('?')) return [];
  const attributes = isRecord(node[':@']) ? node[':@'] : {};
  return [
    {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decode(String(value))])),
      children: toChildren(node[name]),
    },
  ];
};

/** An XML text with more elements, or elements deeper inside each other, than any real file. */
export class XmlLimitError extends Error {}

/** Counts what parsing would build before it is built, so that a small file cannot fill the memory. */
const refuseSwollen = (text: string): void => {
  let nodes = 0;
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    nodes += 1;
    const next = text.charCodeAt(at + 1);
    if (next === 0x2f) depth -= 1;
    else if (next !== 0x21 && next !== 0x3f) {
      const close = text.indexOf('>', at);
      if (close > 0 && text.charCodeAt(close - 1) !== 0x2f) depth += 1;
    }
    if (nodes > maxXmlNodes || depth > maxXmlDepth) throw new XmlLimitError('more XML than any real file');
  }
};

/**
 * The root element of an XML text. Nothing outside the text is ever read: a document type declaration,
 * where external and swelling entities come from, is refused.
 * @throws XmlLimitError beyond the limits of size and nesting
 * @throws Error when there is no root element or a document type declaration.
 */
export const parseXml = (text: string): XmlElement => {
  if (/<!DOCTYPE/i.test(text)) throw new Error('document type declaration');
  refuseSwollen(text);
  const root = toChildren(parser.parse(text)).find((child) => typeof child !== 'string');
  if (!root) throw new Error('no root element');
  return root;
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
