import { type FormEvent, useState } from 'react';
import { type Picture, pictureWidths } from '../../../shared/document/picture';
import { DialogFrame } from '../../app/ui/dialog-frame';
import './picture-dialog.css';

/** Limit of the stored form (see `pictureSchema`). */
const mostCharacters = 500;
const formId = 'picture-settings';

type PictureDialogProps = Readonly<{
  picture: Picture;
  /** The greatest width at which it fits on a page, percent. */
  widest: number;
  onSave(widthPercent: number, altText: string, whole: boolean): void;
  onClose(): void;
}>;

/** How a picture is shown: its width, and what is seen on it for those who cannot see it. */
export const PictureDialog = ({ picture, widest, onSave, onClose }: PictureDialogProps) => {
  const [width, setWidth] = useState(String(picture.widthPercent));
  const [words, setWords] = useState(picture.altText ?? '');
  const [whole, setWhole] = useState(false);
  const percent = Number(width);
  const fits = Number.isInteger(percent) && percent >= pictureWidths.least && percent <= widest;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (fits) onSave(percent, words, whole);
  };
  return (
    <DialogFrame
      title="图片设置"
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={formId} className="btn btn-primary" disabled={!fits}>
            确定
          </button>
        </>
      }
    >
      <form id={formId} className="picture-form" onSubmit={save}>
        <div className="field">
          <label htmlFor="picture-width">宽度（正文宽度的百分之几）</label>
          <input
            id="picture-width"
            className="input picture-width"
            type="number"
            inputMode="numeric"
            min={pictureWidths.least}
            max={widest}
            aria-describedby="picture-width-range"
            aria-invalid={!fits}
            value={width}
            onChange={(event) => setWidth(event.currentTarget.value)}
          />
          <small id="picture-width-range">
            {`可填 ${pictureWidths.least} 到 ${widest}。`}
            {widest < pictureWidths.most && '图片较高，再宽就排不进一页。'}
          </small>
        </div>
        <div className="field">
          <label htmlFor="picture-words">替代文字（图上有什么，供读屏软件读出）</label>
          <textarea
            id="picture-words"
            className="input"
            rows={3}
            maxLength={mostCharacters}
            placeholder="如 全市水系分布图，三条主要河流自西向东"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        {picture.crop && (
          <label className="picture-whole">
            <input type="checkbox" checked={whole} onChange={(event) => setWhole(event.currentTarget.checked)} />
            不再裁剪，显示整张图
          </label>
        )}
      </form>
    </DialogFrame>
  );
};
