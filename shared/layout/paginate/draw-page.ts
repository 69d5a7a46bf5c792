import { fontFamily } from '../font-faces';
import { bodyCharacter, charactersPerLine, type PageProfile, pages as pageMeasures, paper } from '../gb9704';
import type { Page, PageLine, PagePicture, PagePiece } from './page';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character]!);

/** Points with two decimals: what is drawn is measured to a tenth of a millimetre. */
const points = (twips: number): string => `${Math.round(twips * 5) / 100}`;
const families = new Map<string, string>();
const family = (font: PagePiece['font']): string => {
  const known = families.get(font) ?? escapeXml(fontFamily(font));
  families.set(font, known);
  return known;
};

const drawPiece = (piece: PagePiece, { top, height, baseline }: PageLine): string => {
  const scale = (piece.scale ?? 100) / 100;
  const foot = baseline - (piece.raised ?? 0);
  const place =
    scale === 1
      ? `x="${points(piece.x)}" y="${points(foot)}"`
      : `transform="translate(${points(piece.x)} ${points(foot)}) scale(${scale} 1)"`;
  return (
    (piece.shading
      ? `<rect x="${points(piece.x)}" y="${points(top)}" width="${points(piece.width)}" height="${points(height)}" fill="#${piece.shading}"/>`
      : '') +
    `<text ${place} font-family="${family(piece.font)}" font-size="${piece.size}"` +
    (piece.spacing === 0 ? '' : ` letter-spacing="${points(piece.spacing / scale)}"`) +
    // Half-width forms of a face that stands in may be narrower: their room is kept.
    (piece.font === 'song' ? ` textLength="${points(piece.width)}"` : '') +
    (piece.bold ? ' font-weight="700"' : '') +
    (piece.color ? ` fill="#${piece.color}"` : '') +
    `>${escapeXml(piece.text)}</text>`
  );
};

/** The area of a line that answers a click: which block it shows, and from where. */
const drawTarget = ({ top, height, pieces }: PageLine): string => {
  const first = pieces.find((piece) => piece.block !== undefined);
  const last = pieces.at(-1);
  if (!first?.block || !last) return '';
  const left = pieces[0]!.x;
  return (
    `<rect class="page-line" data-block="${escapeXml(first.block)}" data-offset="${first.offset}" x="${points(left)}"` +
    ` y="${points(top)}" width="${points(last.x + last.width - left)}" height="${points(height)}" fill="none"/>`
  );
};

/** A picture from where the app, and the printer's page, serve pictures. */
const drawPicture = ({ sha256, x, y, width, height, altText, crop }: PagePicture): string => {
  const named = `role="img" aria-label="${escapeXml(altText ?? '图片')}"`;
  const place = `x="${points(x)}" y="${points(y)}" width="${points(width)}" height="${points(height)}"`;
  if (!crop) return `<image href="/pictures/${sha256}" ${place} preserveAspectRatio="none" ${named}/>`;
  // The whole picture behind a window as large as what is shown of it.
  const { left, top, right, bottom } = crop;
  const window = `${left} ${top} ${100_000 - left - right} ${100_000 - top - bottom}`;
  return (
    `<svg ${place} viewBox="${window}" preserveAspectRatio="none" ${named}>` +
    `<image href="/pictures/${sha256}" width="100000" height="100000" preserveAspectRatio="none"/></svg>`
  );
};

const drawPictureTarget = ({ block, x, y, width, height }: PagePicture): string =>
  block === undefined
    ? ''
    : `<rect class="page-line" data-block="${escapeXml(block)}" data-offset="0" x="${points(x)}" y="${points(y)}"` +
      ` width="${points(width)}" height="${points(height)}" fill="none"/>`;

/** The 22 × 28 grid of the type area (5.2.3) as one path. */
const drawGrid = (profile: PageProfile): string => {
  const { top, bottom, left, pitch } = pageMeasures[profile];
  const rows = Math.floor((paper.height - top - bottom) / pitch);
  const width = charactersPerLine * bodyCharacter;
  const across = Array.from(
    { length: rows + 1 },
    (_, row) => `M${points(left)} ${points(top + row * pitch)}h${points(width)}`,
  );
  const down = Array.from(
    { length: charactersPerLine + 1 },
    (_, column) => `M${points(left + column * bodyCharacter)} ${points(top)}v${points(rows * pitch)}`,
  );
  return `<path class="page-grid" d="${[...across, ...down].join('')}" fill="none" stroke="#9db7d8" stroke-width="0.3"/>`;
};

/**
 * A page as SVG, in points: what the preview shows and what is printed. No style attributes, no scripts.
 * @param targets areas that answer a click, for the screen
 * @param grid the profile whose grid is drawn under the text, if any
 */
export const drawPage = (page: Page, targets: boolean, grid: PageProfile | null): string => {
  const drawLine = (line: PageLine): string => line.pieces.map((piece) => drawPiece(piece, line)).join('');
  const number = page.pageNumber ? drawLine(page.pageNumber) : '';
  const upright = page.width === paper.width;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="zh-CN" xml:space="preserve" text-rendering="geometricPrecision"` +
    ` viewBox="0 0 ${points(page.width)} ${points(page.height)}">` +
    (grid && upright ? drawGrid(grid) : '') +
    page.pictures.map(drawPicture).join('') +
    (targets ? page.lines.map(drawTarget).join('') + page.pictures.map(drawPictureTarget).join('') : '') +
    page.rules
      .map(
        ({ x1, y1, x2, y2, thickness, color }) =>
          `<path d="M${points(x1)} ${points(y1)}L${points(x2)} ${points(y2)}" stroke="${color}" stroke-width="${points(thickness)}"/>`,
      )
      .join('') +
    page.lines.map(drawLine).join('') +
    // The number of a turned page stands on it as on the upright sheet.
    (upright || number === '' ? number : `<g transform="translate(${points(page.width)} 0) rotate(90)">${number}</g>`) +
    '</svg>'
  );
};
