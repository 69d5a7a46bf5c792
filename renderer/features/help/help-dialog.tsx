import { DialogFrame } from '../../app/ui/dialog-frame';
import { helpTopics } from './help-topics';
import './help.css';

type HelpDialogProps = Readonly<{
  onClose(): void;
  /** Opens the sample and goes round once more. */
  onTour(): void;
}>;

/** How things are done, in a few sentences each, and all keys (F1, Ctrl+/). */
export const HelpDialog = ({ onClose, onTour }: HelpDialogProps) => (
  <DialogFrame
    title="帮助和快捷键"
    wide
    onClose={onClose}
    foot={
      <>
        <button type="button" className="btn" onClick={onTour}>
          打开示例走一遍
        </button>
        <span className="spacer" />
        <button type="button" className="btn btn-primary" onClick={onClose}>
          知道了
        </button>
      </>
    }
  >
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text scrolls, and has nothing else to hold the keyboard */}
    <section className="help" aria-label="帮助" tabIndex={0}>
      {helpTopics.map(({ title, words, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
          {words.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {keys.length > 0 && (
            <dl>
              {keys.map(([name, what]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{name}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </section>
  </DialogFrame>
);
