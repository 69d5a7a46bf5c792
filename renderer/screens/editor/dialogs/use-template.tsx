import { type ReactElement, type RefObject, useCallback, useMemo, useState } from 'react';
import type { TemplateDifference } from '../../../../shared/templates/compare-templates';
import { placeSection } from '../../../../shared/templates/place-section';
import type { Template, TemplateSection } from '../../../../shared/templates/template';
import { templateOf } from '../../../../shared/templates/template-of';
import { upgradeDocument } from '../../../../shared/templates/upgrade-document';
import type { OutlineRow } from '../../../app/outline/outline-rows';
import { usePreferences } from '../../../app/preferences';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import { guidanceAt } from '../../../features/guidance/guidance-at';
import { GuidancePanel } from '../../../features/guidance/guidance-panel';
import { UpgradeBar } from '../../../features/template-upgrade/upgrade-bar';
import { UpgradeDialog } from '../../../features/template-upgrade/upgrade-dialog';
import { useNewerTemplate } from '../../../features/template-upgrade/use-newer-template';
import type { Session } from '../session/use-session';

type TemplateTools = Readonly<{
  /** 写作提示 beside the paper; null without a template and when switched off. */
  guidance: ReactElement | null;
  /** Says that the template has moved on; null when it has not. */
  bar: ReactElement | null;
  dialog: ReactElement | null;
  /** Characters it lays down for the main text. */
  length: Template['length'];
}>;

/** What the document's template gives while writing: guidance, further parts, its newer version. */
export const useTemplate = (
  editor: RefObject<EditorHandle | null>,
  session: Session,
  path: readonly OutlineRow[],
  onJump: (blockId: string) => void,
): TemplateTools => {
  const { newest, reading, functions, template: reference, onTemplate } = session;
  const { guidance: wanted } = usePreferences();
  const [open, setOpen] = useState(false);
  const [later, setLater] = useState(false);
  const newer = useNewerTemplate(reference);
  const template = useMemo(() => templateOf(reference ? { template: reference } : {}), [reference]);

  const add = useCallback(
    (section: TemplateSection) => {
      if (!template) return;
      const { document, first } = placeSection(newest.current, template, section);
      editor.current?.run({ type: 'replaceParts', parts: document.parts });
      onJump(first);
    },
    [editor, newest, template, onJump],
  );
  const guidance = useMemo(() => {
    if (!template || !wanted) return null;
    const found = guidanceAt(template, path, functions);
    return (
      <GuidancePanel
        heading={found?.heading ?? ''}
        guidance={found?.guidance ?? null}
        alternatives={found?.alternatives ?? []}
        document={reading.document}
        template={template}
        onAdd={add}
      />
    );
  }, [template, wanted, path, functions, reading.document, add]);

  const apply = (picked: readonly TemplateDifference[]) => {
    if (!newer) return;
    const document = upgradeDocument(newest.current, newer.from, newer.to, picked);
    setOpen(false);
    if (picked.length > 0) editor.current?.run({ type: 'replaceParts', parts: document.parts });
    if (document.template) onTemplate(document.template);
    say(picked.length > 0 ? `已采用 ${picked.length} 项，可用 Ctrl+Z 撤销正文的改动。` : '写作提示和检查已更新。');
  };
  return {
    guidance,
    length: template?.length,
    bar:
      newer && !later ? <UpgradeBar newer={newer} onOpen={() => setOpen(true)} onLater={() => setLater(true)} /> : null,
    dialog:
      newer && open ? (
        <UpgradeDialog
          document={newest.current}
          newer={newer}
          onApply={apply}
          onClose={() => {
            setOpen(false);
            editor.current?.focus();
          }}
        />
      ) : null,
  };
};
