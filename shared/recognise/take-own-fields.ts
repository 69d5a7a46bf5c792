import type { DocumentMeta } from '../document/document';
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

const headStyle = /^Gw(?:CopyNumber|Urgency|Mark|LetterMark|Signers|Number|LetterNumber)$/;
const signersLabel = '签发人：';

/** 份号, 密级, 紧急程度; in a 信函 发文字号 stands at the right of the first of them. */
const readHeadLine = (style: string, text: string): OwnFields => {
  const [own = '', number = ''] = text.split('\t').map((piece) => piece.trim());
  const secret = /^(?:绝密|机密|秘密)/.test(own);
  return {
    ...(own && style === 'GwCopyNumber' && { copyNumber: own }),
    ...(own && style === 'GwUrgency' && { [secret ? 'secrecy' : 'urgency']: own }),
    ...(number && { documentNumber: number }),
  };
};

/** 发文字号, on the line of an upward document at its first tab, and the 签发人 behind it. */
const readNumberLine = (text: string): Readonly<{ number: string; signers: readonly string[] }> => {
  const pieces = text.split('\t').map((piece) => piece.trim());
  if (pieces.length === 1) return { number: pieces[0]!, signers: [] };
  const signers = pieces.slice(2).map((piece) => (piece.startsWith(signersLabel) ? piece.slice(4) : piece));
  return { number: pieces[1]!, signers: signers.filter((name) => name !== '') };
};

const readHead = (lines: readonly SourceParagraph[]): OwnFields => {
  let fields: OwnFields = {};
  const signers: string[] = [];
  for (const { style = '', text } of lines) {
    if (/^Gw(?:CopyNumber|Urgency|LetterNumber)$/.test(style)) fields = { ...fields, ...readHeadLine(style, text) };
    else if (style === 'GwMark' || style === 'GwLetterMark') {
      const organ = text.replace(/\s/g, '').replace(/文件$/, '');
      if (organ) fields = { ...fields, issuingOrgan: organ };
    } else {
      const read = readNumberLine(text);
      signers.push(...read.signers);
      if (read.number) fields = { ...fields, documentNumber: read.number };
    }
  }
  return { ...fields, ...(signers.length > 0 && { signers }) };
};

const readImprint = (lines: readonly SourceParagraph[]): OwnFields => {
  let fields: OwnFields = {};
  for (const { text } of lines) {
    const copy = /^抄送：(.*)$/.exec(text.trim());
    const [organ = '', printed] = text.split('\t').map((piece) => piece.trim());
    if (copy) fields = { ...fields, copyTo: copy[1]! };
    else if (!text.startsWith('主送：'))
      fields = {
        ...fields,
        ...(organ && { printingOrgan: organ }),
        ...(printed && { printingDate: printed.replace(/印发$/, '') }),
      };
  }
  return fields;
};

/** The lead organ alone stands in the mark where the bureau wants it so: all that have signed issue the document. */
const withJointOrgans = (fields: OwnFields, paragraphs: readonly SourceParagraph[]): OwnFields => {
  const first = paragraphs.findIndex(({ style }) => style === 'GwSign');
  const signed: string[] = [];
  for (let at = first; paragraphs[at]?.style === 'GwSign'; at += 1) signed.push(paragraphs[at]!.text.trim());
  return signed.length > 1 && signed[0] === fields.issuingOrgan
    ? { ...fields, issuingOrgan: signed.join('、') }
    : fields;
};

/** 主送机关 that stood in 版记 (7.3.2), back where they belong: under the title of the first part. */
const withAddressees = (
  paragraphs: readonly SourceParagraph[],
  moved: SourceParagraph | undefined,
): readonly SourceParagraph[] => {
  if (!moved) return paragraphs;
  const text = moved.text
    .trim()
    .replace(/^主送：/, '')
    .replace(/。$/, '：');
  const title = paragraphs.findIndex(({ style }) => style === 'GwTitle');
  let at = title + 1;
  while (/^Gw(?:Title|Subtitle)$/.test(paragraphs[at]?.style ?? '')) at += 1;
  return [...paragraphs.slice(0, at), { ...moved, style: 'GwTo', text }, ...paragraphs.slice(at)];
};

/**
 * Takes the lines that this app prints around the text (known by the names of their styles, and without the anchors
 * of blocks) out of the paragraphs of a file it has exported. Other files have no such styles.
 */
export const takeOwnFields = (
  paragraphs: readonly SourceParagraph[],
): Readonly<{ paragraphs: readonly SourceParagraph[]; fields: OwnFields }> => {
  const isHead = ({ style = '', anchors }: SourceParagraph): boolean => headStyle.test(style) && !anchors;
  const isImprint = ({ style }: SourceParagraph): boolean => style === 'GwImprint';
  const head = paragraphs.filter(isHead);
  const imprint = paragraphs.filter(isImprint);
  if (head.length + imprint.length === 0) return { paragraphs, fields: {} };
  const text = paragraphs.filter((paragraph) => !isHead(paragraph) && !isImprint(paragraph));
  return {
    paragraphs: withAddressees(
      text,
      imprint.find((line) => line.text.startsWith('主送：')),
    ),
    fields: { ...withJointOrgans(readHead(head), text), ...readImprint(imprint) },
  };
};
