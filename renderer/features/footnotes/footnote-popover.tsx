import { Popover } from '@base-ui/react/popover';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { longestFootnote } from '../../../shared/document/text';
import { focusAtOnce } from '../../app/ui/focus-at-once';
import './footnotes.css';

type FootnotePopoverProps = Readonly<{
  /** The sign of the footnote, or where the caret stands. */
  anchor(): Element | Readonly<{ getBoundingClientRect(): DOMRect }> | null;
  /** Its words; empty for a new one. */
  text: string;
  /** Closed with other words, or (null) with the same ones. No words: it goes. */
  onClose(text: string | null): void;
}>;

/** The words of a footnote, beside its sign. Enter keeps them, as a press elsewhere does; Escape leaves them as they were. */
export const FootnotePopover = ({ anchor, text, onClose }: FootnotePopoverProps) => {
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const labelId = useId();
  const keep = () => onClose(typed.trim() === text ? null : typed.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    keep();
  };
  return (
    <Popover.Root
      open
      onOpenChange={(open, { reason }) => {
        if (open) return;
        if (reason === 'escape-key') onClose(null);
        else keep();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="bottom" align="start" sideOffset={8} collisionPadding={8}>
          <Popover.Popup
            className="footnote-card"
            aria-labelledby={labelId}
            initialFocus={focusAtOnce(() => field.current)}
            finalFocus={false}
          >
            <label id={labelId} htmlFor="footnote-text">
              脚注
            </label>
            <textarea
              ref={field}
              id="footnote-text"
              className="input"
              rows={3}
              maxLength={longestFootnote}
              placeholder="注文，导出后排在本页页脚"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
            <div className="footnote-foot">
              {text !== '' && (
                <button type="button" className="btn btn-ghost" onClick={() => onClose('')}>
                  删去脚注
                </button>
              )}
              <span className="spacer" />
              <button type="button" className="btn" onClick={() => onClose(null)}>
                取消
              </button>
              <button
                type="button"
                className="btn btn-primary"
                disabled={typed.trim() === '' && text === ''}
                onClick={keep}
              >
                {text === '' ? '加上' : '完成'}
              </button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
