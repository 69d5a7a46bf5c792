import { useState } from 'react';
import { listSections, type Section } from '../../../shared/compare/restore-section';
import type { GovDocument } from '../../../shared/document/document';
import { DialogFrame } from '../../app/ui/dialog-frame';
import './restore.css';

type RestoreDialogProps = Readonly<{
  /** What the version is called. */
  name: string;
  now: GovDocument;
  earlier: GovDocument;
  onRestore(section: Section): void;
  onClose(): void;
}>;

const states: Readonly<Record<Section['state'], string>> = {
  same: '与现在相同',
  changed: '现在有改动',
  gone: '现在没有',
};

/** 恢复一章: which chapter, section or attachment of a version is put back, the rest staying as it is. */
export const RestoreDialog = ({ name, now, earlier, onRestore, onClose }: RestoreDialogProps) => {
  const [sections] = useState(() => listSections(now, earlier));
  const different = sections.filter(({ state }) => state !== 'same');
  const [chosen, setChosen] = useState(different[0]);
  return (
    <DialogFrame
      title={`从“${name}”恢复一章`}
      wide
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="btn btn-primary"
            disabled={!chosen}
            onClick={() => chosen && onRestore(chosen)}
          >
            恢复
          </button>
        </>
      }
    >
      <p className="dialog-text">
        {chosen ? '选中的一章或一节恢复成这个版本的样子，其他各章不动。' : '各章都与这个版本相同，没有要恢复的。'}
      </p>
      <fieldset className="restore-sections">
        <legend className="visually-hidden">恢复哪一部分</legend>
        {sections.map((section) => (
          <label key={section.id} className="choice" data-level={section.level}>
            <input
              type="radio"
              name="section"
              checked={section === chosen}
              disabled={section.state === 'same'}
              onChange={() => setChosen(section)}
            />
            <span>
              {section.name}
              <small>{states[section.state]}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </DialogFrame>
  );
};
