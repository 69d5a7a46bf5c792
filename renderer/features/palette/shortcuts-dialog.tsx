import { DialogFrame } from '../../app/ui/dialog-frame';
import { shortcutGroups } from './shortcuts';
import './shortcuts-dialog.css';

/** All keys, in groups (F1, Ctrl+/). */
export const ShortcutsDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <DialogFrame
    title="快捷键"
    wide
    onClose={onClose}
    foot={
      <>
        <span className="spacer" />
        <button type="button" className="btn btn-primary" onClick={onClose}>
          知道了
        </button>
      </>
    }
  >
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and has nothing else to hold the keyboard */}
    <section className="shortcuts" aria-label="全部快捷键" tabIndex={0}>
      {shortcutGroups.map(({ title, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([name, words]) => (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{name}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  </DialogFrame>
);
