import { useEffect, useRef, useState } from 'react';
import { diffTexts } from '../../../shared/compare/diff-texts';
import { longestPart } from '../../../shared/document/edited-part';
import type { PartState, ShownPart } from '../../../shared/plan/derived/shown-parts';
import { beforeLeaving } from '../../app/before-leaving';

export const stateNames: Readonly<Record<PartState, string>> = {
  following: '随正文更新',
  edited: '已由本人修改',
  outdated: '正文已变化',
  orphaned: '正文中已没有这一章',
};

/** What can be done with a part. */
export type PartActions = Readonly<{
  /** The part reads like this from now on. */
  onEdit(part: ShownPart, text: string): void;
  /** It follows the plan again; one without a chapter goes. */
  onFollow(part: ShownPart): void;
  /** The person has seen what is new and keeps their own words. */
  onSeen(part: ShownPart): void;
  onJump(blockId: string): void;
  /** Writes what was edited to the disk. */
  flush(): Promise<void>;
}>;

/** What is typed is handed over behind so long a pause, and whenever the field is left. */
const pause = 300;

/** One part of 起草说明 or 政策解读: its state, its words to be edited, and what to do where the plan has changed. */
export const DerivedPartField = ({
  part,
  opens,
  ...actions
}: PartActions & Readonly<{ part: ShownPart /** The heading it opens and is called by. */; opens: string | null }>) => {
  const { name, state, edited, blockId } = part;
  const [looking, setLooking] = useState(false);
  const isOutdated = state === 'outdated' && edited !== null;
  return (
    <section className="derived-part" data-state={state} data-opens={opens !== null || undefined} aria-label={name}>
      <header>
        {opens === null ? <h4>{name}</h4> : <h3>{opens}</h3>}
        <span className="tag">{stateNames[state]}</span>
        <span className="spacer" />
        {isOutdated && (
          <>
            <button type="button" className="link" aria-expanded={looking} onClick={() => setLooking(!looking)}>
              查看新的内容
            </button>
            <button type="button" className="link" onClick={() => actions.onFollow(part)}>
              采用新的内容
            </button>
            <button type="button" className="link" onClick={() => actions.onSeen(part)}>
              保留现有内容
            </button>
          </>
        )}
        {state === 'edited' && (
          <button type="button" className="link" onClick={() => actions.onFollow(part)}>
            恢复为自动生成
          </button>
        )}
        {state === 'orphaned' && (
          <button type="button" className="link" onClick={() => actions.onFollow(part)}>
            删去这一部分
          </button>
        )}
        {blockId !== null && (
          <button type="button" className="link" aria-label={`到正文：${name}`} onClick={() => actions.onJump(blockId)}>
            到正文
          </button>
        )}
      </header>
      {isOutdated && looking && <NewWords before={edited.from} after={part.derived} />}
      <PartText part={part} {...actions} />
    </section>
  );
};

/** What the plan gives now, with what has changed since the part was edited. */
const NewWords = ({ before, after }: Readonly<{ before: string; after: string }>) => {
  let at = 0;
  return (
    <p className="derived-new">
      {diffTexts(before, after).map(({ kind, text }) => {
        at += text.length;
        const key = `${kind}-${at}`;
        if (kind === 'removed') return <del key={key}>{text}</del>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </p>
  );
};

/**
 * The words of a part. They are the field's own while somebody types, so that an input method is never disturbed, and
 * are handed over when they pause.
 */
const PartText = ({ part, onEdit, flush }: Pick<PartActions, 'onEdit' | 'flush'> & { readonly part: ShownPart }) => {
  const [text, setText] = useState(part.text);
  const [handedOver, setHandedOver] = useState(part.text);
  if (part.text !== handedOver) {
    setHandedOver(part.text);
    setText(part.text);
  }
  const composing = useRef(false);
  const commit = () => {
    if (composing.current || text === handedOver) return;
    setHandedOver(text);
    onEdit(part, text);
  };
  const newest = useRef({ commit, flush });
  useEffect(() => {
    newest.current = { commit, flush };
  });
  useEffect(() => {
    if (text === handedOver) return;
    const timer = setTimeout(() => newest.current.commit(), pause);
    return () => clearTimeout(timer);
  }, [text, handedOver]);
  useEffect(() => {
    const release = beforeLeaving(() => {
      newest.current.commit();
      return newest.current.flush();
    });
    return () => {
      release();
      newest.current.commit();
    };
  }, []);
  return (
    <textarea
      className="derived-text"
      aria-label={`${part.name}（${stateNames[part.state]}）`}
      maxLength={longestPart}
      value={text}
      placeholder="这一部分没有内容，导出时略去。"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onCompositionStart={() => {
        commit();
        composing.current = true;
      }}
      onCompositionEnd={() => {
        composing.current = false;
        commit();
      }}
    />
  );
};
