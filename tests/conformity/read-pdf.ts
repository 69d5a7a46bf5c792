import { comparable } from './expected-text';
import { runTool, runToolForBytes } from './tools';

/** One visual line; points from the page's top left. `height` is that of its tallest word. */
export type PdfLine = Readonly<{ text: string; xMin: number; xMax: number; middle: number; height: number }>;
export type PdfPage = Readonly<{
  width: number;
  height: number;
  lines: readonly PdfLine[];
  /** Text left of the type area of a turned page, downwards: its number. */
  margin: string;
}>;

/** Points; the figures of GB/T 9704-2012, not the exporter's own. */
export const mm = 72 / 25.4;
export const pageEdges = { width: 595.3, height: 841.9, left: 28 * mm, right: 184 * mm, bottom: 262 * mm };
export const isTurned = ({ width, height }: Pick<PdfPage, 'width' | 'height'>): boolean => width > height;

/** Left edge of the type area of a turned page, a little inside. */
const turnedEdge = 97;

type Word = { text: string; xMin: number; xMax: number; yMin: number; yMax: number };
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", '#39': "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

const toLine = (words: readonly Word[]): PdfLine => {
  const sorted = [...words].sort((a, b) => a.xMin - b.xMin);
  const tallest = sorted.reduce((a, b) => (b.yMax - b.yMin > a.yMax - a.yMin ? b : a));
  return {
    text: comparable(sorted.map((word) => word.text).join('')),
    xMin: sorted[0]!.xMin,
    xMax: Math.max(...sorted.map((word) => word.xMax)),
    middle: (tallest.yMin + tallest.yMax) / 2,
    height: tallest.yMax - tallest.yMin,
  };
};

/** Points from which on a word's box is that of a whole font of Chinese characters, at least 小五. */
const wholeFont = 26;

/**
 * Chromium gives characters of the test machine's Chinese fonts the box of the whole font, twice as high as
 * LibreOffice's and with its middle higher above the base line; both as parts of the box, measured. Numbers of
 * footnotes stand in the text.
 */
const fromChromium = (word: Word): Word => {
  const text = word.text.replace(/[①-⑳]/g, '');
  const height = word.yMax - word.yMin;
  if (height < wholeFont) return { ...word, text };
  const middle = (word.yMin + word.yMax) / 2 + 0.126 * height;
  return { ...word, text, yMin: middle - height / 4, yMax: middle + height / 4 };
};

/** Every page's lines, from the boxes pdftotext gives; words whose middles are close stand on one line. */
export const readPdf = (file: string, program: 'libreoffice' | 'chromium' = 'libreoffice'): PdfPage[] => {
  const xml = runTool('pdftotext', ['-bbox-layout', file, '-']);
  return xml
    .split('<page ')
    .slice(1)
    .map((page): PdfPage => {
      const size = /width="([\d.]+)" height="([\d.]+)"/.exec(page)!;
      let words = [
        ...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs),
      ].map(([, xMin, yMin, xMax, yMax, text]) => ({
        text: unescapeXml(text!),
        xMin: Number(xMin),
        yMin: Number(yMin),
        xMax: Number(xMax),
        yMax: Number(yMax),
      }));
      if (program === 'chromium') words = words.map(fromChromium);
      const [width, height] = [Number(size[1]), Number(size[2])];
      const inMargin = (word: Word): boolean => width > height && word.xMax < turnedEdge;
      const margin = words.filter(inMargin).sort((a, b) => a.yMin - b.yMin);
      words = words.filter((word) => !inMargin(word));
      words.sort((a, b) => a.yMin + a.yMax - b.yMin - b.yMax);
      const groups: Word[][] = [];
      for (const word of words) {
        const group = groups.at(-1);
        const last = group?.[0];
        if (group && last && Math.abs(word.yMin + word.yMax - last.yMin - last.yMax) / 2 < 5) group.push(word);
        else groups.push([word]);
      }
      return { width, height, lines: groups.map(toLine), margin: comparable(margin.map((word) => word.text).join('')) };
    });
};

/** A page as pixels: 3 bytes each, `dotsPerMm` to the millimetre. */
export type Raster = Readonly<{ width: number; height: number; bytes: Uint8Array; dotsPerMm: number }>;

export const rasterise = (file: string, page: number, resolution = 200): Raster => {
  const ppm = runToolForBytes('pdftoppm', ['-r', `${resolution}`, '-f', `${page}`, '-l', `${page}`, file]);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))!;
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    bytes: ppm.subarray(head[0].length),
    dotsPerMm: resolution / 25.4,
  };
};

/** Box in millimetres of the ink that `isInk` accepts between two heights and two sides; null when there is none. */
export const inkBox = (
  raster: Raster,
  isInk: (red: number, green: number, blue: number) => boolean,
  from = 0,
  to = Number.POSITIVE_INFINITY,
  fromLeft = 0,
  toRight = Number.POSITIVE_INFINITY,
): Readonly<{ top: number; bottom: number; left: number; right: number }> | null => {
  const { bytes, width, height, dotsPerMm } = raster;
  let [top, bottom, left, right] = [-1, -1, width, -1];
  for (let y = Math.ceil(from * dotsPerMm); y < Math.min(height, to * dotsPerMm); y += 1)
    for (let x = Math.ceil(fromLeft * dotsPerMm); x < Math.min(width, toRight * dotsPerMm); x += 1) {
      const at = (y * width + x) * 3;
      if (!isInk(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!)) continue;
      if (top < 0) top = y;
      bottom = y + 1;
      if (x < left) left = x;
      if (x + 1 > right) right = x + 1;
    }
  if (top < 0) return null;
  const mm = (dots: number): number => dots / dotsPerMm;
  return { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) };
};

export const isBlack = (red: number, green: number, blue: number): boolean => red < 128 && green < 128 && blue < 128;
export const isRed = (red: number, green: number, blue: number): boolean => red > 180 && green < 110 && blue < 110;
