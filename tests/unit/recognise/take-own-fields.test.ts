import { describe, expect, it } from 'vitest';
import { takeOwnFields } from '../../../shared/recognise/take-own-fields';
import type { SourceParagraph } from '../../../shared/recognise/types';

const lines = (...each: readonly (readonly [style: string, text: string])[]): SourceParagraph[] =>
  each.map(([style, text], at) => ({ line: at + 1, style, text }));

describe('lines that this app prints around the text', () => {
  it('become form fields: 版头 of an upward document and 版记', () => {
    const { paragraphs, fields } = takeOwnFields(
      lines(
        ['GwCopyNumber', '000012'],
        ['GwUrgency', '特急'],
        ['GwMark', '云川市人民政府文件'],
        ['GwSigners', '\t\t签发人：王建国\t李平'],
        ['GwNumber', '\t云政〔2026〕15号\t\t周文'],
        ['GwTitle', '关于设立试验区的请示'],
        ['GwImprint', '抄送：市委办公室。'],
        ['GwImprint', '云川市人民政府办公室\t2026年3月9日印发'],
      ),
    );
    expect(fields).toEqual({
      copyNumber: '000012',
      urgency: '特急',
      issuingOrgan: '云川市人民政府',
      documentNumber: '云政〔2026〕15号',
      signers: ['王建国', '李平', '周文'],
      copyTo: '市委办公室。',
      printingOrgan: '云川市人民政府办公室',
      printingDate: '2026年3月9日',
    });
    expect(paragraphs.map(({ text }) => text)).toEqual(['关于设立试验区的请示']);
  });

  it('stay in the text where somebody has written something else, or more than a field holds', () => {
    const other = lines(
      ['GwImprint', '校对：张明'],
      ['GwImprint', '（共印50份）'],
      ['GwNumber', '长'.repeat(61)],
      ['GwUrgency', '请于本月底前办结并书面反馈'],
    );
    expect(takeOwnFields(other)).toEqual({ paragraphs: other, fields: {} });
  });

  it('are left alone in files of other programs, which have no such styles', () => {
    const other = lines(['Normal', '000012'], ['Title', '云川市人民政府文件']);
    expect(takeOwnFields(other)).toEqual({ paragraphs: other, fields: {} });
  });

  it('give addressees that stood in 版记 back to the text, and a joint issue all its organs', () => {
    const { paragraphs, fields } = takeOwnFields(
      lines(
        ['GwMark', '云川市教育局文件'],
        ['GwNumber', '云教〔2026〕1号'],
        ['GwTitle', '关于开展检查的通知'],
        ['GwBody', '正文。'],
        ['GwSign', '云川市教育局'],
        ['GwSign', '云川市财政局'],
        ['GwImprint', '主送：各区县教育局、财政局。'],
      ),
    );
    expect(fields).toEqual({ issuingOrgan: '云川市教育局、云川市财政局', documentNumber: '云教〔2026〕1号' });
    expect(paragraphs[1]).toEqual({ line: 7, style: 'GwTo', text: '各区县教育局、财政局：' });
  });
});
