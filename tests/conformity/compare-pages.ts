import type { Page, PagePiece } from '../../shared/layout/paginate/page';
import { comparable } from './expected-text';
import type { PdfPage } from './read-pdf';

export type PagesCompared = Readonly<{
  pages: number;
  printedPages: number;
  /** Lines printed, and of these found alike on the app's page of the same number. */
  lines: number;
  alike: number;
  /** The first that differ, as sentences. */
  examples: readonly string[];
}>;

const bodyBottom = (262 * 72) / 25.4;

/** Lines of one page as printed: pieces whose baselines are close stand on one line. */
const linesOf = (page: Page): string[] => {
  const groups: { baseline: number; pieces: PagePiece[] }[] = [];
  const sorted = [...page.lines].sort((a, b) => a.baseline - b.baseline);
  for (const line of sorted) {
    const group = groups.at(-1);
    if (group && line.baseline - group.baseline < 100) group.pieces.push(...line.pieces);
    else groups.push({ baseline: line.baseline, pieces: [...line.pieces] });
  }
  return groups
    .map(({ pieces }) =>
      comparable(
        [...pieces]
          .sort((a, b) => a.x - b.x)
          .map((piece) => piece.text)
          .join(''),
      ),
    )
    .filter((text) => text !== '');
};

/** How far the app's own pages and the printed ones agree: their number, and the lines page by page. */
export const comparePages = (own: readonly Page[], printed: readonly PdfPage[]): PagesCompared => {
  let lines = 0;
  let alike = 0;
  const examples: string[] = [];
  printed.forEach((page, at) => {
    const mine = own[at] ? linesOf(own[at]) : [];
    const theirs = page.lines
      .filter((line) => line.middle < bodyBottom)
      .map((line) => line.text)
      .filter((text) => text !== '');
    const left = new Map<string, number>();
    for (const text of mine) left.set(text, (left.get(text) ?? 0) + 1);
    for (const text of theirs) {
      lines += 1;
      const count = left.get(text) ?? 0;
      if (count > 0) {
        alike += 1;
        left.set(text, count - 1);
      } else
        examples.push(
          `page ${at + 1}: “${text.slice(0, 60)}”, own: “${mine.find((other) => other.slice(0, 4) === text.slice(0, 4))?.slice(0, 60) ?? ''}”`,
        );
    }
  });
  return { pages: own.length, printedPages: printed.length, lines, alike, examples: examples.slice(0, 8) };
};
