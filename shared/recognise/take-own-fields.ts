import { type DocumentMeta, metaSchema } from '../document/document';
import type { SourceParagraph } from './types';

/** Form fields that this app prints around the text: 版头 (GB/T 9704-2012, 7.2) and 版记 (7.4). */
type OwnFields = Readonly<
  Partial<
    Pick<
      DocumentMeta,
      | 'copyNumber'
      | 'secrecy'
      | 'urgency'
      | 'issuingOrgan'
      | 'documentNumber'
      | 'signers'
      | 'copyTo'
      | 'printingOrgan'
      | 'printingDate'
    >
  >
>;

const pieces = (text: string): string[] => text.split('\t').map((piece) => piece.trim());

/** 份号, 密级, 紧急程度; in a 信函 发文字号 stands at the right of the first of them. */
const readHeadLine = (style: string, text: string): OwnFields => {
  const [own = '', number = ''] = pieces(text);
  const secret = /^(?:绝密|机密|秘密)/.test(own);
  return {
    ...(own && style === 'GwCopyNumber' && { copyNumber: own }),
    ...(own && style === 'GwUrgency' && { [secret ? 'secrecy' : 'urgency']: own }),
    ...(number && { documentNumber: number }),
  };
};

/** 发文字号, on the line of an upward document at its first tab, and the 签发人 behind it. */
const readNumberLine = (text: string): OwnFields => {
  const [first = '', ...others] = pieces(text);
  const [number = '', ...names] = others.length === 0 ? [first] : others;
  const signers = names.map((name) => name.replace(/^签发人[：:]\s*/, '')).filter((name) => name !== '');
  return { ...(number && { documentNumber: number }), ...(signers.length > 0 && { signers }) };
};

const readImprintLine = (text: string): OwnFields => {
  const copy = /^抄送[：:]\s*(.+)$/.exec(text.trim());
  if (copy) return { copyTo: copy[1]! };
  const [organ = '', printed = ''] = pieces(text);
  if (!/印发$/.test(printed) && printed !== '') return {};
  if (/[：:（]/.test(organ)) return {};
  return { ...(organ && { printingOrgan: organ }), ...(printed && { printingDate: printed.replace(/印发$/, '') }) };
};

/** What a line says, by the name of its style; null for lines of the text. */
const readLine = ({ style = '', text, anchors }: SourceParagraph): OwnFields | null => {
  if (anchors) return null;
  switch (style) {
    case 'GwCopyNumber':
    case 'GwUrgency':
    case 'GwLetterNumber':
      return readHeadLine(style, text);
    case 'GwMark':
    case 'GwLetterMark': {
      const organ = text.replace(/\s/g, '').replace(/文件$/, '');
      return organ ? { issuingOrgan: organ } : {};
    }
    case 'GwSigners':
    case 'GwNumber':
      return readNumberLine(text);
    case 'GwImprint':
      return readImprintLine(text);
    default:
      return null;
  }
};

/** The lead organ alone stands in the mark where the bureau wants it so: all that have signed issue the document. */
const withJointOrgans = (fields: OwnFields, paragraphs: readonly SourceParagraph[]): OwnFields => {
  const first = paragraphs.findIndex(({ style }) => style === 'GwSign');
  const signed: string[] = [];
  for (let at = first; paragraphs[at]?.style === 'GwSign'; at += 1) signed.push(paragraphs[at]!.text.trim());
  const all = { ...fields, issuingOrgan: signed.join('、') };
  const led = signed.length > 1 && signed[0] === fields.issuingOrgan;
  return led && metaSchema.partial().safeParse(all).success ? all : fields;
};

const movedLine = /^主送[：:]\s*/;

/** 主送机关 that stood in 版记 (7.3.2), back where they belong: under the title of the first part. */
const withAddressees = (paragraphs: readonly SourceParagraph[]): readonly SourceParagraph[] => {
  const moved = paragraphs.find(({ style, text }) => style === 'GwImprint' && movedLine.test(text));
  if (!moved) return paragraphs;
  const text = moved.text.trim().replace(movedLine, '').replace(/。$/, '：');
  const others = paragraphs.filter((paragraph) => paragraph !== moved);
  let at = others.findIndex(({ style }) => style === 'GwTitle') + 1;
  while (/^Gw(?:Title|Subtitle)$/.test(others[at]?.style ?? '')) at += 1;
  return [...others.slice(0, at), { ...moved, style: 'GwTo', text }, ...others.slice(at)];
};

/**
 * Takes the lines that this app prints around the text (known by the names of their styles, and without the anchors
 * of blocks) out of the paragraphs of a file it has exported. A line that says something else by now, or more than a
 * field can hold, stays in the text. Other files have no such styles.
 */
export const takeOwnFields = (
  paragraphs: readonly SourceParagraph[],
): Readonly<{ paragraphs: readonly SourceParagraph[]; fields: OwnFields }> => {
  let fields: OwnFields = {};
  const text = paragraphs.filter((paragraph) => {
    const read = readLine(paragraph);
    if (!read) return true;
    if (paragraph.text.trim() === '') return false;
    const signers = [...(fields.signers ?? []), ...(read.signers ?? [])];
    const all = { ...fields, ...read, ...(signers.length > 0 && { signers }) };
    const holds = Object.keys(read).length > 0 && metaSchema.partial().safeParse(all).success;
    if (holds) fields = all;
    return !holds;
  });
  return { paragraphs: withAddressees(text), fields: withJointOrgans(fields, text) };
};
