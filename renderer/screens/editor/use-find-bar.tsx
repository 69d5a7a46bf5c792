import { type ReactElement, type RefObject, useCallback, useRef, useState } from 'react';
import type { DocumentFunction } from '../../../shared/functions/types';
import type { EditorHandle } from '../../editor/document-editor';
import { FindBar, type FindBarHandle } from '../../features/find-replace/find-bar';

type FindBarState = Readonly<{
  open(replacing: boolean): void;
  /** To the next or previous hit; opens the bar when it is not there. */
  step(direction: 1 | -1): void;
  /** The text has changed. */
  changed(): void;
  bar: ReactElement | null;
}>;

/** 查找和替换 over the paper. */
export const useFindBar = (
  editor: RefObject<EditorHandle | null>,
  functions: ReadonlyMap<string, DocumentFunction>,
  composing: () => boolean,
  uncover: (blockId: string) => void,
): FindBarState => {
  const [replacing, setReplacing] = useState<boolean | null>(null);
  const handle = useRef<FindBarHandle>(null);
  const changed = useCallback(() => handle.current?.changed(), []);
  return {
    open: (replace) => {
      setReplacing(replace || (replacing ?? false));
      handle.current?.focus();
    },
    step: (direction) => (handle.current ? handle.current.step(direction) : setReplacing(false)),
    changed,
    bar:
      replacing === null ? null : (
        <FindBar
          ref={handle}
          editor={editor}
          replacing={replacing}
          functions={functions}
          composing={composing}
          uncover={uncover}
          onReplacing={setReplacing}
          onClose={() => setReplacing(null)}
        />
      ),
  };
};
