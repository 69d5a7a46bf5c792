import { memo } from 'react';
import type { CheckResult } from '../../../../shared/checks/types';
import type { Level } from '../../../../shared/document/block';
import type { Genre } from '../../../../shared/document/document';
import { genreNames } from '../../../../shared/document/genre-names';
import { Icon } from '../../../app/ui/icon';
import { Tip } from '../../../app/ui/tip';
import type { CaretState } from '../../../editor/caret-state';
import type { EditorCommand } from '../../../editor/commands/editor-command';
import { NumberingMenu, type NumberState } from '../../../features/numbering/numbering-menu';
import type { Saving } from '../../../features/saving/use-saving';
import type { DeskActions } from '../commands/desk-state';
import { levelChoices } from '../levels';
import { SaveLabel } from './save-label';

type TopBarProps = Readonly<{
  title: string;
  genre: Genre;
  saving: Saving;
  caret: CaretState | null;
  counts: CheckResult['counts'] | null;
  panelOpen: boolean;
  /** The same ones for as long as the bar is there. */
  actions: DeskActions;
  readNumbers(): NumberState;
}>;

const elementButtons = [
  { type: 'insertResponsibility', label: '责任单位' },
  { type: 'insertBox', label: '专栏' },
  { type: 'insertTable', label: '表格' },
  { type: 'insertAttachment', label: '附件' },
] as const satisfies readonly Readonly<{ type: EditorCommand['type']; label: string }>[];

/** A press on the bar leaves the caret where it is. */
const keepCaret = (event: { preventDefault(): void }) => event.preventDefault();

/** Back, title and state, levels and elements, undo, checks, export. */
export const TopBar = memo((props: TopBarProps) => {
  const { title, genre, saving, caret, counts, panelOpen, actions, readNumbers } = props;
  const { run } = actions;
  const writable = caret?.type === 'clause' || caret?.type === 'paragraph' || caret?.type === 'dash';
  const isOn = (level: Level | 'body') =>
    level === 'body' ? caret?.type === 'paragraph' : caret?.type === 'clause' && caret.level === level;
  return (
    <header className="bar bar-editor">
      <button type="button" className="btn btn-ghost bar-back" onClick={actions.toLibrary}>
        <Icon name="back" size={14} />
        文库
      </button>
      <div className="bar-title">
        <h1 title={title}>{title || '（未写标题）'}</h1>
        <p>
          {genreNames[genre]} · <SaveLabel saving={saving} withClock />
        </p>
      </div>
      <div className="bar-tools">
        <fieldset className="seg" aria-label="层次">
          {levelChoices.map(({ level, label, name }) => (
            <button
              key={level}
              type="button"
              title={name}
              aria-label={`${label} ${name}`}
              aria-pressed={isOn(level)}
              disabled={!writable}
              onMouseDown={keepCaret}
              onClick={() => run({ type: 'setLevel', level })}
            >
              {label}
            </button>
          ))}
        </fieldset>
        <fieldset className="seg" aria-label="插入">
          {elementButtons.map(({ type, label }) => (
            <button
              key={type}
              type="button"
              title={`插入${label}`}
              disabled={!caret?.blockId}
              onMouseDown={keepCaret}
              onClick={() => run({ type })}
            >
              {label}
            </button>
          ))}
          <button
            type="button"
            title="插入图片"
            disabled={!caret?.blockId}
            onMouseDown={keepCaret}
            onClick={actions.insertPicture}
          >
            图片
          </button>
        </fieldset>
        <NumberingMenu
          read={readNumbers}
          run={run}
          onSettings={actions.openNumbering}
          onReference={actions.askReference}
          onFootnote={actions.askFootnote}
        />
        <div className="bar-group">
          <Tip text="撤销（Ctrl+Z）">
            <button
              type="button"
              className="btn btn-ghost btn-icon"
              aria-label="撤销"
              disabled={!caret?.canUndo}
              onMouseDown={keepCaret}
              onClick={() => run({ type: 'undo' })}
            >
              <Icon name="undo" />
            </button>
          </Tip>
          <Tip text="恢复（Ctrl+Y）">
            <button
              type="button"
              className="btn btn-ghost btn-icon"
              aria-label="恢复"
              disabled={!caret?.canRedo}
              onMouseDown={keepCaret}
              onClick={() => run({ type: 'redo' })}
            >
              <Icon name="redo" />
            </button>
          </Tip>
          <Tip text="查找和替换（Ctrl+F、Ctrl+H）">
            <button type="button" className="btn btn-ghost" onMouseDown={keepCaret} onClick={() => actions.find(false)}>
              查找
            </button>
          </Tip>
        </div>
      </div>
      <span className="spacer" />
      <button type="button" className="btn btn-ghost" onClick={actions.openForm}>
        文件信息
      </button>
      <button type="button" className="btn bar-check" aria-expanded={panelOpen} onClick={actions.togglePanel}>
        检查
        {counts && counts.must > 0 && <span className="badge badge-must">{counts.must}</span>}
        {counts && counts.should > 0 && <span className="badge badge-should">{counts.should}</span>}
        {counts && counts.must + counts.should === 0 && (
          <span className="bar-clear">
            <Icon name="check" size={14} />
          </span>
        )}
      </button>
      <Tip text="版面预览、打印（Ctrl+P）">
        <button type="button" className="btn" onClick={actions.preview}>
          版面预览
        </button>
      </Tip>
      <Tip text="导出 Word 文件（Ctrl+E）">
        <button type="button" className="btn btn-primary" onClick={actions.exportFile}>
          导出
        </button>
      </Tip>
    </header>
  );
});
