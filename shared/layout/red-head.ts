import type { DocumentMeta } from '../document/document';
import { blankLine, type FlowParagraph } from './flow';
import { type PageProfile, pages, redHead } from './gb9704';
import { printable } from './printable';

/**
 * Height (points) and width (percent) of the mark's characters: as high as usual or, for a short name, higher,
 * narrowed to fit 150 mm; where that would be too narrow, lower (7.2.4 leaves the size open).
 */
const fitMark = (characters: number): { size: number; scale: number } => {
  const width = redHead.markWidth / 20;
  const { largest, usual } = redHead.markSizes;
  const size = Math.min(largest, Math.max(usual, Math.floor(width / characters)));
  const scale = Math.min(100, Math.floor((width / (characters * size)) * 100));
  if (scale >= redHead.narrowest) return { size, scale };
  return { size: Math.floor((width * 100) / (characters * redHead.narrowest)), scale: redHead.narrowest };
};

/**
 * 版头 of a 文件 (7.2): three lines for 份号, 密级 and 紧急程度, the mark 35 mm below the top of the type area, two
 * blank lines, 文号 with the red rule 4 mm below, two blank lines.
 * @param organ issuing organ without 文件; undefined leaves the mark's line empty
 */
export const layOutRedHead = (
  organ: string | undefined,
  meta: DocumentMeta,
  profile: PageProfile,
): readonly FlowParagraph[] => {
  const line = (text: string | undefined): FlowParagraph => ({
    kind: 'paragraph',
    style: 'GwUrgency',
    runs: text ? [{ text: printable(text) }] : [],
  });
  const mark = organ ? `${printable(organ).replace(/文件$/, '')}文件` : '';
  const fitted = fitMark(Math.max(1, [...mark].length));
  const spacer = redHead.markOffset - 3 * pages[profile].pitch;
  return [
    line(undefined),
    line(meta.secrecy),
    line(meta.urgency),
    { kind: 'paragraph', style: 'GwBlank', runs: [], exactLine: spacer },
    {
      kind: 'paragraph',
      style: 'GwMark',
      runs: mark ? [{ text: mark, mark: fitted }] : [],
      exactLine: fitted.size * 20,
    },
    ...blankLine(2),
    {
      kind: 'paragraph',
      style: 'GwNumber',
      runs: meta.documentNumber ? [{ text: printable(meta.documentNumber) }] : [],
    },
    ...blankLine(2),
  ];
};
