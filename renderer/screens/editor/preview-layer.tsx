import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { Page } from '../../../shared/layout/paginate/page';
import { Preview } from '../../features/preview/preview';
import type { ReadyLine } from '../../features/preview/preview-side';
import type { Session } from './session/use-session';

type PreviewLayerProps = Readonly<{
  id: string;
  title: string;
  session: Session;
  /** The page with the caret, 0 when it is not known. */
  first: number;
  readDocument(): GovDocument;
  /** Goes back to the desk, and does `then` there instead of giving the paper the keyboard. */
  onClose(then?: () => void): void;
  onReveal(blockId: string, range?: Readonly<{ start: number; end: number }>): void;
  onShowFindings(): void;
  onNextPlaceholder(): void;
  onShowForm(): void;
  onCirculate(): void;
  /** A dialog stands in front of it. */
  covered: boolean;
}>;

const findBlock = (document: GovDocument, id: string): Block | undefined => {
  for (const part of document.parts) {
    const block = part.children.find((one) => one.id === id);
    if (block) return block;
  }
};

/** 公文首页必须显示正文 (7.3.3). */
const firstShowsText = (document: GovDocument, first: Page): boolean =>
  first.lines.some(({ pieces }) =>
    pieces.some(({ block }) => {
      const type = block === undefined ? undefined : findBlock(document, block)?.type;
      return type === 'paragraph' || type === 'clause' || type === 'dash';
    }),
  );

/** The preview in front of the desk: it watches the pages and leads from them back to the text. */
export const PreviewLayer = (props: PreviewLayerProps) => {
  const { title, session, first, readDocument, onClose, onReveal } = props;
  const { paging, report, reading, watchPages } = session;
  const { facts } = reading;
  useEffect(() => {
    watchPages(true);
    return () => watchPages(false);
  }, [watchPages]);

  const must = report?.counts.must ?? 0;
  const waived = session.waived.filter(({ finding }) => finding.severity === 'must').length;
  const pages = paging?.pages ?? null;
  const lines = useMemo((): ReadyLine[] => {
    const open = (label: string, run: () => void) => ({ label, run: () => onClose(run) });
    return [
      must > 0
        ? { ok: false, text: `还有 ${must} 处必改的问题。`, action: open('查看', props.onShowFindings) }
        : { ok: true, text: waived > 0 ? `没有必改的问题（${waived} 处注明理由）` : '没有必改的问题' },
      facts.placeholders > 0
        ? { ok: false, text: `还有 ${facts.placeholders} 处待填。`, action: open('到下一处', props.onNextPlaceholder) }
        : { ok: true, text: '没有待填的内容' },
      ...(pages?.[0]
        ? [
            firstShowsText(readDocument(), pages[0])
              ? { ok: true, text: '首页有正文' }
              : { ok: false, text: '首页没有正文。请缩短标题或主送机关。' },
          ]
        : []),
      ...(paging?.messages ?? [])
        .filter((message) => !message.includes('处待填'))
        .map((text) => ({
          ok: false,
          text,
          ...(text.startsWith('未填') && { action: open('填写', props.onShowForm) }),
        })),
    ];
  }, [
    must,
    waived,
    facts.placeholders,
    pages,
    paging,
    readDocument,
    onClose,
    props.onShowFindings,
    props.onNextPlaceholder,
    props.onShowForm,
  ]);

  // Outside the frame, which is out of reach meanwhile.
  return createPortal(
    <Preview
      id={props.id}
      flush={session.saving.flush}
      covered={props.covered}
      onCirculate={props.onCirculate}
      title={title}
      pages={pages}
      failed={paging?.failed ?? false}
      first={Math.max(1, first)}
      lines={lines}
      options={session.layout}
      onOptions={session.onLayout}
      onLine={({ block, offset, text }) =>
        onClose(() => {
          const found = findBlock(readDocument(), block);
          // The printed text has the number in front of it, which the text of the block has not.
          const start =
            found && found.type !== 'table' ? Math.max(0, blockText(found).indexOf(text, Math.max(0, offset - 16))) : 0;
          onReveal(block, { start, end: start + (found?.type === 'table' ? 0 : text.length) });
        })
      }
      onClose={() => onClose()}
    />,
    document.body,
  );
};
