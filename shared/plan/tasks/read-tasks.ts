import type { Block } from '../../document/block';
import { byBlock } from '../../document/by-block';
import type { GovDocument } from '../../document/document';
import { headingText } from '../../document/heading-text';
import { isHeading } from '../../document/is-heading';
import { blockText } from '../../document/plain-text';
import type { DocumentFunction } from '../../functions/types';
import { foldedText } from '../../recognise/lines/folded-text';
import { isUnitNote, parseResponsibility } from '../../recognise/parse-responsibility';
import type { Task } from './task';

type Units = Readonly<{ lead: readonly string[]; support: readonly string[]; deadline: string | null }>;

/** An organ as a sentence names it; a verb before it (健全各级政府) makes it no name. */
const unit =
  '(?!(?:健全|形成|建立|完善|构建|加强|坚持|强化|推动|支持|鼓励|引导|落实|发挥|依托|通过))(?:各?(?:市|省|区|县|州|盟)[^，。；：、（）的了由和]{1,18}?|[^，。；：、（）的了由和]{2,12}?)(?:局|委|委员会|办|办公室|厅|院|联|总工会|妇联|海关|中心|集团|公司|银行|支行|(?:市|区|县|州)(?:人民)?政府|管委会)';
const units = `${unit}(?:(?:、|和|及|会同)${unit})*(?:等(?:有关)?(?:部门|单位))?`;
/** 由市×局、市×委牵头, 市×局会同市×委负责, 市×局牵头，市×委配合. */
const prose = new RegExp(
  `(?:由|^|[，。；])(?<lead>${units})(?:负责)?(?:牵头|主办|负总责)(?:负责|组织|实施|落实|推进|制定)?|由(?<owner>${units})(?:负责|承担|组织实施|会同)`,
);
const helped = new RegExp(
  `(?:会同|，|；)(?<support>${units})(?:等)?(?:按职责(?:分工)?)?(?:共同)?(?:配合|参与|协助|协同|支持)`,
);

const splitUnits = (words: string): string[] =>
  words
    .split(/、|和(?=[市省各区县])|及(?=[市省各区县])|会同/)
    .map((name) => name.replace(/等(?:有关)?(?:部门|单位)?$/, '').trim())
    .filter((name) => name.length > 1);

/** The last date that work is to be done by: 2026年底前, 2027年6月30日前; periods and goals (到2030年) are none. */
const deadlines =
  /(?:(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日|底|末)?|(?:第[一二三四]|[一二三四])季度|上半年|底|年底|末)?(?:之)?前|(?:19|20)\d{2}年(?:底|年底)(?=完成|建成|实现)|(?:\d{1,2}月(?:\d{1,2}日|底|末)?|年底|今年底|明年底|上半年)前|(?:(?:19|20)\d{2}|今)?年内)/g;

const outcomes =
  /(?:出台|印发|制定|编制|形成|建成|发布|修订)(?<what>[^，。；、：（）]{2,24}?(?:方案|办法|意见|规划|计划|细则|规定|条例|制度|清单|目录|标准|规范|指南|报告|平台|系统|名录|机制|体系|目标))/;

const readProse = byBlock((block): Units | null => {
  if (block.type === 'table' || block.type === 'responsibility') return null;
  const text = foldedText(block);
  const found = prose.exec(text);
  if (!found) return null;
  const behind = helped.exec(text.slice(found.index + found[0].length - 1));
  const lead = splitUnits(found.groups!.lead ?? found.groups!.owner ?? '');
  return { lead, support: splitUnits(behind?.groups?.support ?? ''), deadline: null };
});

type DeadlineAt = Readonly<{ blockId: string; start: number; end: number; words: string }>;
const deadlineIn = byBlock((block): DeadlineAt | null => {
  const found = block.type === 'table' ? undefined : [...foldedText(block).matchAll(deadlines)].at(-1);
  return found ? { blockId: block.id, start: found.index, end: found.index + found[0].length, words: found[0] } : null;
});
const outcomeIn = byBlock((block): string | null =>
  block.type === 'table' ? null : (outcomes.exec(foldedText(block))?.groups?.what ?? null),
);
const noteOf = byBlock((block): Units | null =>
  block.type === 'responsibility' ? parseResponsibility(blockText(block)) : null,
);

/** A stretch of a block with the unit note behind it, where the block goes on with more. */
type Piece = Readonly<{ start: number; end: number; noteEnd: number; note: Units }>;
const bracketed = /[（〔](?<inner>(?:[^（）〔〕]|（[^（）]*）|〔[^〔〕]*〕)*)[）〕]/g;
/** 做甲事。（责任单位：市×局）做乙事。…: each stretch that has a note of its own inside a paragraph. */
const piecesOf = byBlock((block): readonly Piece[] => {
  if (block.type === 'table' || block.type === 'responsibility') return [];
  const folded = foldedText(block);
  const text = blockText(block);
  let from = 0;
  return [...folded.matchAll(bracketed)].flatMap((match): Piece[] => {
    const end = match.index + match[0].length;
    const inner = match.groups!.inner!;
    if (!inner.includes('：') || !isUnitNote(inner) || folded.slice(end).trim() === '') return [];
    const note = parseResponsibility(text.slice(match.index, end));
    if (!note) return [];
    const piece = { start: from, end: match.index, noteEnd: end, note };
    from = end;
    return [piece];
  });
});
/** Where what belongs to the note behind a block begins in it. */
const lastPieceStart = (block: Block): number => piecesOf(block).at(-1)?.noteEnd ?? 0;
const firstSentence = (text: string): string => /^[^。；]*/.exec(text.trim())?.[0] ?? '';

/** The tasks of the stretches of a block that have a note of their own inside it. */
const tasksInside = (block: Block): Task[] =>
  piecesOf(block).map(({ start, end, note }) => {
    const said = [...foldedText(block).slice(start, end).matchAll(deadlines)].at(-1);
    const at = start + (said?.index ?? 0);
    return {
      blockId: block.id,
      text: firstSentence(blockText(block).slice(start, end)),
      lead: note.lead,
      support: note.support,
      deadline: note.deadline ?? said?.[0] ?? null,
      deadlineAt: said && !note.deadline ? { blockId: block.id, start: at, end: at + said[0].length } : null,
      endBlockId: block.id,
      outcome: outcomes.exec(foldedText(block).slice(start, end))?.groups?.what ?? null,
      // The note is part of the sentence: who wrote it rewrites it.
      unitsFrom: { blockId: block.id, how: 'prose' as const },
    };
  });

/** （排在首位的为牵头单位，下同）: from there on the first unit of a note leads. */
const firstLeads = /(?:列|排)(?:在|名)?(?:第一|首)(?:位)?[^。；]{0,10}牵头/;
const withFirstLead = ({ lead, support, deadline }: Units): Units => {
  const [first, ...others] = lead;
  return first !== undefined && support.length === 0
    ? { lead: [first], support: others, deadline }
    : { lead, support, deadline };
};

/** First sentence of a task that is no heading. */
const firstWords = (block: Block): string => {
  const behind = lastPieceStart(block);
  if (behind > 0) return firstSentence(blockText(block).slice(behind));
  const heading = headingText(block);
  return heading || (/^[^。；]*/.exec(blockText(block))?.[0] ?? '');
};

/** A task while it is read: the blocks that belong to it, and whether a smaller task stands in it. */
type Draft = { block: Block; level: number; own: Block[]; note: Block | null; hasTasks: boolean };

/**
 * The tasks of a document with units and deadlines, in reading order: each heading or item that a unit note belongs
 * to or whose sentences name who leads, and where tasks are written each innermost heading. A note of a chapter holds
 * for the headings under it that have none.
 */
export const readTasks = (
  document: Pick<GovDocument, 'parts'>,
  functions: ReadonlyMap<string, DocumentFunction>,
): readonly Task[] => {
  const blocks = document.parts.flatMap((part) => part.children);
  const rule = blocks.findIndex((block) => block.type !== 'table' && firstLeads.test(foldedText(block)));
  const ruled = new Set(rule < 0 ? [] : blocks.slice(rule).map(({ id }) => id));
  return document.parts.flatMap((part) => readPart(part.children, functions, ruled));
};

const levelOf = (block: Block): number | null =>
  block.type === 'clause' ? block.level : block.type === 'dash' ? 5 : block.type === 'paragraph' ? 6 : null;

const readPart = (
  blocks: readonly Block[],
  functions: ReadonlyMap<string, DocumentFunction>,
  firstLeadsIn: ReadonlySet<string>,
): Task[] => {
  const drafts: Draft[] = [];
  const open: Draft[] = [];
  const parents = new Map<Draft, Draft | undefined>();
  const children = new Map<Draft, Draft[]>();
  for (const block of blocks) {
    if (block.type === 'responsibility') {
      const holder = open.at(-1);
      if (holder) holder.note ??= block;
      continue;
    }
    const level = levelOf(block);
    if (level === null) {
      if (block.type === 'title') open.length = 0;
      continue;
    }
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const draft: Draft = { block, level, own: [block], note: null, hasTasks: false };
    const parent = open.at(-1);
    parents.set(draft, parent);
    const siblings = parent && children.get(parent);
    if (siblings) siblings.push(draft);
    else if (parent) children.set(parent, [draft]);
    // The sentences of a paragraph or an item belong to the heading above as well.
    if (level >= 5) for (const above of open) above.own.push(block);
    drafts.push(draft);
    open.push(draft);
  }
  // What a note stands behind is the task of the heading it explains: the paragraph only goes on.
  for (const draft of drafts) {
    const parent = parents.get(draft);
    if (
      draft.level === 6 &&
      draft.note &&
      piecesOf(draft.block).length === 0 &&
      parent &&
      parent.level < 5 &&
      !parent.note &&
      isOnly(draft, children.get(parent) ?? [])
    ) {
      parent.note = draft.note;
      draft.note = null;
    }
  }
  for (const draft of drafts)
    if (draft.note || piecesOf(draft.block).length > 0 || (draft.level < 5 && readProse(draft.block)))
      for (let above = parents.get(draft); above; above = parents.get(above)) above.hasTasks = true;
  const noteAbove = (draft: Draft): Block | null => {
    for (let above = parents.get(draft); above; above = parents.get(above)) if (above.note) return above.note;
    return null;
  };
  const hasHeadings = new Set(drafts.flatMap((draft) => (draft.level < 5 ? (parents.get(draft) ?? []) : [])));
  return drafts.flatMap((draft): Task[] => {
    const { block, note, own, level } = draft;
    const inTasks = functions.get(block.id) === 'tasks';
    const innermost = level < 5 && !hasHeadings.has(draft) && isHeading(block);
    const proseBlock = own.find((one) => readProse(one) !== null);
    const inherited = note || level >= 5 ? null : noteAbove(draft);
    const stated = innermost && !draft.hasTasks && (inTasks || inherited !== null || proseBlock !== undefined);
    const wanted = stated || (note !== null && !(draft.hasTasks && hasHeadings.has(draft)));
    const inside = tasksInside(block);
    // Behind its last note a paragraph has only words that belong to nobody.
    if (!wanted || (inside.length > 0 && !note)) return inside;
    const read = (note && noteOf(note)) ?? (proseBlock && readProse(proseBlock)) ?? (inherited && noteOf(inherited));
    const units = read && firstLeadsIn.has((note ?? inherited)?.id ?? '') ? withFirstLead(read) : read;
    const from = note ?? proseBlock ?? inherited;
    const dated = own
      .flatMap((one) => deadlineIn(one) ?? [])
      .filter((date) => date.blockId !== block.id || date.start >= lastPieceStart(block));
    const said = dated.at(-1) ?? null;
    return [
      ...inside,
      {
        blockId: block.id,
        text: firstWords(block),
        lead: units?.lead ?? [],
        support: units?.support ?? [],
        deadline: units?.deadline ?? said?.words ?? null,
        deadlineAt: said && !units?.deadline ? { blockId: said.blockId, start: said.start, end: said.end } : null,
        endBlockId: own.at(-1)!.id,
        outcome: own.flatMap((one) => outcomeIn(one) ?? [])[0] ?? null,
        unitsFrom: units && from ? { blockId: from.id, how: note ? 'note' : proseBlock ? 'prose' : 'inherited' } : null,
      },
    ];
  });
};

/** Whether a paragraph is the last thing said under its heading, so that the note behind it is the heading's. */
const isOnly = (draft: Draft, siblings: readonly Draft[]): boolean =>
  siblings.every(({ level }) => level === 6) &&
  siblings.filter(({ note }) => note).length === 1 &&
  siblings.at(-1) === draft;
