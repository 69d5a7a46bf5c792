// Control characters, zero-width marks, byte-order marks and noncharacters: invisible, and most forbidden in XML 1.0.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a paste brings along
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as it can be printed: without control characters, zero-width marks and lone surrogates, tabs as spaces.
 * Line feeds stay (line breaks), so do emoji.
 */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(invisible, '').replace(/\t/g, ' ');
