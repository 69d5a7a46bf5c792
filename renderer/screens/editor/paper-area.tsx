import { memo, type ReactElement, type RefObject, useCallback } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import type { DocumentFunction } from '../../../shared/functions/types';
import { buildMissingPart } from '../../../shared/templates/missing-part';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { usePreferences } from '../../app/preferences';
import { say } from '../../app/ui/toasts';
import type { CaretState } from '../../editor/caret-state';
import type { EditorCommand } from '../../editor/commands/editor-command';
import { DocumentEditor, type EditorHandle } from '../../editor/document-editor';
import { FrozenBar } from '../../features/numbering/frozen-bar';
import { PictureTools } from '../../features/pictures/picture-tools';
import { TableMenu } from '../../features/table-tools/table-menu';
import { TableTools } from '../../features/table-tools/table-tools';
import { reportError } from '../../ipc/report-error';
import { SaveTrouble } from './bars/save-trouble';
import { ChapterBar } from './chapter/chapter-bar';
import type { PicturesState } from './dialogs/use-pictures';
import type { Session } from './session/use-session';

type PaperAreaProps = Readonly<{
  id: string;
  editor: RefObject<EditorHandle | null>;
  opened: GovDocument;
  session: Session;
  caret: CaretState | null;
  /** The chapter that is shown alone. */
  only: OutlineRow | null;
  findBar: ReactElement | null;
  run(command: EditorCommand): void;
  onCaret(caret: CaretState): void;
  onPickReference(typed: string): void;
  onPickUnits(): void;
  onFootnote(id: string): void;
  onCaption(): void;
  pictures: PicturesState;
  onShowAll(): void;
  onFocus(): void;
  onReload(): void;
  /** Stands below the paper. */
  notice: ReactElement | null;
}>;

const Paper = memo(DocumentEditor);
const reportEditorError = (error: unknown) => void reportError('editor', error);

/** The paper with the bars that come and go above and below it. */
export const PaperArea = (props: PaperAreaProps) => {
  const { id, editor, opened, session, caret, only, findBar, run, onCaret } = props;
  const { onPickReference, onPickUnits, onFootnote, onCaption, pictures, onShowAll, onFocus, onReload, notice } = props;
  const { newest, saving, reading } = session;
  const { zoom, view } = usePreferences();
  const buildMissing = useCallback((name: DocumentFunction) => buildMissingPart(newest.current, name), [newest]);
  return (
    <main
      className="workspace-paper"
      data-frozen={reading.facts.frozen || undefined}
      data-view={view}
      data-chapter={only ? true : undefined}
      onKeyDownCapture={(event) => {
        // 全选 takes what can be seen, so that nothing out of sight is deleted with it.
        if (!only || event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        editor.current?.run({ type: 'selectBranch', id: only.id });
      }}
      onCompositionStart={() => session.onComposition(true)}
      onCompositionEnd={() => session.onComposition(false)}
    >
      {only && (
        <ChapterBar
          row={only}
          onShowAll={() => {
            onShowAll();
            onFocus();
          }}
        />
      )}
      <SaveTrouble id={id} saving={saving} current={() => newest.current} onReload={onReload} />
      <TableTools caret={caret} run={run} onCaption={onCaption} />
      <PictureTools caret={caret} run={run} onTurn={() => pictures.turn()} onSettings={() => pictures.open()} />
      {findBar}
      <TableMenu caret={caret} run={run} onCaption={onCaption} onLeave={onFocus}>
        <Paper
          ref={editor}
          document={opened}
          onChange={session.onChange}
          onCaret={onCaret}
          functions={session.functions}
          findings={session.findings}
          missing={session.missing}
          buildMissing={buildMissing}
          say={say}
          onPickReference={onPickReference}
          onPickUnits={onPickUnits}
          onFootnote={onFootnote}
          onPictureFile={pictures.take}
          onChoosePicture={pictures.choose}
          onPicture={pictures.open}
          zoom={zoom / 100}
          onError={reportEditorError}
        />
      </TableMenu>
      {notice}
      {reading.facts.frozen && <FrozenBar onUnfreeze={() => run({ type: 'unfreezeNumbers' })} />}
    </main>
  );
};
