import type { DocumentMeta } from '../../document/document';
import { blankLine, type FlowFirstPage, type FlowParagraph } from '../flow';
import { letter, typeAreaWidth } from '../gb9704';
import type { LayoutOptions } from '../layout-options';
import { printable } from '../printable';
import { layOutHeadLines } from './head-lines';
import { layOutMark } from './mark';

/**
 * First page of a 信函 (10.1): the mark without 文件 30 mm below the paper's edge, the red double rule (thick above
 * thin) 4 mm below it, the other (thin above thick) 20 mm above the lower edge, no page number.
 */
export const layOutLetterPage = (organ: string | undefined, options: LayoutOptions): FlowFirstPage => {
  const foot: FlowParagraph = { kind: 'paragraph', style: 'GwLetterFoot', runs: [] };
  const gap: FlowParagraph = { kind: 'paragraph', style: 'GwBlank', runs: [], exactLine: letter.gap };
  return {
    head: [layOutMark(organ ? printable(organ).replace(/文件$/, '') : '', options.markSize, 'GwLetterMark'), gap],
    headTop: letter.headTop,
    foot: [foot],
    footBottom: letter.footBottom,
  };
};

/** 份号, 密级 and 紧急程度 at the left, 文号 at the right of the first line, two blank lines to the title (10.1). */
export const layOutLetterLines = (meta: DocumentMeta): FlowParagraph[] => {
  const lines = layOutHeadLines(meta);
  if (!meta.documentNumber && lines.length === 0) return [];
  const first = lines[0] ?? { kind: 'paragraph' as const, style: 'GwLetterNumber' as const, runs: [] };
  const number = meta.documentNumber ? [{ text: `\t${printable(meta.documentNumber)}` }] : [];
  return [
    { ...first, tabs: [{ at: typeAreaWidth, align: 'right' }], runs: [...first.runs, ...number] },
    ...lines.slice(1),
    ...blankLine(2),
  ];
};
