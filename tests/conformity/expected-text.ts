import type { Block } from '../../shared/document/block';
import type { GovDocument, Part } from '../../shared/document/document';
import { isHeading } from '../../shared/document/is-heading';
import { blockText, leavesText } from '../../shared/document/plain-text';
import { type ExportOptions, standardOptions } from '../../shared/export/export-options';
import { computeLabels } from '../../shared/numbering/compute-labels';

/** What one paragraph of the printed document must say, written down without the exporter's help. */
export type ExpectedParagraph = Readonly<{
  text: string;
  /** Indented by two characters on its first line, in full lines of 28 (the text, not titles, tables or boxes). */
  isText: boolean;
  /** Begins a new page. */
  startsPart: boolean;
  /** A heading alone in its paragraph: it moves to the next page with what follows. */
  isHeading: boolean;
  inTable: boolean;
  /** 署名 or 成文日期. */
  isClosing: boolean;
}>;

/** Radicals and compatibility ideographs: what some PDF fonts give for ordinary characters. */
const foldCompatible = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (character) => character.normalize('NFKC'));

const plain = (text: string): string =>
  [...foldCompatible(text)]
    .filter((character) => /\S/u.test(character) && !/\p{Cc}|\p{Cf}|\p{Cs}/u.test(character))
    .join('');

/** Text as compared: no white space, no invisible characters, compatibility ideographs folded. */
export const comparable = plain;

const stop = /[。；;，,、.\s]+$/;

/** 版记: what is sent to whom, and who has printed it. A 信函 says no more than the first. */
const imprintTexts = ({ meta, parts }: GovDocument, options: ExportOptions, moved: boolean): string[] => {
  const names = (label: string, text: string): string => `${label}：${text.replace(/[：。]$/, '')}。`;
  const to = parts.flatMap((part) => part.children).find((block) => block.type === 'salutation');
  const printed = [meta.printingOrgan, meta.printingDate && `${meta.printingDate}印发`].join('');
  return [
    ...(moved && to ? [names('主送', blockText(to))] : []),
    ...(meta.copyTo ? [names('抄送', meta.copyTo)] : []),
    ...(printed && options.format !== 'letter' ? [printed] : []),
  ];
};

/**
 * The paragraphs of the document in the order they are printed, without its head.
 * @param moved whether 主送机关 stand in 版记
 */
export const expectedParagraphs = (
  document: GovDocument,
  options: ExportOptions = standardOptions,
  moved = false,
): ExpectedParagraph[] => {
  const labels = computeLabels(document);
  const result: ExpectedParagraph[] = [];
  let startsPart = false;
  const add = (text: string, extra: Partial<ExpectedParagraph> = {}): void => {
    if (plain(text) === '') return;
    result.push({
      text: plain(text),
      isText: false,
      startsPart,
      isHeading: false,
      inTable: false,
      isClosing: false,
      ...extra,
    });
    startsPart = false;
  };
  const isOwn = (placement: 'own' | undefined): boolean =>
    options.unitNote === 'as-written' ? placement === 'own' : options.unitNote === 'own';
  const runOn = (note: string): boolean => {
    const above = result.at(-1);
    if (!above?.isText && !above?.inTable) return false;
    result[result.length - 1] = { ...above, text: above.text + plain(note) };
    return true;
  };
  let above: Block | undefined;
  const addBlock = (block: Block): void => {
    const boxed = 'boxId' in block && block.boxId !== undefined;
    const text = blockText(block);
    const label = labels.get(block.id) ?? '';
    const asText = { isText: !boxed, inTable: boxed };
    switch (block.type) {
      case 'clause': {
        const alone = !boxed && !block.runIn && isHeading(block) && !/[。；！？，：]$/.test(text.trim());
        add(label + text, alone ? { isHeading: true } : asText);
        break;
      }
      case 'boxTitle':
        add(label + text, { inTable: true });
        break;
      case 'paragraph':
        add(text, asText);
        break;
      case 'dash':
        if (plain(text) !== '') add(`——${text}`, asText);
        break;
      case 'responsibility':
        // A heading alone, a table or nothing above: the note has its own paragraph.
        if (isOwn(block.placement) || above?.type === 'boxTitle' || above?.type === 'picture' || !runOn(text))
          add(text, asText);
        break;
      case 'table':
        if (block.caption !== undefined) add(label + block.caption, { inTable: true });
        for (const row of block.children)
          for (const cell of row.children) add(leavesText(cell.children), { inTable: true });
        break;
      case 'picture':
        if (plain(text) !== '') add(label + text, { inTable: true });
        break;
      case 'signature':
      case 'dateLine':
        add(text, { isClosing: true });
        break;
      case 'salutation':
        if (!moved) add(text);
        break;
      default:
        add(text);
    }
    above = block;
  };
  const issued = options.issuedText === 'attachment' && document.parts.some((part) => part.kind === 'notice');
  const listed: Readonly<Record<string, readonly Part[]>> = {
    main: document.parts.filter((part) => part.kind === 'attachment'),
    notice: issued ? document.parts.filter((part) => part.kind === 'main') : [],
  };
  document.parts.forEach((part, at) => {
    startsPart = at > 0;
    if (part.kind === 'attachment') add(labels.get(part.id) ?? '');
    if (part.kind === 'main' && issued) add('附件');
    let closing = part.children.length;
    while (closing > 0 && /^(?:signature|dateLine|note)$/.test(part.children[closing - 1]!.type)) closing -= 1;
    part.children.slice(0, closing).forEach(addBlock);
    const attachments = listed[part.kind] ?? [];
    attachments.forEach((attachment, index) => {
      const title = attachment.children.find((block) => block.type === 'title');
      const name = title ? plain(blockText(title)).replace(stop, '') : '';
      add(`${index === 0 ? '附件：' : ''}${attachments.length > 1 ? `${index + 1}.` : ''}${name}`);
    });
    part.children.slice(closing).forEach(addBlock);
  });
  for (const text of imprintTexts(document, options, moved)) add(text, { inTable: true });
  return result;
};
