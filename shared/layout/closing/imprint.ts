import type { DocumentMeta } from '../../document/document';
import type { FlowImprint, FlowParagraph } from '../flow';
import { imprint, typeAreaWidth } from '../gb9704';
import type { LayoutOptions } from '../layout-options';
import { printable } from '../printable';

/** `抄送：` and names: a wrapped line stands under the first character behind the colon, 。 at the end (7.4.2). */
const addressees = (label: string, text: string, anchor?: string): FlowParagraph => {
  const names = printable(text)
    .replace(/^(?:抄送|主送)[：:]?/, '')
    .replace(/[。．.：:；;，,、\s]+$/, '')
    .trim();
  const hanging = [...label].length * imprint.character;
  return {
    kind: 'paragraph',
    style: 'GwImprint',
    runs: [{ text: `${label}${names}。` }],
    indent: { left: imprint.character + hanging, hanging, right: imprint.character },
    ...(anchor && { anchor }),
  };
};

/** 印发机关 at the left, `2026年3月5日印发` at the right (7.4.3). */
const printed = (meta: DocumentMeta): FlowParagraph => {
  const date = printable(meta.printingDate ?? '').trim();
  return {
    kind: 'paragraph',
    style: 'GwImprint',
    align: 'left',
    tabs: [{ at: typeAreaWidth - imprint.character, align: 'right' }],
    runs: [
      { text: printable(meta.printingOrgan ?? '').trim() },
      ...(date ? [{ text: `\t${date.replace(/印发$/, '')}印发` }] : []),
    ],
  };
};

/**
 * 版记 (7.4); that of a 信函 has neither rules nor 印发机关 and 印发日期 (10.1). Null when there is nothing to print.
 * @param movedAddressees 主送机关 that leave no room for text on page 1: above 抄送, no rule between (7.4.2)
 */
export const layOutImprint = (
  meta: DocumentMeta,
  options: LayoutOptions,
  movedAddressees: Readonly<{ text: string; anchor: string }> | null,
): FlowImprint | null => {
  const letter = options.format === 'letter';
  const to = [
    ...(movedAddressees ? [addressees('主送：', movedAddressees.text, movedAddressees.anchor)] : []),
    ...(meta.copyTo?.trim() ? [addressees('抄送：', meta.copyTo)] : []),
  ];
  const rows = [
    ...(to.length > 0 ? [to] : []),
    ...(!letter && (meta.printingOrgan || meta.printingDate) ? [[printed(meta)]] : []),
  ];
  return rows.length > 0 ? { kind: 'imprint', rows, ruled: !letter, page: 'last' } : null;
};
