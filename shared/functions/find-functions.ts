import type { Block } from '../document/block';
import type { GovDocument, Part } from '../document/document';
import { headingText } from '../document/heading-text';
import { listHeadings } from '../document/list-headings';
import { blockText } from '../document/plain-text';
import { buildOutline, type OutlineNode } from '../numbering/build-outline';
import { fold } from '../recognise/lines/fold';
import { foldedText } from '../recognise/lines/folded-text';
import * as words from './function-words';
import type { DocumentFunction, FunctionEvidence } from './types';

/** One clause that heads something, with all blocks of its branch. */
type Chapter = Readonly<{ node: OutlineNode; name: string; blocks: readonly Block[] }>;

const nameOf = (text: string): string =>
  fold(text)
    .replace(/\s/g, '')
    .replace(/计畫|計畫/g, '计划')
    .replace(/[。：；]$/, '');

const ids = (blocks: readonly Block[]): string[] => blocks.map((block) => block.id);

const isText = (block: Block): boolean =>
  block.type === 'paragraph' || block.type === 'dash' || block.type === 'clause';

const headed = (found: DocumentFunction, chapter: Chapter, confidence: number): FunctionEvidence => ({
  function: found,
  headingId: chapter.node.id,
  blockId: chapter.node.id,
  blockIds: ids(chapter.blocks),
  evidence: 'heading',
  confidence,
});

const prose = (
  found: DocumentFunction,
  headingId: string | null,
  blocks: readonly Block[],
  confidence: number,
): FunctionEvidence => ({
  function: found,
  headingId,
  blockId: blocks[0]!.id,
  blockIds: ids(blocks),
  evidence: 'prose',
  confidence,
});

/** More paragraphs are text without numbers, not a closing. */
const longestClosing = 6;

class Plan {
  readonly blocks: readonly Block[];
  readonly top: readonly Chapter[];

  /** Numbered sentences have no name: they head nothing. */
  readonly headings: ReadonlySet<string>;

  constructor(part: Part, root: OutlineNode) {
    this.blocks = part.children;
    this.headings = listHeadings({ parts: [part] });
    const clauses = root.children.filter((node) => node.kind === 'clause');
    this.top = clauses.map((node) => this.chapter(node));
  }

  chapter(node: OutlineNode): Chapter {
    const blocks = this.blocks.slice(node.start, node.end);
    const first = blocks[0]!;
    return { node, name: nameOf(this.headings.has(first.id) ? headingText(first) : ''), blocks };
  }

  under(chapter: Chapter): Chapter[] {
    return chapter.node.children.filter((node) => node.kind === 'clause').map((node) => this.chapter(node));
  }

  /** Blocks above the first clause. */
  opening(): Block[] {
    const end = this.top[0]?.node.start ?? this.blocks.length;
    return this.blocks.slice(0, end).filter((block) => block.type === 'paragraph');
  }

  /** Paragraphs below the last numbered item that are not its own: behind its unit, or behind an item that is a sentence. */
  closing(): Block[] {
    const end = this.blocks.findLastIndex((block) => block.type === 'clause' || block.type === 'table');
    const last = this.blocks[end];
    if (last?.type !== 'clause' || (last.runIn !== true && this.headings.has(last.id))) return [];
    const closing = this.blocks.slice(end + 1).filter((block) => block.type === 'paragraph');
    return closing.length <= longestClosing ? closing : [];
  }
}

/** 第一篇, which has chapters of its own. */
const isVolume = ({ node }: Chapter): boolean => /^第.{1,4}[篇编]$/.test(node.label.trim());

/** Sub-headings that name a function come before the chapter that also names it (指导思想和主要目标). */
const namedIn = (plan: Plan, chapter: Chapter, pattern: RegExp): Chapter[] => {
  const inner = plan.under(chapter).filter((child) => pattern.test(child.name));
  if (inner.length > 0) return inner;
  if (pattern.test(chapter.name)) return [chapter];
  return isVolume(chapter) ? plan.under(chapter).flatMap((child) => namedIn(plan, child, pattern)) : [];
};

const findIdeology = (plan: Plan): FunctionEvidence[] => {
  const named = plan.top.flatMap((chapter) => namedIn(plan, chapter, words.ideologyHeading));
  if (named.length > 0) return named.map((chapter) => headed('guidingIdeology', chapter, 0.98));
  for (const chapter of plan.top.filter((candidate) => words.generalHeading.test(candidate.name))) {
    const inner = plan.under(chapter).find((child) => words.generalHeading.test(child.name)) ?? chapter;
    const shown = inner.blocks.filter((block) => isText(block) && words.ideologySentence.test(foldedText(block)));
    if (shown.length > 0) return [prose('guidingIdeology', inner.node.id, shown, 0.85)];
  }
  const shown = plan.opening().filter((block) => {
    const text = foldedText(block);
    return words.ideologyOpening.test(text) || words.ideologyAim.test(text);
  });
  if (shown.length > 0) return [prose('guidingIdeology', null, shown, 0.6)];
  const first = plan.top[0];
  if (!first || words.tasksHeading.test(first.name)) return [];
  const inFirst = first.blocks.filter((block) => isText(block) && words.ideologyOpening.test(foldedText(block)));
  return inFirst.length > 0 ? [prose('guidingIdeology', first.node.id, inFirst, 0.6)] : [];
};

const findGoals = (plan: Plan): FunctionEvidence[] => {
  const named = plan.top.flatMap((chapter) => namedIn(plan, chapter, words.goalsHeading));
  if (named.length > 0) return named.map((chapter) => headed('goals', chapter, 0.97));
  const general = plan.top.filter(
    (chapter) => words.generalHeading.test(chapter.name) || words.ideologyHeading.test(chapter.name),
  );
  for (const chapter of general) {
    const shown = chapter.blocks.filter((block) => isText(block) && words.goalSentence.test(foldedText(block)));
    if (shown.length > 0) return [prose('goals', chapter.node.id, shown, 0.7)];
  }
  const shown = plan
    .opening()
    .filter((block) => words.goalSentence.test(foldedText(block)) && /\d/.test(blockText(block)));
  return shown.length > 0 ? [prose('goals', null, shown, 0.55)] : [];
};

const isSafeguards = (chapter: Chapter): boolean =>
  words.safeguardsHeading.test(chapter.name.replace(words.fieldSafeguard, '')) &&
  !words.generalHeading.test(chapter.name);

const findSafeguards = (plan: Plan): FunctionEvidence[] => {
  const named = plan.top.slice(plan.top.length > 1 ? 1 : 0).filter(isSafeguards);
  if (named.length > 0) return named.map((chapter) => headed('safeguards', chapter, 0.95));
  const last = plan.top.findLast((chapter) => !words.otherChapter.test(chapter.name));
  if (!last) return [];
  const items = plan.under(last).filter((child) => words.safeguardItem.test(child.name));
  if (items.length >= 2 && items.length >= plan.under(last).length * 0.6) return [headed('safeguards', last, 0.75)];
  const single = plan.top
    .slice(-3)
    .flatMap((chapter) => plan.under(chapter))
    .filter((child) => isSafeguards(child));
  if (single.length > 0) return single.map((chapter) => headed('safeguards', chapter, 0.7));
  const closing = plan.closing();
  const text = closing.map(foldedText).join('');
  const spoken = words.safeguardSentences.filter((sentence) => sentence.test(text));
  return spoken.length >= 2 ? [prose('safeguards', null, closing, 0.5)] : [];
};

const findTasks = (plan: Plan, taken: ReadonlySet<string>): FunctionEvidence[] => {
  const free = plan.top.filter((chapter) => !taken.has(chapter.node.id));
  const named = free.filter(
    (chapter) => words.tasksHeading.test(chapter.name) && !words.otherChapter.test(chapter.name),
  );
  if (named.length > 0) return named.map((chapter) => headed('tasks', chapter, 0.95));
  // Chapters named after their content: all that are neither background nor goals nor safeguards.
  const content = free.filter(
    (chapter) =>
      !words.otherChapter.test(chapter.name) &&
      !words.generalHeading.test(chapter.name) &&
      !words.goalsHeading.test(chapter.name) &&
      !words.ideologyHeading.test(chapter.name),
  );
  return content.map((chapter) => ({ ...headed('tasks', chapter, 0.8), evidence: 'prose' as const }));
};

/** 目标任务 as a chapter's name serves goals only when another chapter holds the tasks. */
const resolve = (
  plan: Plan,
  goals: readonly FunctionEvidence[],
  tasks: readonly FunctionEvidence[],
): FunctionEvidence[] => {
  if (tasks.length > 0) return [...tasks];
  return goals
    .filter((place) => {
      const chapter = plan.top.find((candidate) => candidate.node.id === place.headingId);
      return chapter !== undefined && /任务/.test(chapter.name);
    })
    .map((place) => ({ ...place, function: 'tasks' as const, confidence: 0.7 }));
};

/**
 * Which blocks of the main part carry guiding ideology, goals, tasks and safeguards, from heading words and from
 * sentences, in document order within each function. Tasks spread over chapters named after their content give
 * one entry a chapter.
 */
export const findFunctions = (
  document: Pick<GovDocument, 'parts'>,
  outline: readonly OutlineNode[] = buildOutline(document),
): FunctionEvidence[] => {
  const at = document.parts.findIndex((part) => part.kind === 'main');
  const part = document.parts[at];
  const root = outline[at];
  if (!part || !root) return [];
  const plan = new Plan(part, root);
  const ideology = findIdeology(plan);
  const goals = findGoals(plan);
  const safeguards = findSafeguards(plan);
  const taken = new Set(
    [...ideology, ...goals, ...safeguards]
      .filter((place) => place.evidence === 'heading')
      .flatMap((place) => (place.headingId === null ? [] : [place.headingId])),
  );
  return [...ideology, ...goals, ...resolve(plan, goals, findTasks(plan, taken)), ...safeguards];
};
