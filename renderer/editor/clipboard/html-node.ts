import { quietAttribute, quietElement } from './quiet-markup';

/** As much of a parsed page as reading it needs: every DOM node is one, and so is a tree made for a test. */
export type HtmlNode = Readonly<{
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<HtmlNode>;
  getAttribute?(name: string): string | null;
}>;

/** Declarations by class, from the page's style sheets: Excel says there what is bold and what is hidden. */
export type StyleSheet = ReadonlyMap<string, string>;

export const children = (node: HtmlNode): HtmlNode[] => Array.from(node.childNodes);

export const attribute = (node: HtmlNode, name: string): string => node.getAttribute?.(name) ?? '';

export const textOf = (node: HtmlNode): string =>
  node.nodeName === '#text' ? (node.nodeValue ?? '') : children(node).map(textOf).join('');

/** The beginning of an element's text, which may itself be long and deep: not all of it is read. */
export const beginningOf = (node: HtmlNode, length: number): string => {
  if (node.nodeName === '#text') return (node.nodeValue ?? '').trimStart().slice(0, length);
  let text = '';
  for (const child of children(node)) {
    text += beginningOf(child, length - text.length);
    if (text.length >= length) break;
  }
  return text;
};

/** Reads the rules for single classes (`.xl65 {…}`) of all style elements below a node (see `quietMarkup`). */
export const readStyleSheet = (root: HtmlNode): StyleSheet => {
  const rules = new Map<string, string>();
  const visit = (node: HtmlNode): void => {
    if (node.nodeName !== quietElement) {
      for (const child of children(node)) if (child.nodeName !== '#text') visit(child);
      return;
    }
    for (const [, name = '', body = ''] of textOf(node).matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/g))
      rules.set(name, `${rules.get(name) ?? ''};${body}`);
  };
  visit(root);
  return rules;
};

/** The declarations that hold for an element, its own last; in lower case, without spaces. */
export const styleOf = (node: HtmlNode, sheet: StyleSheet): string => {
  const own = attribute(node, quietAttribute);
  const classes = attribute(node, 'class');
  if (own === '' && classes === '') return '';
  const ruled = classes === '' ? [] : classes.split(/\s+/).map((name) => sheet.get(name) ?? '');
  return [...ruled, own].join(';').toLowerCase().replace(/\s+/g, '');
};

/** The last value a style gives to a property; empty when none. */
export const property = (style: string, name: string): string => {
  let value = '';
  for (const declaration of style.split(';'))
    if (declaration.startsWith(`${name}:`)) value = declaration.slice(name.length + 1);
  return value;
};

/** Elements that are no text: what runs, what is loaded, what is only for the program that wrote the page. */
const silent: ReadonlySet<string> = new Set([
  ...['SCRIPT', 'STYLE', quietElement, 'HEAD', 'META', 'LINK', 'TITLE', 'BASE', 'TEMPLATE', 'NOSCRIPT', 'XML'],
  ...['IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH', 'CANVAS', 'VIDEO', 'AUDIO', 'IMG', 'MAP', 'INPUT', 'BUTTON'],
  ...['SELECT', 'TEXTAREA', 'DEL', 'RT', 'RP', 'COL', 'COLGROUP'],
]);

const comment = /(?:^|\s)mso(?:comment|com)/i;

/** Whether an element is passed over: hidden text, comments of Word, scripts, pictures. */
export const isSilent = (node: HtmlNode, style: string): boolean =>
  silent.has(node.nodeName.toUpperCase()) ||
  /^(?:[VW]|SVG):/i.test(node.nodeName) ||
  /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|font-size:0(?:$|;|p)|mso-element:(?:comment|header|footer))/.test(
    style,
  ) ||
  node.getAttribute?.('hidden') != null ||
  comment.test(attribute(node, 'class'));
