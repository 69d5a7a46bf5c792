import { useCallback, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../shared/checks/types';
import type { GovDocument, ReviewAnswer } from '../../../shared/document/document';
import { genreNames } from '../../../shared/document/genre-names';
import type { DocumentFunction } from '../../../shared/functions/types';
import type { Imported, ReviewKind } from '../../../shared/ipc/contract';
import { useBureau } from '../../app/bureau-rules';
import { outlineRows } from '../../app/outline/outline-rows';
import { sayError } from '../../app/say-error';
import { Icon } from '../../app/ui/icon';
import { say } from '../../app/ui/toasts';
import { useShortcuts } from '../../app/use-shortcuts';
import { useChecks } from '../../features/checking/use-checks';
import { FindingsPanel } from '../../features/findings/findings-panel';
import { findingKey } from '../../features/findings/group-findings';
import { ReportButtons } from '../../features/findings/report-buttons';
import { useFindingView } from '../../features/findings/use-finding-view';
import { RequiredParts } from '../../features/required-parts/required-parts';
import { RulesPage } from '../../features/rules/rules-page';
import { call } from '../../ipc/client';
import { IncomingText } from './incoming-text';
import './incoming.css';

/** A text from outside that is checked without being kept. */
export type Incoming = Readonly<{
  file: string;
  document: GovDocument;
  /** Places recognition was not sure of. */
  doubts: number;
}>;

type IncomingScreenProps = Readonly<{
  incoming: Incoming;
  onBack(): void;
  /** It was read into the library after all. */
  onImported(result: Imported): void;
}>;

const neverComposing = () => false;
const noFunctions: ReadonlyMap<string, DocumentFunction> = new Map();
const noFindings: readonly Finding[] = [];

/** 核对来稿: verdict, map and findings beside the text; nothing is kept until the person takes it over. */
export const IncomingScreen = ({ incoming, onBack, onImported }: IncomingScreenProps) => {
  const { file, doubts } = incoming;
  const [answers, setAnswers] = useState<readonly ReviewAnswer[]>(incoming.document.meta.reviewAnswers ?? []);
  const [active, setActive] = useState<string | null>(null);
  /** The rule the page of rules begins with; null while it is closed. */
  const [rules, setRules] = useState<string | null>(null);
  const [taking, setTaking] = useState(false);
  const desk = useRef<HTMLDivElement>(null);
  const { document } = incoming;
  const { report, titles } = useChecks(document, neverComposing, useBureau());
  const findings = report?.findings ?? noFindings;
  const view = useFindingView(document, report?.functions ?? noFunctions, findings);
  const rows = useMemo(() => outlineRows(document), [document]);

  const show = useCallback((blockId: string) => {
    const block = desk.current?.querySelector(`[data-block="${blockId}"]`);
    for (const shown of desk.current?.querySelectorAll('[data-shown]') ?? []) shown.removeAttribute('data-shown');
    block?.setAttribute('data-shown', '');
    block?.scrollIntoView({ block: 'center' });
  }, []);
  const jump = useCallback(
    (finding: Finding) => {
      setActive(findingKey(finding));
      if (finding.blockId !== null) show(finding.blockId);
    },
    [show],
  );
  const step = (direction: 1 | -1) => {
    const placed = view.shown.filter(({ blockId }) => blockId !== null);
    if (placed.length === 0) return say('没有可以定位的问题。');
    const at = placed.findIndex((finding) => findingKey(finding) === active);
    const next = at < 0 ? (direction === 1 ? 0 : placed.length - 1) : (at + direction + placed.length) % placed.length;
    jump(placed[next]!);
  };
  useShortcuts({ F8: () => step(1), 'Shift+F8': () => step(-1), Escape: onBack }, rules === null);

  /** As it was read, with what the person has answered. */
  const answered = useMemo((): GovDocument => {
    const { reviewAnswers: _, ...meta } = document.meta;
    return { ...document, meta: answers.length > 0 ? { ...meta, reviewAnswers: [...answers] } : meta };
  }, [document, answers]);
  const exportReview = useCallback(
    (kind: ReviewKind) =>
      void call('review:export', { document: answered, file, kind }).then(
        ({ path }) => path && say(`已导出：${path}`),
        (error) => sayError(error),
      ),
    [answered, file],
  );
  const takeOver = () => {
    setTaking(true);
    void call('review:keep', { answers: [...answers] })
      .then(onImported, (error) => sayError(error))
      .finally(() => setTaking(false));
  };

  return (
    <div className="frame">
      <header className="bar">
        <button type="button" className="btn btn-ghost bar-back" onClick={onBack}>
          <Icon name="back" />
          文库
        </button>
        <div className="bar-title incoming-title">
          <h1 title={file}>{`核对来稿：${file}`}</h1>
          <p>
            {[genreNames[document.meta.genre], doubts > 0 && `${doubts} 处没有把握认准，请留意`, '只核对，不收入文库']
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <span className="spacer" />
        <button type="button" className="btn btn-primary" disabled={taking} onClick={takeOver}>
          收入文库并编写
        </button>
      </header>
      <div className="incoming">
        <main className="desk incoming-desk" ref={desk}>
          <IncomingText document={document} findings={view.shown} onChoose={jump} />
        </main>
        <aside className="incoming-side" aria-label="核对结果">
          <RequiredParts document={document} rows={rows} assessments={report?.assessments ?? null} onJump={show} />
          {report ? (
            <FindingsPanel
              document={document}
              result={report}
              view={view}
              titles={titles}
              active={active}
              onJump={jump}
              onJumpTo={show}
              onRules={(rule) => setRules(rule ?? '')}
              answers={answers}
              onAnswers={setAnswers}
              foot={<ReportButtons onReport={exportReview} />}
            />
          ) : (
            <p className="findings-none">正在检查…</p>
          )}
        </aside>
      </div>
      {rules !== null && <RulesPage query={rules} onClose={() => setRules(null)} />}
    </div>
  );
};
