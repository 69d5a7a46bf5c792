import { useEffect, useState } from 'react';
import type { TemplateRef } from '../../../shared/document/document';
import type { Template } from '../../../shared/templates/template';
import { templateOf } from '../../../shared/templates/template-of';
import { call } from '../../ipc/client';

/** The document's template as it was, and as it is now. */
export type NewerTemplate = Readonly<{ from: Template; to: Template }>;

/** Whether the template of the document has moved on since; null when it has not, or is not known here. */
export const useNewerTemplate = (template: TemplateRef | undefined): NewerTemplate | null => {
  const [newer, setNewer] = useState<NewerTemplate | null>(null);
  useEffect(() => {
    setNewer(null);
    // Without a copy nothing is known of the template as it was.
    const from = template?.copy === undefined ? undefined : templateOf({ template });
    if (!from) return;
    let left = false;
    call('templates:list', {}).then(
      (templates) => {
        const to = templates.find((row) => row.template.id === from.id)?.template;
        if (!left && to && to.version > from.version) setNewer({ from, to });
      },
      () => {
        // Not to be told of a newer template does no harm.
      },
    );
    return () => {
      left = true;
    };
  }, [template]);
  return newer;
};
