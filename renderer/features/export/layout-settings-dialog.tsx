import { type ExportOptions, standardOptions } from '../../../shared/export/export-options';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { ProfileShelf } from './bureau-profiles';
import { LayoutSettings } from './layout-settings';
import './export.css';

type LayoutSettingsDialogProps = Readonly<{
  options: ExportOptions;
  onOptions(options: ExportOptions): void;
  onClose(): void;
}>;

/** 版式设置: what the bureau does where the standard leaves it open, and what is kept under a name. */
export const LayoutSettingsDialog = ({ options, onOptions, onClose }: LayoutSettingsDialogProps) => {
  const { format, signature } = options;
  return (
    <DialogFrame
      title="版式设置"
      wide
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" onClick={() => onOptions({ ...standardOptions, format, signature })}>
            全部按国标和常用值
          </button>
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={onClose}>
            完成
          </button>
        </>
      }
    >
      <ProfileShelf options={options} onChange={onOptions} />
      <LayoutSettings options={options} onChange={onOptions} />
    </DialogFrame>
  );
};
