import type { DocumentMeta } from '../../document/document';
import type { FlowParagraph } from '../flow';
import { printable } from '../printable';
import type { ParagraphStyleId } from '../styles';

/**
 * 份号, 密级和保密期限, 紧急程度: one below the other from the first line of the type area on (7.2.1 to 7.2.3).
 * 密级 stands on the second line, whether or not there is a 份号.
 */
export const layOutHeadLines = (meta: DocumentMeta): FlowParagraph[] => {
  const line = (style: ParagraphStyleId, text: string | undefined): FlowParagraph => ({
    kind: 'paragraph',
    style,
    runs: text ? [{ text: printable(text) }] : [],
  });
  return [
    ...(meta.copyNumber || meta.secrecy ? [line('GwCopyNumber', meta.copyNumber)] : []),
    ...(meta.secrecy ? [line('GwUrgency', meta.secrecy)] : []),
    ...(meta.urgency ? [line('GwUrgency', meta.urgency)] : []),
  ];
};
