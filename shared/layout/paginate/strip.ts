import type { FlowPicture } from '../flow';
import type { SetLine } from './set-paragraph';

/** A stretch of a horizontal rule: from and to, twips from the left edge of the type area. */
export type Stretch = readonly [from: number, to: number];

/** A line with its place in a strip. */
export type StripLine = Readonly<{ line: SetLine; x: number; top: number }>;

/** A straight rule of a paragraph, in the strip's own height. */
export type StripRule = Readonly<{ y: number; stretch: Stretch; thickness: number; color: string }>;

/** A picture with its place in a strip, and the block it is. */
export type StripPicture = Readonly<{ picture: FlowPicture; x: number; top: number; block?: string | undefined }>;

/** What frames a strip: tables and boxes. */
export type StripFrame = Readonly<{
  /** Upright rules over the whole height. */
  uprights: readonly number[];
  /** Rules along the upper edge: always, and only where a page begins. */
  above: readonly Stretch[];
  aboveOnTop: readonly Stretch[];
  /** Rules along the lower edge: only where the frame or the page ends. */
  below: readonly Stretch[];
  /** Whether the frame ends here. */
  ends: boolean;
}>;

/** The lines of a footnote. */
export type SetNote = readonly SetLine[];

/** The smallest piece of a page: a line, a row of a table. Never parted. */
export type Strip = {
  readonly height: number;
  readonly lines: readonly StripLine[];
  readonly picture?: StripPicture;
  readonly frame?: StripFrame;
  /** Rules above or below the line (the red one, those of a 信函, of 版记): what they take is part of the height. */
  readonly rules?: readonly StripRule[];
  /** Footnotes whose signs stand in it. */
  readonly notes?: readonly SetNote[];
  /** Not the last on its page. */
  readonly keepNext: boolean;
  readonly breakBefore: boolean;
  /** Rows repeated above this one where a page begins with it. */
  readonly head?: readonly Strip[];
};
