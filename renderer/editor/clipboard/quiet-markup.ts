/** Where styles are kept out of the browser's sight: an attribute and an element that mean nothing to it. */
export const quietAttribute = 'data-style';
export const quietElement = 'XMP';

/** Index behind a tag that begins at `from`; -1 when it has no end. */
const tagEnd = (html: string, from: number): number => {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at + 1;
    else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character;
  }
  return -1;
};

/**
 * A page in which styles, and the address its links begin at, are renamed, in one pass. A page parsed to be read only
 * is under the window's content security policy all the same: each of them would be refused, and reported as an error.
 */
export const quietMarkup = (html: string): string => {
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf('<', at);
    const end = start < 0 ? -1 : html.startsWith('<!--', start) ? html.indexOf('-->', start) : tagEnd(html, start);
    if (end < 0) return pieces.join('') + html.slice(at);
    pieces.push(html.slice(at, start));
    const tag = html.slice(start, end);
    pieces.push(
      tag.startsWith('<!')
        ? tag
        : tag
            .replace(/^(<\/?)style(?=[\s/>])/i, `$1${quietElement}`)
            .replace(/^<base(?=[\s/>])/i, '<data')
            .replace(/(\s)style(?=\s*=)/i, `$1${quietAttribute}`),
    );
    at = end;
  }
};
