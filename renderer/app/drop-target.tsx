import { useEffect, useState } from 'react';
import { dropPicture } from './picture-drops';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * The whole window takes files that are dropped on it, and says so while they hover; a picture goes into the text of the
 * open document.
 */
export const DropTarget = ({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) => {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent) => {
      // Leaving the window, not one of its elements.
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setHovering(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && !dropPicture(files, { x: event.clientX, y: event.clientY })) onFiles(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    // Before the editor, which would take a file for pasted text.
    window.addEventListener('drop', drop, true);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop, true);
    };
  }, [onFiles]);
  return hovering ? (
    <div className="drop-hint">
      <p>松开即可读入文稿（.docx、.txt、.nigao）；图片插入正文</p>
    </div>
  ) : null;
};
