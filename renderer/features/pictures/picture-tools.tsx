import type { CaretState } from '../../editor/caret-state';
import type { EditorCommand } from '../../editor/commands/editor-command';
import { pictureStep } from '../../editor/commands/pictures';
import '../../app/ui/element-tools.css';

type PictureToolsProps = Readonly<{
  caret: CaretState | null;
  run(command: EditorCommand): void;
  onTurn(): void;
  onSettings(): void;
}>;

/** A slim bar over the paper while the caret stands at a picture. A press leaves the caret where it is. */
export const PictureTools = ({ caret, run, onTurn, onSettings }: PictureToolsProps) => {
  const { blockId: id } = caret ?? {};
  if (caret?.type !== 'picture' || !id) return null;
  return (
    <div className="element-tools" role="toolbar" aria-label="图片" onMouseDown={(event) => event.preventDefault()}>
      <div className="element-tools-group">
        <button type="button" title="缩小（Ctrl+[）" onClick={() => run({ type: 'resizePicture', by: -pictureStep })}>
          缩小
        </button>
        <button type="button" title="放大（Ctrl+]）" onClick={() => run({ type: 'resizePicture', by: pictureStep })}>
          放大
        </button>
      </div>
      <div className="element-tools-group">
        <button type="button" title="向右转四分之一圈（Ctrl+Alt+R）" onClick={onTurn}>
          右转
        </button>
        <button type="button" title="宽度和替代文字（Ctrl+Enter）" onClick={onSettings}>
          设置…
        </button>
        <button type="button" title="删除图片" onClick={() => run({ type: 'deleteBranch', id })}>
          删除
        </button>
      </div>
    </div>
  );
};
