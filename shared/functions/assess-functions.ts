import type { Block } from '../document/block';
import { byBlock } from '../document/by-block';
import type { Genre, GovDocument, Part } from '../document/document';
import { blockText } from '../document/plain-text';
import { buildOutline, type OutlineNode } from '../numbering/build-outline';
import { fold } from '../recognise/lines/fold';
import { foldedText } from '../recognise/lines/folded-text';
import { findFunctions } from './find-functions';
import { basisWords, unitColumn, unitForAll, unitMention } from './function-words';
import {
  type DocumentFunction,
  documentFunctions,
  type FunctionAssessment,
  type FunctionAssessments,
  type FunctionEvidence,
} from './types';

type Requirement = FunctionAssessment['requirement'];
const R = 'required';
const r = 'recommended';
const no = 'not-asked';

/** What each genre asks for; the table of the checking rules. */
const requirements: Readonly<Record<Genre, Readonly<Record<DocumentFunction, Requirement>>>> = {
  plan: { guidingIdeology: R, goals: R, tasks: R, safeguards: R },
  opinion: { guidingIdeology: R, goals: R, tasks: R, safeguards: R },
  'implementation-opinion': { guidingIdeology: R, goals: R, tasks: R, safeguards: R },
  'action-plan': { guidingIdeology: r, goals: R, tasks: R, safeguards: R },
  'implementation-scheme': { guidingIdeology: r, goals: R, tasks: R, safeguards: R },
  measures: { guidingIdeology: no, goals: no, tasks: R, safeguards: r },
  notice: { guidingIdeology: no, goals: no, tasks: no, safeguards: no },
  other: { guidingIdeology: no, goals: no, tasks: no, safeguards: no },
};

/** Genres whose tasks have to name units. */
const needsUnits: ReadonlySet<Genre> = new Set(['action-plan', 'implementation-scheme', 'measures']);

const length = (text: string): number => text.replace(/\s/g, '').length;
const blockLength = byBlock((block) => length(blockText(block)));
const blockUnits = byBlock((block) => block.type === 'responsibility' || unitMention.test(foldedText(block)));

const assignsUnits = byBlock((block) => {
  const text = foldedText(block);
  if (block.type === 'table') return unitColumn.test(text.slice(0, 200).replace(/\s/g, '\n'));
  if (block.type === 'title') return unitColumn.test(text.trim().replace(/（略）$/, ''));
  return block.type === 'paragraph' && text.length <= 16 && unitColumn.test(text.trim());
});
const namesUnitForAll = byBlock((block) => unitForAll.test(foldedText(block)));

/** Units given elsewhere than with each task: in an attachment that assigns them, or by one sentence for all. */
const hasUnitsElsewhere = (parts: readonly Part[]): boolean =>
  parts.some(
    ({ kind, children }) =>
      (kind === 'attachment' && children.some(assignsUnits)) || (kind === 'main' && children.some(namesUnitForAll)),
  );

/** The lowest items of some blocks: each with what follows it until the next item; without items each paragraph. */
const itemsOf = (blocks: readonly Block[]): Block[][] => {
  const clauses = blocks.filter((block) => block.type === 'clause');
  if (clauses.length < 2) {
    const paragraphs = blocks.filter((block) => block.type === 'paragraph' || block.type === 'dash');
    return paragraphs.length > 0 ? paragraphs.map((block) => [block]) : clauses.map((block) => [block]);
  }
  const items: { level: number; blocks: Block[]; leaf: boolean }[] = [];
  for (const block of blocks) {
    const current = items.at(-1);
    if (block.type === 'clause' && block.boxId === undefined) {
      if (current && block.level > current.level) current.leaf = false;
      items.push({ level: block.level, blocks: [block], leaf: true });
    } else current?.blocks.push(block);
  }
  return items.filter((item) => item.leaf).map((item) => item.blocks);
};

const itemText = (blocks: readonly Block[]): string => blocks.map(blockText).join('');

const thinReasons: Readonly<
  Record<
    DocumentFunction,
    (blocks: readonly Block[], genre: Genre, title: string, parts: readonly Part[]) => string | null
  >
> = {
  guidingIdeology: (blocks) => {
    const text = itemText(
      blocks.filter((block) => block.type !== 'clause' || block.runIn === true || blocks.length === 1),
    );
    if (length(text) < 60) return '不足60字';
    return basisWords.test(fold(text)) ? null : '未写依据';
  },
  goals: (blocks, _genre, title) => {
    const text = blocks.map(foldedText).join('');
    // An annual plan's goals are for the year of its title; a span of years says nothing about a single goal.
    const annual = /\d{4}年/.test(title) && !/\d{4}年?[—\-~～至到]\d{4}/.test(fold(title));
    const withoutYears = text.replace(/(?:19|20)\d{2}(?:年|(?=[—\-~～至]))/g, '');
    const hasNumber = /\d|[一二三四五六七八九十百千万两]+(?:个|家|项|件|倍|成|%|名|万|亿|位|条|所|处|批)/.test(
      withoutYears,
    );
    const hasYear =
      /(?:19|20)\d{2}|[一二]〇[一二三四]\S年|“?十[三四五六]五”?(?:期|末)|[用过经].{0,4}[一二三四五两\d]年(?:左右)?(?:的?时间|努力|内)/.test(
        text,
      );
    if (!hasNumber && !hasYear && !annual) return '未写数值和年份';
    if (!hasNumber) return '未写数值';
    return hasYear || annual ? null : '未写年份';
  },
  tasks: (blocks, genre, _title, parts) => {
    const items = itemsOf(blocks);
    if (items.length < 3) return '不足三项';
    const characters = items.flat().reduce((sum, block) => sum + blockLength(block), 0);
    if (characters / items.length < 60) return '每项平均不足60字';
    if (!needsUnits.has(genre)) return null;
    const withUnit = items.filter((item) => item.some(blockUnits));
    return withUnit.length * 2 < items.length && !hasUnitsElsewhere(parts) ? '半数以上未写责任单位' : null;
  },
  safeguards: (blocks) => {
    const body = blocks.filter((block) => block.type !== 'clause' || block.runIn === true);
    if (itemsOf(blocks).length < 2) return '不足两条';
    return length(itemText(body)) < 150 ? '不足150字' : null;
  },
};

const missingReasons: Readonly<Record<DocumentFunction, string>> = {
  guidingIdeology: '未写指导思想',
  goals: '未写目标',
  tasks: '未写任务',
  safeguards: '未写保障措施',
};

const assess = (
  name: DocumentFunction,
  genre: Genre,
  title: string,
  parts: readonly Part[],
  blocks: ReadonlyMap<string, Block>,
  places: readonly FunctionEvidence[],
): FunctionAssessment => {
  const requirement = requirements[genre][name];
  const serving = [...new Set(places.flatMap((place) => place.blockIds))].flatMap((id) => blocks.get(id) ?? []);
  const characters = serving.reduce((sum, block) => sum + blockLength(block), 0);
  const base = { function: name, requirement, characters, places };
  if (requirement === 'not-asked') return { ...base, state: 'not-required', reason: null };
  if (places.length === 0) return { ...base, state: 'missing', reason: missingReasons[name] };
  const reason = thinReasons[name](serving, genre, title, parts);
  return { ...base, state: reason === null ? 'present' : 'thin', reason };
};

/**
 * Judges for each function whether the main part fulfils what its genre asks: missing where nothing serves it,
 * thin by the measures of the checking rules (指导思想 under 60 characters or without a basis, 目标 without a number
 * or year, fewer than three 任务 …), else present.
 */
export const assessFunctions = (
  document: Pick<GovDocument, 'parts' | 'meta'>,
  outline: readonly OutlineNode[] = buildOutline(document),
): FunctionAssessments => {
  const evidence = findFunctions(document, outline);
  const main = document.parts.find((part) => part.kind === 'main');
  const blocks = new Map(main?.children.map((block) => [block.id, block] as const));
  const title = main?.children.find((block) => block.type === 'title');
  const assessments = documentFunctions.map((name) => {
    const places = evidence.filter((place) => place.function === name);
    return [
      name,
      assess(name, document.meta.genre, title ? blockText(title) : '', document.parts, blocks, places),
    ] as const;
  });
  return Object.fromEntries(assessments) as FunctionAssessments;
};
