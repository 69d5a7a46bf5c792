import { useMemo } from 'react';
import type { DocumentMeta } from '../../../../shared/document/document';
import { type DraftKind, mostEditedParts } from '../../../../shared/document/edited-part';
import { draftDocument, planDraft } from '../../../../shared/plan/derived/draft-document';
import {
  type ShownPart,
  withEditedPart,
  withKeptPart,
  withSeenPart,
} from '../../../../shared/plan/derived/shown-parts';
import { shownIndicators } from '../../../../shared/plan/indicators/shown-indicators';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import { DerivedDialog } from '../../../features/plan/derived-dialog';
import { call } from '../../../ipc/client';
import { exportPlan } from '../session/export-plan';
import { useWatchedPlan } from '../session/use-watched-plan';
import type { PlanDialogProps } from './superiors';

type DerivedProps = PlanDialogProps &
  Readonly<{
    kind: DraftKind;
    onKind(kind: DraftKind): void;
    onOpenDocument(id: string): void;
  }>;

const noMoreParts = `最多保存 ${mostEditedParts} 处由本人修改的内容，这一处没有保存。请先把不再需要的几处恢复为自动生成或删去。`;

/** 起草说明和政策解读 over the open document; mounted only while they are shown. */
export const DerivedOf = (props: DerivedProps) => {
  const { id, editor, session, kind, onKind, onOpenDocument, reveal, onClose } = props;
  useWatchedPlan(session);
  const { meta, newest, onMeta, plan, functions, saving } = session;
  const draft = useMemo(() => {
    const document = editor.current?.getDocument();
    if (!plan || !document) return null;
    const { shown: indicators } = shownIndicators(plan.indicators, meta);
    return planDraft({ document: { ...document, meta }, functions, indicators, tasks: plan.tasks }, kind);
  }, [plan, editor, functions, meta, kind]);
  const change = (next: (meta: DocumentMeta) => DocumentMeta | null) => {
    const meta = next(newest.current.meta);
    if (meta) onMeta(meta);
    else say(noMoreParts);
  };
  const follow = (part: ShownPart) => {
    const { edited } = part;
    change((now) => withEditedPart(now, kind, part, null));
    if (edited)
      say(`“${part.name}”${part.state === 'orphaned' ? '已删去' : '已恢复为自动生成的内容'}。`, {
        label: '撤销',
        run: () => change((now) => withKeptPart(now, edited)),
      });
  };
  return (
    <DerivedDialog
      kind={kind}
      draft={draft}
      onKind={onKind}
      onEdit={(part, text) => change((now) => withEditedPart(now, kind, part, text))}
      onFollow={follow}
      onSeen={(part) => change((now) => withSeenPart(now, part))}
      onJump={(blockId) => {
        onClose();
        setTimeout(() => reveal(blockId));
      }}
      flush={saving.flush}
      onExport={() => exportPlan(id, session, kind)}
      onOpenAsDocument={(shown) =>
        void saving
          .flush()
          .then(() => call('document:create', { document: draftDocument(shown) }))
          .then(({ id: made }) => onOpenDocument(made))
          .catch((error) => sayError(error))
      }
      onClose={onClose}
    />
  );
};
