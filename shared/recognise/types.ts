import type { Level, TableCell } from '../document/block';
import type { GovDocument } from '../document/document';
import type { Crop, PictureFile, PictureTurn } from '../document/picture';
import type { SourceLook, SourceMark, SourceNote } from './source-marks';

/**
 * One paragraph of a source before recognition: a line of a text file or a paragraph of a Word file.
 * `line` is 1-based and what the command line and the doubts report.
 */
export type SourceParagraph = Readonly<{
  line: number;
  text: string;
  table?: SourceTable;
  /** A picture in a paragraph of its own, without text. */
  picture?: SourcePicture;
  /** Name of the paragraph style in Word. */
  style?: string;
  /** Outline level in Word, 0 the highest. */
  outline?: number;
  centred?: true;
  /** Its footnotes, in order. */
  notes?: readonly SourceNote[];
  /** Its comments and tracked changes, in order. */
  marks?: readonly SourceMark[];
  /** Its words in bold and those still to be written, in order. */
  looks?: readonly SourceLook[];
  /** The sentence it begins with, where Word shows that in a face of its own. */
  lead?: SourceLead;
  /** Ids of the blocks that this app wrote here when it exported the file, in order. */
  anchors?: readonly string[];
  /** What a person has said a cell of a table holds, which this app shows by its alignment. */
  cellKind?: 'number' | 'text';
  /** The first of them is a run-in heading, although nothing stands behind it. */
  opensText?: true;
  /** Number of the frame (a table of one column around a 专栏) in which the paragraph stands. */
  frame?: number;
}>;
/** A picture of a Word file, or what is to be said of one that cannot be kept. */
export type SourcePicture =
  | Readonly<{
      file: PictureFile;
      /** As wide as it stands there, twips. */
      width?: number;
      altText?: string;
      crop?: Crop;
      /** How the file shows it turned; a document holds no such thing, only pixels. */
      turned?: PictureTurn;
      /** The words of the line 图1 … below it. */
      caption?: string;
    }>
  | Readonly<{ lost: string }>;

/** A first sentence in another face than what follows: where it ends, and the level of our own style for it. */
export type SourceLead = Readonly<{ end: number; level?: Level }>;

/** A Word table; cells in reading order, each with its text. */
export type SourceTable = Readonly<{
  rows: readonly (readonly Readonly<{
    text: string;
    colSpan?: number;
    rowSpan?: number;
    notes?: readonly SourceNote[];
    looks?: readonly SourceLook[];
    kind?: TableCell['kind'];
  }>[])[];
  /** How many of the first rows are repeated on every page. */
  headRows?: number;
  /** The words of the line 表1 … above it. */
  caption?: string;
}>;

/**
 * Where a stretch of a block's text stands in the source. `column` is 1-based, UTF-16 units.
 * `source` is the source's own spelling where the text has another: an entity (`&quot;`) that was decoded.
 */
export type SourceSpan = Readonly<{ start: number; length: number; line: number; column: number; source?: string }>;

/** Something recognition was not sure of. */
export type Doubt = Readonly<{
  line: number;
  blockId: string | null;
  message: string;
  /** A numbered item stood at the end of the paragraph before it: a slip of the source. */
  glued?: true;
  /** How the file shows the picture turned that stands as it lies. */
  turn?: PictureTurn;
  /** A comment, which is among the marks of its paragraph too. */
  marked?: true;
}>;

/** What recognition made of a source, and what it had to guess. */
export type Recognition = Readonly<{
  document: GovDocument;
  doubts: readonly Doubt[];
  /** By block id: the line on which the block (or its number) begins. */
  lines: ReadonlyMap<string, number>;
  /** By block id: how its text maps to the source; several spans where lines were joined. */
  spans: ReadonlyMap<string, readonly SourceSpan[]>;
  /** By block id: the number as the source wrote it (`(一)`, `１．`), for clauses and boxes that had one. */
  sourceNumbers: ReadonlyMap<string, string>;
  /** Ids of attachments that the source lists but does not hold. */
  listedOnly?: ReadonlySet<string>;
}>;
