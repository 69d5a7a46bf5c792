/** Share of characters that may be lost in decoding before a file no longer counts as text. */
const maxLostShare = 0.01;

const countLost = (text: string): number => text.split('\uFFFD').length - 1;

/** Control characters that no text file holds. */
const isBinary = (text: string): boolean => {
  let odd = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) odd += 1;
  }
  return odd > text.length / 500;
};

/** Share of characters of common Chinese text: tells the two byte orders of UTF-16 apart. */
const chineseShare = (text: string): number =>
  (text.match(/[\u4e00-\u9fff\u3000-\u3011\uff00-\uff5e]/g)?.length ?? 0) / text.length;

/** From this many characters on, text that is valid in one encoding and Chinese is in that encoding. */
const certainLength = 200;

/** Encodings to try for a file without a byte order mark. */
const candidates = (bytes: Uint8Array): string[] => {
  // Neither UTF-8 nor GB18030 text has zero bytes; UTF-16 has them in every line feed and digit.
  if (!bytes.subarray(0, 4096).includes(0)) return ['utf-8', 'gb18030'];
  return bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : [];
};

/**
 * Text of a file in UTF-8, GB18030 or UTF-16, with or without a byte order mark; null when it is no text.
 * A few damaged characters are kept as U+FFFD rather than refusing the file.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const [encoding, other] = candidates(bytes);
  if (encoding === undefined) return null;
  const likely = new TextDecoder(encoding).decode(bytes);
  // Long text in another encoding is never at once valid and Chinese, so the other need not be tried.
  if (countLost(likely) === 0 && likely.length > certainLength && chineseShare(likely) > 0.3 && !isBinary(likely))
    return likely;
  const readings = [likely, ...(other ? [new TextDecoder(other).decode(bytes)] : [])].filter(
    (text) => countLost(text) <= text.length * maxLostShare && !isBinary(text),
  );
  const score = (text: string) => chineseShare(text) - countLost(text);
  return readings.reduce<string | null>(
    (best, text) => (best !== null && score(best) >= score(text) ? best : text),
    null,
  );
};
