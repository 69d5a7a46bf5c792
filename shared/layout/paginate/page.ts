import type { FlowPicture } from '../flow';
import type { FontRole } from '../gb9704';

/** Chinese faces by role; `latin` is the face of digits and Latin letters. */
export type PieceFont = FontRole | 'latin';

/** Text of one look on one line, without spaces: they are the room between two pieces. Lengths are twips from the page's top left, sizes points. */
export type PagePiece = Readonly<{
  text: string;
  x: number;
  width: number;
  font: PieceFont;
  size: number;
  /** Twips added behind every character: the style's and what spreads a full line. */
  spacing: number;
  bold?: true;
  color?: string;
  shading?: string;
  /** Width of the characters in percent (the red mark). */
  scale?: number;
  /** Twips above the baseline (the number of a footnote). */
  raised?: number;
  /** Block the text comes from, and where in it (UTF-16 units, the printed number included). */
  block?: string;
  offset: number;
}>;

export type PageLine = Readonly<{ top: number; height: number; baseline: number; pieces: readonly PagePiece[] }>;

/** A straight rule, horizontal or vertical: twips, thickness too. */
export type PageRule = Readonly<{
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  thickness: number;
  color: string;
}>;

/** A picture with its upper left corner. */
export type PagePicture = Readonly<
  Pick<FlowPicture, 'sha256' | 'width' | 'height' | 'altText' | 'crop'> & {
    x: number;
    y: number;
    block?: string | undefined;
  }
>;

/** One sheet as it is printed; lengths in twips. */
export type Page = Readonly<{
  number: number;
  width: number;
  height: number;
  lines: readonly PageLine[];
  rules: readonly PageRule[];
  pictures: readonly PagePicture[];
  /**
   * `— 1 —` below the type area (7.5); null where there is none (page 1 of a 信函). A page wider than high is a sheet
   * turned by a quarter to the right: its number keeps the place and the direction it had on the sheet, and so do
   * these coordinates.
   */
  pageNumber: PageLine | null;
}>;
