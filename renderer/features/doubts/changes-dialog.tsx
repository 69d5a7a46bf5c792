import { useState } from 'react';
import { DialogFrame } from '../../app/ui/dialog-frame';

/** How the tracked changes of a file are taken over. */
export type ChangesChoice = 'accepted' | 'rejected' | 'review';

const choices: readonly (readonly [ChangesChoice, string, string])[] = [
  ['accepted', '全部接受', '新增的留下，删去的不要'],
  ['rejected', '全部不接受', '恢复修订以前的文字'],
  ['review', '逐处核对', '先按接受读入，每处列在右栏，可逐处改回'],
];

type ChangesDialogProps = Readonly<{ count: number; onChoose(choice: ChangesChoice): void }>;

/** Asks what is to become of the tracked changes of a file that was just read; closing it leaves them accepted. */
export const ChangesDialog = ({ count, onChoose }: ChangesDialogProps) => {
  const [choice, setChoice] = useState<ChangesChoice>('accepted');
  return (
    <DialogFrame
      title="来稿带有修订"
      onClose={() => onChoose('accepted')}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={() => onChoose(choice)}>
            确定
          </button>
        </>
      }
    >
      <p>文件里有 {count} 处修订，怎样读入？</p>
      <fieldset className="changes-choice" aria-label="怎样读入修订">
        {choices.map(([value, name, words]) => (
          <label key={value}>
            <input
              type="radio"
              name="changes-choice"
              checked={choice === value}
              onChange={() => setChoice(value)}
              aria-describedby={`changes-${value}`}
            />
            {name}
            <small id={`changes-${value}`}>{words}</small>
          </label>
        ))}
      </fieldset>
    </DialogFrame>
  );
};
