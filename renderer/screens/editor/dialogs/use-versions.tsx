import { type ReactElement, type RefObject, useCallback, useMemo, useState } from 'react';
import { type ComparedBlock, type Comparison, kindOf } from '../../../../shared/compare/comparison';
import type { GovDocument } from '../../../../shared/document/document';
import type { Version } from '../../../../shared/document/version';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import type { BlockTake } from '../../../editor/commands/take-blocks';
import type { EditorHandle } from '../../../editor/document-editor';
import { CompareDialog } from '../../../features/versions/compare-dialog';
import { versionName, versionTitle } from '../../../features/versions/version-names';
import { VersionsPanel } from '../../../features/versions/versions-panel';
import { call } from '../../../ipc/client';
import type { Session } from '../session/use-session';

/** Two states that are shown beside each other. */
export type Compared = Readonly<{
  /** Which side the open text stands on. */
  ours: 'before' | 'after';
  before: string;
  after: string;
  comparison: Comparison;
  /** The state that is not the open text. */
  other: GovDocument;
}>;

type Versions = Readonly<{
  panel: ReactElement;
  dialog: ReactElement | null;
  compareFile(): void;
  showCompared(compared: Compared): void;
}>;

const present = '现在的文稿';

/** Makes the open text in one change like the other state. */
const takeOf = (change: ComparedBlock, { ours, other }: Compared): BlockTake | null => {
  const [mine, theirs] = ours === 'after' ? [change.after, change.before] : [change.before, change.after];
  if (!theirs) return mine && { kind: 'remove', id: mine.blockId };
  const block = other.parts.flatMap((part) => part.children).find(({ id }) => id === theirs.blockId);
  if (!block) return null;
  if (!mine) return { kind: 'put', block, behind: change.behind };
  return kindOf(change) === 'changed' ? { kind: 'replace', id: mine.blockId, block } : null;
};

/** 版本 beside the paper, and the comparison with one of them or with a draft from outside. */
export const useVersions = (
  id: string,
  editor: RefObject<EditorHandle | null>,
  session: Session,
  onJump: (blockId: string) => void,
): Versions => {
  const [compared, setCompared] = useState<Compared | null>(null);
  const [kept, setKept] = useState(0);
  const { saving, newest, onMeta } = session;

  const compare = useCallback(
    (work: () => Promise<Compared | null>) =>
      void saving
        .flush()
        .then(work)
        .then(setCompared)
        .catch((error) => sayError(error)),
    [saving],
  );
  const compareVersion = useCallback(
    (version: Version) =>
      compare(async () => {
        const found = await call('compare:version', { id, version: version.version });
        return { ours: 'after', before: versionTitle(version), after: present, ...found };
      }),
    [compare, id],
  );
  const compareFile = useCallback(
    () =>
      compare(async () => {
        const found = await call('compare:file', { id });
        if (!found) return null;
        const { file, ...rest } = found;
        return { ours: 'before', before: present, after: file, ...rest };
      }),
    [compare, id],
  );
  const restore = useCallback(
    async (version: Version) => {
      await saving.flush();
      await call('versions:keep', { id, name: null });
      const { document } = await call('versions:open', { id, version: version.version });
      const { meta } = newest.current;
      editor.current?.run({ type: 'replaceParts', parts: document.parts });
      onMeta(document.meta);
      say(`已恢复到“${versionName(version)}”，原来的文稿留在版本里。`, {
        label: '撤销',
        run: () => {
          editor.current?.run({ type: 'undo' });
          onMeta(meta);
        },
      });
    },
    [id, saving, newest, editor, onMeta],
  );
  const flush = saving.flush;
  const panel = useMemo(
    () => (
      <VersionsPanel
        id={id}
        kept={kept}
        flush={flush}
        onCompare={compareVersion}
        onCompareFile={compareFile}
        onRestore={restore}
      />
    ),
    [id, kept, flush, compareVersion, compareFile, restore],
  );

  /** When the dialog is gone: while it is there it keeps the keyboard. */
  const leave = (then: (handle: EditorHandle) => void) => {
    setCompared(null);
    setTimeout(() => editor.current && then(editor.current), 0);
  };
  /** Puts parts of the other state in; the state before is kept as a version, as when the whole is restored. */
  const take = async (from: Compared, changes: readonly ComparedBlock[]) => {
    await saving.flush();
    await call('versions:keep', { id, name: null });
    setKept((count) => count + 1);
    leave((handle) => {
      const takes = changes.flatMap((change) => takeOf(change, from) ?? []);
      handle.run({ type: 'takeBlocks', takes });
      say(`已${from.ours === 'after' ? '改回' : '采用'} ${takes.length} 处。`, {
        label: '撤销',
        run: () => editor.current?.run({ type: 'undo' }),
      });
    });
  };
  const dialog = compared && (
    <CompareDialog
      before={compared.before}
      after={compared.after}
      comparison={compared.comparison}
      takeLabel={compared.ours === 'after' ? '改回' : '采用来稿'}
      placeOf={(change) => change[compared.ours]?.blockId ?? null}
      onJump={(blockId) => leave(() => onJump(blockId))}
      onTake={(changes) => void take(compared, changes).catch((error) => sayError(error))}
      onExport={() => {
        const { comparison, before, after } = compared;
        call('compare:export', { title: session.reading.facts.title, before, after, comparison }).then(
          ({ path }) => path && say(`已导出对照表：${path}`),
          (error) => sayError(error),
        );
      }}
      onClose={() => leave((handle) => handle.focus())}
    />
  );
  return { panel, dialog, compareFile, showCompared: setCompared };
};
