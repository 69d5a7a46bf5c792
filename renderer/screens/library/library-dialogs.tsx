import type { LibraryRow } from '../../../shared/ipc/contract';
import { usePreferences } from '../../app/preferences';
import { ConfirmDialog } from '../../app/ui/confirm-dialog';
import { BackupsDialog } from '../../features/backups/backups-dialog';
import { BatchCirculationDialog } from '../../features/circulation/batch-circulation-dialog';
import { FilingDialog } from '../../features/filing/filing-dialog';
import { NewDocumentDialog } from '../../features/new-document/new-document-dialog';
import { Palette } from '../../features/palette/palette';
import type { PaletteCommand } from '../../features/palette/palette-command';
import { ReuseDialog } from '../../features/reuse/reuse-dialog';
import { RulesPage } from '../../features/rules/rules-page';
import { SealDialog } from '../../features/sealing/seal-dialog';
import { TemplatesDialog } from '../../features/templates/templates-dialog';
import { UnitsDialog } from '../../features/units/units-dialog';
import { FolderImport } from './folder-import';
import { type FilterChoices, rowTitle } from './library-rows';
import type { Library } from './use-library';

/** What stands over the library: one thing at a time. */
export type LibraryDialog =
  | Readonly<{ kind: 'new' | 'palette' | 'units' | 'rules' | 'folder' | 'backups' }>
  /** `fromNew`: opened from 从模板新建, to which it leads back. */
  | Readonly<{ kind: 'templates'; fromNew?: boolean }>
  /** `chosen`: the document that is to be the start of a new one. */
  | Readonly<{ kind: 'reuse'; chosen: string | null }>
  | Readonly<{ kind: 'file' | 'circulate' | 'purge'; rows: readonly LibraryRow[] }>
  /** Saves a document as a file with a password. */
  | Readonly<{ kind: 'seal'; row: LibraryRow }>;

type LibraryDialogsProps = Readonly<{
  dialog: LibraryDialog | null;
  onShow(dialog: LibraryDialog | null): void;
  library: Library;
  rows: readonly LibraryRow[];
  choices: FilterChoices;
  /** What the palette offers. */
  commands(): readonly PaletteCommand[];
  onOpen(id: string): void;
  /** The palette gives the keyboard back. */
  onReturn(): void;
}>;

export const LibraryDialogs = (props: LibraryDialogsProps) => {
  const { dialog, onShow, library, rows, choices, commands, onOpen, onReturn } = props;
  const { layout } = usePreferences();
  const close = () => onShow(null);
  /** What was checked by other rules or units says so. */
  const closeRules = () => {
    close();
    void library.reload();
  };
  const open = (id: string) => {
    close();
    onOpen(id);
  };
  const kept = () => rows.filter((row) => row.trashedAt === null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'new':
      return (
        <NewDocumentDialog
          onClose={close}
          onManage={() => onShow({ kind: 'templates', fromNew: true })}
          onCreated={open}
        />
      );
    case 'templates':
      return <TemplatesDialog onClose={() => onShow(dialog.fromNew ? { kind: 'new' } : null)} />;
    case 'units':
      return <UnitsDialog onClose={closeRules} />;
    case 'rules':
      return <RulesPage onClose={closeRules} />;
    case 'reuse':
      return <ReuseDialog rows={kept()} chosen={dialog.chosen} onClose={close} onCreated={open} />;
    case 'palette':
      return (
        <Palette
          commands={commands()}
          places={kept().map((row) => ({
            id: row.id,
            name: rowTitle(row),
            note: '打开',
            pinyin: '',
            run: () => onOpen(row.id),
          }))}
          onClose={close}
          onReturn={onReturn}
        />
      );
    case 'backups':
      return <BackupsDialog onClose={close} />;
    case 'folder':
      return <FolderImport onClose={close} onImported={() => void library.reload()} />;
    case 'file':
      return (
        <FilingDialog
          filings={dialog.rows.map(({ filing }) => filing)}
          folders={choices.folders.map(({ name }) => name)}
          tags={choices.tags}
          onClose={close}
          onDone={(filings) => {
            void library.file(dialog.rows, filings);
            close();
          }}
        />
      );
    case 'circulate':
      return (
        <BatchCirculationDialog
          ids={dialog.rows.map(({ id }) => id)}
          options={layout}
          onClose={close}
          onDone={() => void library.reload()}
        />
      );
    case 'seal':
      return (
        <SealDialog
          title={rowTitle(dialog.row)}
          onClose={close}
          onDone={(password) => {
            close();
            void library.saveAs(dialog.row, password);
          }}
        />
      );
    case 'purge': {
      const [only, ...others] = dialog.rows;
      const isOne = only !== undefined && others.length === 0;
      return (
        <ConfirmDialog
          title={isOne ? '彻底删除这份文稿' : `彻底删除 ${dialog.rows.length} 份文稿`}
          text={isOne ? `《${rowTitle(only)}》删除后不能找回。` : '回收站里的文稿删除后不能找回。'}
          action="彻底删除"
          danger
          onCancel={close}
          onConfirm={() => {
            void library.purge(dialog.rows);
            close();
          }}
        />
      );
    }
  }
};
