import { describe, expect, it } from 'vitest';
import { readDocumentLines } from '../../../renderer/editor/commands/document-lines';
import { canHaveNotice } from '../../../renderer/editor/commands/notice';
import { partsOf } from '../../../renderer/editor/model/blocks';
import { documentSchema } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { editing } from './notation';

const plan = [
  'T 云川市节水三年行动计划|',
  'S 各县（市、区）人民政府：',
  '1 总体要求',
  'G 云川市人民政府',
  'Y 2026年3月5日',
  '== attachment',
  'T 任务表',
];

describe('the 印发通知', () => {
  it('is made from the text and takes over its recipients, signature and date, as one step of undo', () => {
    const { session } = editing(...plan);
    const before = structuredClone(session.editor.children);
    session.run({ type: 'addNotice', organ: undefined });
    const [notice, main] = partsOf(session.editor);
    expect(notice!.kind).toBe('notice');
    expect(notice!.children.map((block) => `${block.type} ${blockText(block)}`)).toEqual([
      'title 云川市人民政府关于印发《云川市节水三年行动计划》的通知',
      'salutation 各县（市、区）人民政府：',
      'paragraph 现将《云川市节水三年行动计划》印发给你们，请结合实际，认真组织实施。',
      'signature 云川市人民政府',
      'dateLine 2026年3月5日',
    ]);
    expect(main!.children.map(({ type }) => type)).toEqual(['title', 'clause']);
    expect(documentSchema.safeParse(session.getDocument()).success).toBe(true);
    session.run({ type: 'undo' });
    expect(session.editor.children).toEqual(before);
  });

  it('taken away gives everything back', () => {
    const { session } = editing(...plan);
    const before = structuredClone(session.editor.children);
    session.run({ type: 'addNotice', organ: undefined });
    session.run({ type: 'removeNotice' });
    expect(session.editor.children).toEqual(before);
  });

  it('asks for what is lacking, and taken away leaves no prompts of its own behind', () => {
    const { session } = editing('T |', '1 总体要求');
    session.run({ type: 'addNotice', organ: '云川市水利局' });
    expect(partsOf(session.editor)[0]!.children.map(blockText)).toEqual([
      '云川市水利局关于印发《文件名称》的通知',
      '主送机关：',
      '现将《文件名称》印发给你们，请结合实际，认真组织实施。',
      '云川市水利局',
      '成文日期',
    ]);
    session.run({ type: 'removeNotice' });
    expect(partsOf(session.editor).map(({ children }) => children.map(({ type }) => type))).toEqual([
      ['title', 'clause', 'signature'],
    ]);
  });

  it('is put on once only', () => {
    const { session } = editing(...plan);
    session.run({ type: 'addNotice', organ: undefined });
    session.run({ type: 'addNotice', organ: undefined });
    expect(partsOf(session.editor).map(({ kind }) => kind)).toEqual(['notice', 'main', 'attachment']);
  });

  it('is for plans, schemes and measures; an opinion is issued by itself', () => {
    const genres = ['plan', 'action-plan', 'implementation-scheme', 'measures', 'opinion', 'notice', 'other'] as const;
    expect(genres.filter(canHaveNotice)).toEqual(['plan', 'action-plan', 'implementation-scheme', 'measures']);
  });
});

describe('the lines of the form', () => {
  const lines = { salutation: '各有关单位：', signature: '云川市人民政府', dateLine: '2026年3月5日' };

  it('are created where they belong, as one step of undo', () => {
    const { session, lines: shown } = editing('T 标题|', 'P 文');
    session.run({ type: 'setDocumentLines', lines });
    expect(shown()).toEqual(['T 标题|', 'S 各有关单位：', 'P 文', 'G 云川市人民政府', 'Y 2026年3月5日']);
    expect(readDocumentLines(partsOf(session.editor))).toEqual(lines);
    session.run({ type: 'undo' });
    expect(shown()).toEqual(['T 标题|', 'P 文']);
  });

  it('are changed where they stand, and go when emptied', () => {
    const { session, lines: shown } = editing('T 标题|', 'S 各区：', 'P 文', 'G 云川市水利局', 'Y 2026年1月1日');
    session.run({ type: 'setDocumentLines', lines: { ...lines, salutation: '', dateLine: '2026年1月1日' } });
    expect(shown()).toEqual(['T 标题|', 'P 文', 'G 云川市人民政府', 'Y 2026年1月1日']);
  });

  it('have one signature a line when several organs sign', () => {
    const { session, lines: shown } = editing('T 标题|', 'P 文', 'G 云川市水利局', 'Y 2026年1月1日');
    session.run({
      type: 'setDocumentLines',
      lines: { salutation: '', signature: '云川市水利局\n云川市财政局', dateLine: '2026年1月1日' },
    });
    expect(shown()).toEqual(['T 标题|', 'P 文', 'G 云川市水利局', 'G 云川市财政局', 'Y 2026年1月1日']);
  });

  it('stand in the 印发通知 where there is one', () => {
    const { session } = editing(...plan);
    session.run({ type: 'addNotice', organ: undefined });
    session.run({ type: 'setDocumentLines', lines });
    expect(readDocumentLines(partsOf(session.editor))).toEqual(lines);
    expect(partsOf(session.editor)[1]!.children.map(({ type }) => type)).toEqual(['title', 'clause']);
  });
});
