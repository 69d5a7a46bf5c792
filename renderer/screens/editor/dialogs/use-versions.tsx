import { type ReactElement, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { type ComparedBlock, type Comparison, kindOf } from '../../../../shared/compare/comparison';
import { restoreSection, type Section } from '../../../../shared/compare/restore-section';
import type { GovDocument } from '../../../../shared/document/document';
import type { Version } from '../../../../shared/document/version';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import type { BlockTake } from '../../../editor/commands/take-blocks';
import type { EditorHandle } from '../../../editor/document-editor';
import { CompareChoice, present } from '../../../features/versions/compare-choice';
import { CompareDialog } from '../../../features/versions/compare-dialog';
import { RestoreDialog } from '../../../features/versions/restore-dialog';
import { versionName, versionTitle } from '../../../features/versions/version-names';
import { VersionsPanel } from '../../../features/versions/versions-panel';
import { call } from '../../../ipc/client';
import { replaceText, takeBack } from '../session/replace-text';
import type { Session } from '../session/use-session';

/** Two states that are shown beside each other. */
export type Compared = Readonly<{
  /** Which side the open text stands on; null when it is on neither. */
  ours: 'before' | 'after' | null;
  before: string;
  after: string;
  comparison: Comparison;
  /** The state that is not the open text. */
  other: GovDocument;
  /** For a version: what else it can be compared with. */
  among?: Readonly<{ base: Version; other: Version | null; versions: readonly Version[] }>;
}>;

type Versions = Readonly<{
  panel: ReactElement;
  dialog: ReactElement | null;
  compareFile(): void;
  showCompared(compared: Compared): void;
}>;

/** A version that a chapter is to be taken from, and the text when that was asked. */
type Restoring = Readonly<{ version: Version; earlier: GovDocument; now: GovDocument }>;

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
  const [restoring, setRestoring] = useState<Restoring | null>(null);
  const [kept, setKept] = useState(0);
  /** Counts the comparisons asked for: only the last one is shown. */
  const asked = useRef(0);
  const { saving, newest, onMeta } = session;

  const compare = useCallback(
    (work: () => Promise<Compared | null>) => {
      asked.current += 1;
      const own = asked.current;
      void saving
        .flush()
        .then(work)
        .then((found) => own === asked.current && setCompared(found))
        .catch((error) => sayError(error));
    },
    [saving],
  );
  const compareVersion = useCallback(
    (base: Version, other: Version | null = null) =>
      compare(async () => {
        // The earlier one stands left.
        const [from, to] = other && other.keptAt < base.keptAt ? [other, base] : [base, other];
        const [found, versions] = await Promise.all([
          call('compare:versions', { id, from: from.version, to: to?.version ?? null }),
          call('versions:list', { id }),
        ]);
        const names = { before: versionTitle(from), after: to ? versionTitle(to) : present };
        return { ours: to ? null : 'after', ...names, ...found, among: { base, other, versions } };
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
      const undo = replaceText(editor, { newest, onMeta }, document);
      say(`已恢复到“${versionName(version)}”，原来的文稿留在版本里。`, { label: '撤销', run: undo });
    },
    [id, saving, newest, editor, onMeta],
  );
  const restorePart = useCallback(
    (version: Version) =>
      void saving
        .flush()
        .then(() => call('versions:open', { id, version: version.version }))
        .then(({ document }) => setRestoring({ version, earlier: document, now: newest.current }))
        .catch((error) => sayError(error)),
    [id, saving, newest],
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
        onRestorePart={restorePart}
      />
    ),
    [id, kept, flush, compareVersion, compareFile, restore, restorePart],
  );

  /** When the dialog is gone: while it is there it keeps the keyboard. */
  const leave = (then: (handle: EditorHandle) => void) => {
    asked.current += 1;
    setCompared(null);
    setRestoring(null);
    setTimeout(() => editor.current && then(editor.current), 0);
  };
  /** The state before parts of another are put in is kept as a version, as when the whole is restored. */
  const keepPresent = async () => {
    await saving.flush();
    await call('versions:keep', { id, name: null });
    setKept((count) => count + 1);
  };
  const take = async (from: Compared, changes: readonly ComparedBlock[]) => {
    await keepPresent();
    leave((handle) => {
      const takes = changes.flatMap((change) => takeOf(change, from) ?? []);
      handle.run({ type: 'takeBlocks', takes });
      const after = handle.getDocument().parts;
      say(`已${from.ours === 'after' ? '改回' : '采用'} ${takes.length} 处。`, {
        label: '撤销',
        run: () => void takeBack(editor, after),
      });
    });
  };
  const putBack = async ({ version, earlier }: Restoring, section: Section) => {
    await keepPresent();
    leave((handle) => {
      const now = { ...newest.current, parts: handle.getDocument().parts };
      const { parts, blocks } = restoreSection(now, earlier, section.id);
      const undo = replaceText(editor, { newest, onMeta }, { parts: [...parts], meta: now.meta });
      if (blocks[0]) onJump(blocks[0].id);
      say(`“${section.name}”已恢复到“${versionName(version)}”，原来的文稿留在版本里。`, { label: '撤销', run: undo });
    });
  };
  const among = compared?.among;
  const comparing = compared && (
    <CompareDialog
      before={compared.before}
      after={compared.after}
      comparison={compared.comparison}
      choice={
        among && (
          <CompareChoice
            {...among}
            onChoose={(other) => {
              // At once: the next key in the list goes on from it.
              setCompared({ ...compared, among: { ...among, other } });
              compareVersion(among.base, other);
            }}
          />
        )
      }
      takeLabel={compared.ours && (compared.ours === 'after' ? '改回' : '采用来稿')}
      placeOf={(change) => (compared.ours && change[compared.ours]?.blockId) ?? null}
      onJump={(blockId) => leave(() => onJump(blockId))}
      onTake={(changes) => void take(compared, changes).catch((error) => sayError(error))}
      onExport={() => {
        const { comparison, before, after } = compared;
        const title = session.reading.facts.title.slice(0, 200);
        call('compare:export', { title, before, after, comparison }).then(
          ({ path }) => path && say(`已导出对照表：${path}`),
          (error) => sayError(error),
        );
      }}
      onRestorePart={
        among && compared.ours === 'after'
          ? () => {
              setCompared(null);
              restorePart(among.base);
            }
          : null
      }
      onClose={() => leave((handle) => handle.focus())}
    />
  );
  const asking = restoring && (
    <RestoreDialog
      name={versionName(restoring.version)}
      now={restoring.now}
      earlier={restoring.earlier}
      onRestore={(section) => void putBack(restoring, section).catch((error) => sayError(error))}
      onClose={() => leave((handle) => handle.focus())}
    />
  );
  return { panel, dialog: comparing ?? asking, compareFile, showCompared: setCompared };
};
