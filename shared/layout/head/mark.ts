import type { FlowParagraph, FlowTable } from '../flow';
import { redHead, typeAreaWidth } from '../gb9704';
import type { LayoutOptions } from '../layout-options';
import type { ParagraphStyleId } from '../styles';

/** Height (points) and width (percent) of the mark's characters. */
type Fitted = Readonly<{ size: number; scale: number }>;
type MarkSize = LayoutOptions['markSize'];

const widest = redHead.markWidth / 20;

/** Narrowed to fit a width in points; where that would be too narrow, lower too. */
const narrow = (size: number, characters: number, width: number): Fitted => {
  const scale = Math.min(100, Math.floor((width / (characters * size)) * 100));
  if (scale >= redHead.narrowest) return { size, scale };
  return { size: Math.floor((width * 100) / (characters * redHead.narrowest)), scale: redHead.narrowest };
};

const markParagraph = (
  text: string,
  fitted: Fitted,
  line: number,
  style: ParagraphStyleId = 'GwMark',
): FlowParagraph => ({
  kind: 'paragraph',
  style,
  runs: text ? [{ text, fitted }] : [],
  exactLine: line,
});

/**
 * 发文机关标志 on one line: as high as usual or, for a short name, higher, narrowed to fit 150 mm (7.2.4 leaves the
 * size open).
 */
export const layOutMark = (text: string, markSize: MarkSize, style?: ParagraphStyleId): FlowParagraph => {
  const characters = Math.max(1, [...text].length);
  const { largest, usual } = redHead.markSizes;
  const size = markSize === 'fit' ? Math.min(largest, Math.max(usual, Math.floor(widest / characters))) : markSize;
  const fitted = narrow(size, characters, widest);
  return markParagraph(text, fitted, fitted.size * 20, style);
};

/** Pitch of the organs of a joint issue, in heights of their characters. */
const stackPitch = 1.15;
const cell = (...paragraphs: readonly FlowParagraph[]) => ({ paragraphs, columns: 1 });
const nothing: FlowParagraph = { kind: 'paragraph', style: 'GwTableGap', runs: [] };

/**
 * The mark of a joint issue (7.2.4): the organs one below the other, equally wide, 文件 beside the stack in its
 * middle. `room`: twips of height the stack may take, so that the first page still shows text.
 * @returns the stack, its height, and how far its first characters stand below its upper edge (twips)
 */
export const layOutJointMark = (
  organs: readonly string[],
  markSize: MarkSize,
  room: number,
): Readonly<{ table: FlowTable; height: number; inset: number }> => {
  const characters = Math.max(...organs.map((organ) => [...organ].length));
  const wanted = markSize === 'fit' ? redHead.markSizes.usual : markSize;
  const fitting = Math.floor(room / organs.length / stackPitch / 20);
  const high = Math.max(redHead.markSizes.smallest, Math.min(wanted, fitting));
  const suffixSize = Math.min(redHead.markSizes.largest, Math.ceil(high * 1.2));
  const between = suffixSize / 3;
  const fitted = narrow(high, characters, widest - 2 * suffixSize - between);
  const pitch = Math.round(fitted.size * stackPitch * 20);
  const stackWidth = Math.ceil((characters * fitted.size * fitted.scale) / 5) + 40;
  const suffixWidth = Math.ceil((2 * suffixSize + between) * 20) + 40;
  const pad = Math.floor((typeAreaWidth - stackWidth - suffixWidth) / 2);
  return {
    height: pitch * organs.length,
    // The base line stands at 0.8 of a line, the ink 0.83 of the characters' height above it.
    inset: Math.round(0.8 * pitch - 0.83 * fitted.size * 20),
    table: {
      kind: 'table',
      frame: 'none',
      columns: [pad, stackWidth, suffixWidth, typeAreaWidth - pad - stackWidth - suffixWidth],
      rows: [
        {
          header: false,
          mayBreak: false,
          cells: [
            cell(nothing),
            cell(...organs.map((organ) => ({ ...markParagraph(organ, fitted, pitch), align: 'distribute' as const }))),
            cell({ ...markParagraph('文件', { size: suffixSize, scale: 100 }, suffixSize * 20), align: 'right' }),
            cell(nothing),
          ],
        },
      ],
    },
  };
};
