import type { DocumentMeta } from '../../document/document';
import { blankLine, type FlowItem, type FlowParagraph } from '../flow';
import { pages, redHead } from '../gb9704';
import type { LayoutOptions } from '../layout-options';
import { printable } from '../printable';
import { layOutHeadLines } from './head-lines';
import { layOutJointMark, layOutMark } from './mark';
import { layOutNumberLines } from './number-lines';

/** Blank lines above and below the mark's number lines (7.2.5, 7.3.1). */
const blanks = 2;

/** Height of the red rule with the white above it, twips. */
const ruleHeight = (options: LayoutOptions): number => (redHead.ruleSpace + options.rule) * 20;

/** Twips of a red head without its mark: down to the mark, and from there to the title. */
export const heightAroundMark = (meta: DocumentMeta, options: LayoutOptions): number =>
  redHead.markOffset +
  (2 * blanks + layOutNumberLines(meta).length) * pages[options.profile].pitch +
  ruleHeight(options);

/** The mark's words: 机关名称 and 文件, or 纪要. */
const markText = (organ: string, format: LayoutOptions['format']): string => {
  const name = printable(organ).replace(/文件$/, '');
  if (format !== 'minutes') return `${name}文件`;
  return name.endsWith('纪要') ? name : `${name}会议纪要`;
};

/**
 * 版头 of a 文件 (7.2) and of 纪要 (10.3): 份号, 密级 and 紧急程度, the mark 35 mm below the top of the type area, two
 * blank lines, 文号 (and 签发人) with the red rule 4 mm below, two blank lines.
 * @param organs issuing organs without 文件; none leaves the mark's line empty
 * @param room twips the mark of a joint issue may take
 */
export const layOutRedHead = (
  organs: readonly string[],
  meta: DocumentMeta,
  options: LayoutOptions,
  room: number,
): readonly FlowItem[] => {
  const { pitch } = pages[options.profile];
  const lines = layOutHeadLines(meta);
  const joint =
    organs.length > 1 && options.jointMark === 'all' && options.format === 'document'
      ? layOutJointMark(organs.map(printable), options.markSize, room)
      : null;
  const spacer: FlowParagraph = {
    kind: 'paragraph',
    style: 'GwBlank',
    runs: [],
    exactLine: redHead.markOffset - lines.length * pitch - (joint?.inset ?? 0),
  };
  const lead = organs[0];
  const mark = joint?.table ?? layOutMark(lead ? markText(lead, options.format) : '', options.markSize);
  return [...lines, spacer, mark, ...blankLine(blanks), ...layOutNumberLines(meta), ...blankLine(blanks)];
};
