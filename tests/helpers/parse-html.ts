import type { HtmlNode } from '../../renderer/editor/clipboard/html-node';

type Draft = {
  nodeName: string;
  nodeValue: string | null;
  childNodes: Draft[];
  getAttribute?: (name: string) => string | null;
};

const empty = new Set(['BR', 'HR', 'IMG', 'META', 'LINK', 'COL', 'INPUT', 'BASE']);
/** Elements that end where one of the others begins. */
const ended: Readonly<Record<string, RegExp>> = {
  P: /^(?:P|DIV|TABLE|UL|OL|H\d|LI|TD|TR)$/,
  LI: /^LI$/,
  TD: /^T[DHR]$/,
  TH: /^T[DHR]$/,
  TR: /^TR$/,
};
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  middot: '·',
};
const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole);
  });

const readAttributes = (source: string): Map<string, string> =>
  new Map(
    [...source.matchAll(/([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)].map(
      ([, name = '', double, single, bare]) => [name.toLowerCase(), decode(double ?? single ?? bare ?? '')],
    ),
  );

/** A page as a browser reads it, as far as our fixtures need: comments, void elements, ends left out. */
export const parseHtml = (html: string): HtmlNode => {
  const root: Draft = { nodeName: 'BODY', nodeValue: null, childNodes: [], getAttribute: () => null };
  const open = [root];
  const add = (node: Draft): void => {
    open.at(-1)!.childNodes.push(node);
  };
  const tokens = /<!--[\s\S]*?-->|<[!?][^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</g;
  for (let match = tokens.exec(html); match; match = tokens.exec(html)) {
    const [token, closing, tag, attributes = ''] = match;
    if (tag === undefined) {
      if (!/^<[!?]/.test(token)) add({ nodeName: '#text', nodeValue: decode(token), childNodes: [] });
      else add({ nodeName: '#comment', nodeValue: token, childNodes: [] });
      continue;
    }
    const name = tag.toUpperCase();
    if (closing === '/') {
      const at = open.findLastIndex((node) => node.nodeName === name);
      if (at > 0) open.length = at;
      continue;
    }
    while (open.length > 1 && ended[open.at(-1)!.nodeName]?.test(name)) open.pop();
    const found = readAttributes(attributes);
    const node: Draft = {
      nodeName: name,
      nodeValue: null,
      childNodes: [],
      getAttribute: (attribute) => found.get(attribute) ?? null,
    };
    add(node);
    if (empty.has(name)) continue;
    if (name === 'XMP' || name === 'SCRIPT') {
      const end = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, tokens.lastIndex);
      const stop = end < 0 ? html.length : end;
      node.childNodes.push({ nodeName: '#text', nodeValue: html.slice(tokens.lastIndex, stop), childNodes: [] });
      tokens.lastIndex = stop;
    }
    open.push(node);
  }
  return root;
};
