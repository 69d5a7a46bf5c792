import { useMemo, useState } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { compareTemplates, type TemplateDifference } from '../../../shared/templates/compare-templates';
import { effectOf } from '../../../shared/templates/upgrade-document';
import { DialogFrame } from '../../app/ui/dialog-frame';
import type { NewerTemplate } from './use-newer-template';
import './template-upgrade.css';

type UpgradeDialogProps = Readonly<{
  document: GovDocument;
  newer: NewerTemplate;
  onApply(picked: readonly TemplateDifference[]): void;
  onClose(): void;
}>;

/** What has changed in the template, and what of it is to be carried into this document. */
export const UpgradeDialog = ({ document, newer: { from, to }, onApply, onClose }: UpgradeDialogProps) => {
  const rows = useMemo(
    () =>
      compareTemplates(from, to).map((difference) => ({
        difference,
        effect: effectOf(document, from, to, difference),
      })),
    [document, from, to],
  );
  const inText = rows.filter(({ effect }) => effect === 'text');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const picked = inText.map(({ difference }) => difference).filter(({ id }) => !left.has(id));
  const others = rows.filter(({ effect }) => effect !== 'text');
  return (
    <DialogFrame
      title={`模板“${to.name}”的更新`}
      wide
      onClose={onClose}
      foot={
        <>
          <p className="dialog-text">改动正文的可以用 Ctrl+Z 一次撤销。</p>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="button" className="btn btn-primary" onClick={() => onApply(picked)}>
            {picked.length > 0 ? `采用所选 ${picked.length} 项` : '只更新提示和检查'}
          </button>
        </>
      }
    >
      {inText.length > 0 && (
        <fieldset className="upgrade-list">
          <legend>改动正文，由你决定</legend>
          {inText.map(({ difference }) => (
            <label key={difference.id} className="choice">
              <input
                type="checkbox"
                checked={!left.has(difference.id)}
                onChange={() => {
                  const next = new Set(left);
                  if (!next.delete(difference.id)) next.add(difference.id);
                  setLeft(next);
                }}
              />
              <span>{difference.sentence}</span>
            </label>
          ))}
        </fieldset>
      )}
      {others.length > 0 && (
        <section className="upgrade-list">
          <h3>不改动正文</h3>
          <ul>
            {others.map(({ difference, effect }) => (
              <li key={difference.id}>
                {difference.sentence}
                <small>
                  {effect === 'rules' ? '提示和检查随之更新' : '本稿这里已经不是模板原来的样子，请自行核对'}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rows.length === 0 && <p className="dialog-text">两版模板的结构和文字没有差别。</p>}
    </DialogFrame>
  );
};
