import type { RefObject } from 'react';
import type { GovDocument } from '../../../../shared/document/document';
import type { CaretState } from '../../../editor/caret-state';
import type { EditorHandle } from '../../../editor/document-editor';
import { CirculationDialog } from '../../../features/circulation/circulation-dialog';
import { ExportDialog } from '../../../features/export/export-dialog';
import { NumberingDialog } from '../../../features/numbering/numbering-dialog';
import { Palette } from '../../../features/palette/palette';
import type { PaletteCommand } from '../../../features/palette/palette-command';
import { RulesPage } from '../../../features/rules/rules-page';
import { headingPlaces } from '../commands/heading-places';
import type { Session } from '../session/use-session';
import { DocumentForm } from './document-form';

/** The dialogs of the editor screen of which one at most is open. */
export type DeskDialog = 'export' | 'circulation' | 'form' | 'palette' | 'numbering' | 'rules';

type DeskDialogsProps = Readonly<{
  open: DeskDialog | null;
  id: string;
  editor: RefObject<EditorHandle | null>;
  opened: GovDocument;
  session: Session;
  caret: CaretState | null;
  /** The rule the page of rules begins with. */
  rule: string | null;
  /** What the palette offers at this moment. */
  readCommands(): readonly PaletteCommand[];
  onOpen(next: DeskDialog | null): void;
  onJump(blockId: string): void;
  onShowFindings(): void;
  onNextPlaceholder(): void;
}>;

/** The dialog in front of the editor screen, if any. */
export const DeskDialogs = (props: DeskDialogsProps) => {
  const { open, id, editor, opened, session, caret, readCommands, onOpen, onJump, onShowFindings, onNextPlaceholder } =
    props;
  const { meta, reading, report, saving } = session;
  const close = () => onOpen(null);
  switch (open) {
    case null:
      return null;
    case 'palette':
      return (
        <Palette
          commands={readCommands()}
          places={headingPlaces(reading.rows, onJump)}
          onClose={close}
          onReturn={() => editor.current?.focus()}
        />
      );
    case 'numbering':
      return (
        <NumberingDialog
          document={editor.current?.getDocument() ?? opened}
          part={caret?.partId ?? null}
          onApply={(part, numbering) => {
            close();
            editor.current?.run({ type: 'setNumbering', part, numbering });
          }}
          onClose={close}
        />
      );
    case 'rules':
      return (
        <RulesPage
          query={props.rule ?? ''}
          document={{
            off: meta.rulesOff ?? [],
            onChange: (off) => {
              const { rulesOff: _, ...rest } = session.newest.current.meta;
              session.onMeta(off.length > 0 ? { ...rest, rulesOff: [...off] } : rest);
            },
          }}
          onClose={close}
        />
      );
    case 'form':
      return <DocumentForm editor={editor} meta={meta} onMeta={session.onMeta} onClose={close} />;
    case 'circulation':
      return (
        <CirculationDialog
          id={id}
          options={session.layout}
          must={report?.counts.must ?? 0}
          placeholders={reading.facts.placeholders}
          freeze={() => {
            if (reading.facts.frozen) return () => undefined;
            editor.current?.runFromOutside({ type: 'freezeNumbers' });
            return () => editor.current?.runFromOutside({ type: 'undo' });
          }}
          flush={() => {
            session.keepLayout();
            return saving.flush();
          }}
          onClose={close}
          onShowFindings={() => {
            close();
            onShowFindings();
          }}
          onNextPlaceholder={() => {
            close();
            onNextPlaceholder();
          }}
        />
      );
    case 'export':
      return (
        <ExportDialog
          id={id}
          must={report?.counts.must ?? 0}
          placeholders={reading.facts.placeholders}
          headReady={Boolean(meta.issuingOrgan && meta.documentNumber)}
          options={session.layout}
          onOptions={session.onLayout}
          flush={() => {
            session.keepLayout();
            return saving.flush();
          }}
          onClose={close}
          onShowFindings={() => {
            close();
            onShowFindings();
          }}
          onShowForm={() => onOpen('form')}
        />
      );
  }
};
