import { byBlock } from '../../document/by-block';
import type { GovDocument } from '../../document/document';
import { blockText } from '../../document/plain-text';
import type { DocumentFunction } from '../../functions/types';
import { titleKey } from '../../recognise/lines/fold';
import { foldedText } from '../../recognise/lines/folded-text';
import { quoted } from './derived-part';

/** A document the plan goes by: 《…》 with its number where the text gives it. */
export type Basis = Readonly<{ words: string; blockId: string | null }>;

type Quotation = Readonly<{ title: string; number: string | null; follows: boolean }>;

const quotation = /《([^《》]{2,100})》(?:（((?:[\u4e00-\u9fff]{1,12})〔\d{4}〕第?\d+号)）)?/g;
const followed = /根据|依据|按照|遵照|遵循|贯彻|落实|执行|对照|衔接/;
/** What is still to be written is no basis: 编制《云川市养老设施布局规划》. */
const toBeMade =
  /(?:制定|出台|印发|编制|发布|修订|修改|起草|废止|形成)(?:《[^《》]*》(?:（[^（）]*）)?(?:、|和|及|以及)?)*$/;

const quotationsOf = byBlock((block): readonly Quotation[] => {
  const [text, folded] = [blockText(block), foldedText(block)];
  return [...folded.matchAll(quotation)].flatMap((found): Quotation[] => {
    const before = folded.slice(0, found.index);
    const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
    if (toBeMade.test(sentence)) return [];
    const title = text.slice(found.index + 1, found.index + 1 + found[1]!.length);
    return [{ title, number: found[2] ?? null, follows: followed.test(sentence) }];
  });
});

/**
 * The documents a plan goes by, in the order of the text: those it says it follows, those it quotes with their number,
 * then the 上级文件 it is held against. In tasks and safeguards only those with a number that are carried out.
 * @param own the plan's title, which its notice quotes
 */
export const readBases = (
  { parts, meta }: Pick<GovDocument, 'parts' | 'meta'>,
  functions: ReadonlyMap<string, DocumentFunction>,
  own: string,
): readonly Basis[] => {
  const bases = new Map<string, Basis & { readonly numbered: boolean }>();
  const ownKey = titleKey(own);
  const isOwn = (key: string): boolean => ownKey !== '' && (key === ownKey || key.endsWith(ownKey));
  for (const { kind, children } of parts) {
    if (kind === 'attachment') continue;
    for (const block of children) {
      if (block.type === 'title' || block.type === 'table') continue;
      const serves = functions.get(block.id);
      const isWork = serves === 'tasks' || serves === 'safeguards';
      for (const { title, number, follows } of quotationsOf(block)) {
        const key = titleKey(title);
        if (isOwn(key) || !(isWork ? follows && number !== null : follows || number !== null)) continue;
        const known = bases.get(key);
        // The number may stand at a later place only.
        if (known && (known.numbered || number === null)) continue;
        const words = `${quoted(title)}${number === null ? '' : `（${number}）`}`;
        bases.set(key, { words, blockId: known?.blockId ?? block.id, numbered: number !== null });
      }
    }
  }
  for (const { title } of meta.superiors ?? []) {
    const key = titleKey(title);
    const isKnown = [...bases.keys()].some((one) => one.includes(key) || key.includes(one));
    if (key !== '' && !isOwn(key) && !isKnown) bases.set(key, { words: quoted(title), blockId: null, numbered: false });
  }
  return [...bases.values()].map(({ words, blockId }) => ({ words, blockId }));
};
