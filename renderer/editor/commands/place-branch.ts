import { Editor, Transforms } from 'slate';
import { type Block, type Clause, type Level, levels } from '../../../shared/document/block';
import type { Part } from '../../../shared/document/document';
import { bodyEnd, branchEnd, clauseAbove, findBlock, isOpening, partsOf } from '../model/blocks';
import { patchBlock, withoutOwnNumber } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import { shiftLevel } from './levels';
import { moveBranch } from './move-branch';

/** Where a branch is put: before a clause, a 专栏 or an attachment (by id), or (null) at the end of the body of a part. */
export type BranchPlace = Readonly<{ part: string; before: string | null }>;

/** What arrow keys do to a branch from outside the text. */
export type BranchStep = 'up' | 'down' | 'promote' | 'demote';

/** A clause outside any 专栏. */
const isFree = (block: Block | undefined): block is Clause => block?.type === 'clause' && block.boxId === undefined;

/**
 * The levels a branch may have at a place, so that nothing there changes its parent: at most one below the clause
 * above, at least that of the clause behind. `null` stands for what has no level (a 专栏, an attachment). Empty when
 * it cannot stand there: in itself, before the title, behind the signature, in a 专栏, or too deep.
 */
export const levelsAt = (
  parts: readonly Part[],
  id: string,
  { part, before }: BranchPlace,
): readonly (Level | null)[] => {
  const target = parts.find((one) => one.id === part);
  const own = parts.find((one) => one.id === id);
  if (own) {
    const amongAttachments = before === null || parts.find((one) => one.id === before)?.kind === 'attachment';
    return own.kind === 'attachment' && amongAttachments ? [null] : [];
  }
  const source = parts.find(({ children }) => children.some((block) => block.id === id));
  if (!source || !target) return [];
  const start = source.children.findIndex((block) => block.id === id);
  const end = branchEnd(source.children, start);
  const branch = source.children.slice(start, end);
  const at = before === null ? bodyEnd(target.children) : target.children.findIndex((block) => block.id === before);
  if (at < 0 || at > bodyEnd(target.children) || (source === target && at > start && at < end)) return [];
  const rest = source === target ? target.children.filter((block) => !branch.includes(block)) : target.children;
  const place = source === target && at >= end ? at - branch.length : at;
  const behind = place < bodyEnd(rest) ? rest[place] : undefined;
  if (rest.slice(place).some(({ type }) => isOpening(type))) return [];
  const [first] = branch;
  if (first?.type === 'boxTitle') {
    return behind === undefined || isFree(behind) || behind.type === 'boxTitle' ? [null] : [];
  }
  if (!isFree(first) || (behind !== undefined && !isFree(behind))) return [];
  const lowest = behind?.level ?? 1;
  const above = clauseAbove(rest, place);
  const deepest = Math.max(lowest, above ? above.level + 1 : 1);
  const depth = Math.max(...branch.map((block) => (isFree(block) ? block.level - first.level : 0)));
  return levels.filter((level) => level >= lowest && level <= deepest && level + depth <= 4);
};

/** Moves a branch to a place and gives it a level there; a place or level that `levelsAt` does not allow changes nothing. */
export const placeBranch = (editor: GovEditor, id: string, place: BranchPlace, level: Level | null): void => {
  const parts = partsOf(editor);
  if (!levelsAt(parts, id, place).includes(level)) return;
  const own = parts.findIndex((part) => part.id === id);
  if (own >= 0) {
    const before = place.before === null ? parts.length : parts.findIndex((part) => part.id === place.before);
    movePart(editor, own, before > own ? before - 1 : before);
    return;
  }
  const [block, [from, start]] = findBlock(editor, id)!;
  const count = branchEnd(parts[from]!.children, start) - start;
  const to = parts.findIndex((part) => part.id === place.part);
  const { children } = parts[to]!;
  const at = place.before === null ? bodyEnd(children) : children.findIndex((one) => one.id === place.before);
  Editor.withoutNormalizing(editor, () => {
    const ahead = from === to && at > start;
    const behind = from === to && at < start;
    if (!(from === to && (at === start || at === start + count))) {
      // A move names the place the block has when it is already taken out.
      for (let step = 0; step < count; step += 1)
        editor.apply({
          type: 'move_node',
          path: [from, behind ? start + step : start],
          newPath: [to, ahead ? at - 1 : at + step],
        });
    }
    const [, [, head]] = findBlock(editor, id)!;
    if (isFree(block) && level !== null && level !== block.level) {
      for (const [offset, one] of partsOf(editor)
        [to]!.children.slice(head, head + count)
        .entries())
        if (isFree(one))
          patchBlock(editor, [one, [to, head + offset]], {
            ...withoutOwnNumber,
            level: one.level + level - block.level,
          });
    }
    Transforms.select(editor, Editor.start(editor, [to, head]));
  });
};

const movePart = (editor: GovEditor, from: number, to: number): void => {
  if (from !== to) editor.apply({ type: 'move_node', path: [from], newPath: [to] });
  Transforms.select(editor, Editor.start(editor, [to]));
};

/** Moves a branch past its neighbour or to another level; the caret goes to its beginning. */
export const stepBranch = (editor: GovEditor, id: string, step: BranchStep): void => {
  const parts = partsOf(editor);
  const own = parts.findIndex((part) => part.id === id);
  if (own >= 0) {
    const to = own + (step === 'up' ? -1 : step === 'down' ? 1 : 0);
    if (parts[own]!.kind === 'attachment' && parts[to]?.kind === 'attachment') movePart(editor, own, to);
    return;
  }
  const entry = findBlock(editor, id);
  if (!entry) return;
  Transforms.select(editor, Editor.start(editor, entry[1]));
  if (step === 'up' || step === 'down') moveBranch(editor, step);
  else shiftLevel(editor, step === 'promote' ? -1 : 1);
};
