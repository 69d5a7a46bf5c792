import { Fragment, type ReactElement } from 'react';
import { type DraftKind, draftKinds } from '../../../shared/document/edited-part';
import { toChineseNumeral } from '../../../shared/numbering/chinese-numerals';
import { countGaps, draftNames, type PlanDraft } from '../../../shared/plan/derived/draft-document';
import type { PartState } from '../../../shared/plan/derived/shown-parts';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { formatCount } from '../../app/ui/format';
import { DerivedPartField, type PartActions } from './derived-part';
import './derived.css';

type DerivedDialogProps = PartActions &
  Readonly<{
    kind: DraftKind;
    /** Null before the text was read. */
    draft: PlanDraft | null;
    onKind(kind: DraftKind): void;
    onExport(): void;
    /** Puts the draft into the library as a document of its own, and opens it. */
    onOpenAsDocument(draft: PlanDraft): void;
    onClose(): void;
  }>;

/** 起草说明和政策解读: what the plan gives, part by part; a part that the person edits is theirs from then on. */
export const DerivedDialog = (props: DerivedDialogProps): ReactElement => {
  const { kind, draft, onKind, onExport, onOpenAsDocument, onClose, ...actions } = props;
  const ready = draft !== null && !draft.isEmpty;
  return (
    <DialogFrame
      title="起草说明和政策解读"
      full
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" disabled={!ready} onClick={onExport}>
            导出{draftNames[kind]}（Word）
          </button>
          <button type="button" className="btn" disabled={!ready} onClick={() => draft && onOpenAsDocument(draft)}>
            作为新文稿打开
          </button>
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={onClose}>
            完成
          </button>
        </>
      }
    >
      <div className="derived-head">
        <fieldset className="seg" aria-label="看哪一份">
          {draftKinds.map((one) => (
            <button key={one} type="button" aria-pressed={one === kind} onClick={() => onKind(one)}>
              {draftNames[one]}
            </button>
          ))}
        </fieldset>
        {ready && <p>{summary(draft)}</p>}
      </div>
      {!draft ? (
        <p className="derived-none">正在读取正文…</p>
      ) : draft.isEmpty ? (
        <p className="derived-none">文中还没有标题和章。写好后，这里按正文列出背景、依据、主要内容等各部分。</p>
      ) : (
        <Parts draft={draft} {...actions} />
      )}
    </DialogFrame>
  );
};

const summary = (draft: PlanDraft): string => {
  const count = (...states: readonly PartState[]): number =>
    draft.parts.filter(({ state }) => states.includes(state)).length;
  const own = count('edited', 'outdated', 'orphaned');
  const late = count('outdated', 'orphaned');
  const gaps = countGaps(draft);
  return [
    `共 ${formatCount(draft.parts.length)} 部分`,
    own === 0 ? '都随正文更新' : `${formatCount(own)} 部分已由本人修改，不再自动更新`,
    ...(late > 0 ? [`其中 ${formatCount(late)} 部分的正文已变化`] : []),
    ...(gaps > 0 ? [`还有 ${formatCount(gaps)} 处待填`] : []),
  ]
    .join('，')
    .concat('。');
};

const Parts = ({ draft, ...actions }: PartActions & { readonly draft: PlanDraft }) => {
  const { kind, title, parts } = draft;
  const headings = [...new Set(parts.flatMap(({ heading }) => heading ?? []))];
  const numbered = (heading: string): string => `${toChineseNumeral(headings.indexOf(heading) + 1)}、${heading}`;
  return (
    <div className="derived-parts">
      <p className="derived-title">{title}</p>
      {parts.map((part, at) => {
        const opens = part.heading !== null && part.heading !== parts[at - 1]?.heading ? part.heading : null;
        return (
          <Fragment key={`${kind} ${part.key}`}>
            {opens !== null && opens !== part.name && <h3>{numbered(opens)}</h3>}
            <DerivedPartField part={part} opens={opens === part.name ? numbered(opens) : null} {...actions} />
          </Fragment>
        );
      })}
    </div>
  );
};
