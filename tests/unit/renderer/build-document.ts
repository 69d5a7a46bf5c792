import type { Block, Level } from '../../../shared/document/block';
import type { GovDocument, Part, PartKind } from '../../../shared/document/document';

/** Short ways to write documents down in the tests of the window. */
export const clause = (
  id: string,
  level: Level,
  text: string,
  more: Partial<Extract<Block, { type: 'clause' }>> = {},
) => ({ type: 'clause', id, level, children: [{ text }], ...more }) satisfies Block;

export const block = (
  id: string,
  type: 'title' | 'salutation' | 'paragraph' | 'signature' | 'dateLine',
  text: string,
) => ({ type, id, children: [{ text }] }) satisfies Block;

export const boxTitle = (id: string, text: string) =>
  ({ type: 'boxTitle', id, boxId: `box-${id}`, children: [{ text }] }) satisfies Block;

export const part = (kind: PartKind, children: Block[]): Part => ({
  type: 'part',
  id: `part-${kind}`,
  kind,
  numbering: { 2: 'part' },
  children,
});

export const documentOf = (...parts: Part[]): GovDocument => ({
  schemaVersion: 1,
  id: 'document-1',
  meta: { genre: 'implementation-opinion' },
  parts,
  setAside: [],
});

/** An opinion of 云川市 with an opening, two chapters, a 专栏, an end and one attachment; no safeguards. */
export const opinion = (): GovDocument =>
  documentOf(
    part('main', [
      block('title-', 'title', '云川市人民政府关于推进计量工作的实施意见'),
      block('recipients', 'salutation', '各县（市、区）人民政府：'),
      block('opening', 'paragraph', '现提出如下意见。'),
      clause('general', 1, '总体要求'),
      clause('ideology', 2, '指导思想。以产业需求为中心。', { runIn: true }),
      clause('goals-', 2, '主要目标。到2028年建成标准实验室3个。', { runIn: true }),
      clause('tasks-', 1, '重点任务'),
      clause('task-a', 2, '建设平台。建设公共检测平台2个。', { runIn: true }),
      boxTitle('box-a1', '计量工程'),
      clause('sentence', 3, '2027年底前，完成全市在用强制检定器具的清查和建档；'),
      block('signed', 'signature', '云川市人民政府'),
      block('dated-', 'dateLine', '2026年3月5日'),
    ]),
    part('attachment', [block('att-title', 'title', '主要指标表'), clause('att-one', 1, '填报说明')]),
  );
