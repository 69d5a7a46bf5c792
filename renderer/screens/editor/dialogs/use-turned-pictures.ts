import { type RefObject, useEffect, useRef } from 'react';
import type { ReviewItem } from '../../../../shared/document/review-item';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import { keepTurned } from './keep-turned';

type Turned = Readonly<{
  id: string;
  editor: RefObject<EditorHandle | null>;
  items: readonly ReviewItem[] | undefined;
  /** Changes the text, marks the items, and offers to take both back. */
  settle(items: readonly ReviewItem[], change: () => void, said: string): void;
}>;

/**
 * Pictures that the file a document was read from shows turned are turned when the document is first opened: only
 * here are there pixels to draw on. One that cannot be turned stays as it lies, and among what is to be looked at.
 */
export const useTurnedPictures = ({ id, editor, items, settle }: Turned): void => {
  const tried = useRef(new WeakSet<ReviewItem>());
  useEffect(() => {
    const open = (items ?? []).filter((item) => item.turn && !item.done && !tried.current.has(item));
    if (open.length === 0) return;
    for (const item of open) tried.current.add(item);
    const turn = async (): Promise<void> => {
      const blocks = editor.current?.getDocument().parts.flatMap(({ children }) => children) ?? [];
      const turned: { item: ReviewItem; sha256: string; by: Awaited<ReturnType<typeof keepTurned>> }[] = [];
      for (const item of open) {
        const block = blocks.find((one) => one.id === item.blockId);
        if (block?.type !== 'picture' || !item.turn) continue;
        const by = await keepTurned(id, block, item.turn).catch(() => null);
        if (by) turned.push({ item, sha256: block.picture.sha256, by });
      }
      // Meanwhile the person may have put in another picture, or left.
      const now = editor.current?.getDocument().parts.flatMap(({ children }) => children) ?? [];
      const still = turned.filter(({ sha256, by }) =>
        now.some((block) => block.type === 'picture' && block.id === by.id && block.picture.sha256 === sha256),
      );
      if (still.length > 0)
        settle(
          still.map(({ item }) => item),
          () => editor.current?.runFromOutside({ type: 'replacePictures', pictures: still.map(({ by }) => by) }),
          still.length === 1 ? '有 1 张图片已按来稿转正。' : `有 ${still.length} 张图片已按来稿转正。`,
        );
      if (turned.length < open.length) say(`有 ${open.length - turned.length} 张图片没能转正，已列在待核对里。`);
    };
    void turn();
  }, [id, editor, items, settle]);
};
