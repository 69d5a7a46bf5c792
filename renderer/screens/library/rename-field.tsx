import { useEffect, useRef } from 'react';

/** The title of a row while it is being renamed: Enter or leaving keeps the name, Esc (null) does not. */
export const RenameField = ({
  title,
  onDone,
}: {
  readonly title: string;
  readonly onDone: (name: string | null) => void;
}) => {
  const field = useRef<HTMLInputElement>(null);
  const settled = useRef(false);
  const settle = (name: string | null) => {
    if (settled.current) return;
    settled.current = true;
    onDone(name);
  };
  useEffect(() => field.current?.select(), []);
  return (
    <input
      ref={field}
      className="input rename-field"
      aria-label="文稿名称，留空则用文稿自己的标题"
      defaultValue={title}
      maxLength={200}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => settle(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        // Enter that picks a word of the input method does not end the renaming.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') settle(event.currentTarget.value);
        if (event.key === 'Escape') settle(null);
      }}
    />
  );
};
