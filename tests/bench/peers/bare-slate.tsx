import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor } from 'slate';
import { Editable, Slate, withReact } from 'slate-react';
import { onMount } from './on-mount';

/** slate-react as its documentation begins: default settings, default elements. */
const BareSlate = ({ texts }: { readonly texts: readonly string[] }) => {
  const [editor] = useState(() => withReact(createEditor()));
  const [value] = useState(() => texts.map((text) => ({ type: 'paragraph' as const, id: '', children: [{ text }] })));
  return (
    <Slate editor={editor as never} initialValue={value}>
      <Editable spellCheck={false} />
    </Slate>
  );
};

onMount((place, texts) => createRoot(place).render(<BareSlate texts={texts} />));
