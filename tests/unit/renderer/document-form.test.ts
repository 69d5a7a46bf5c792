import { describe, expect, it } from 'vitest';
import {
  type FieldName,
  type FormValues,
  noteOn,
  problemWith,
  readMeta,
  writeMeta,
} from '../../../renderer/features/document-form/form-fields';
import { type DocumentMeta, metaSchema } from '../../../shared/document/document';
import { standardOptions } from '../../../shared/export/export-options';

const empty: FormValues = { ...readMeta({ genre: 'opinion' }), salutation: '', signature: '', dateLine: '' };
const note = (name: FieldName, typed: string, more: Partial<FormValues> = {}) =>
  noteOn(name, { ...empty, ...more, [name]: typed });

describe('the form of 文件信息', () => {
  it('says nothing about empty fields and right ones', () => {
    for (const [name, typed] of [
      ['documentNumber', '云政发〔2026〕5号'],
      ['urgency', '特急'],
      ['salutation', '各县（市、区）人民政府：'],
      ['dateLine', '2026年3月1日'],
      ['copyTo', '市委各部门。'],
      ['printingDate', '2026年3月5日'],
    ] as const) {
      expect(note(name, typed)).toBeNull();
      expect(note(name, '')).toBeNull();
    }
  });

  it('says what the form of a number or date is', () => {
    expect(note('documentNumber', '云政发[2026]05号')).toContain('六角括号');
    expect(note('dateLine', '2026年03月01日')).toContain('月日前不加 0');
    expect(note('dateLine', '2026年2月30日')).toContain('日期须存在');
    expect(note('salutation', '各区')).toContain('冒号');
    expect(note('urgency', '急')).toContain('加急');
    expect(note('copyTo', '市委办公室')).toBe('末尾加句号。');
    expect(note('issuingOrgan', '云川市人民政府文件')).toContain('自动加上');
  });

  it('warns that the app is not for classified text as soon as 密级 is filled', () => {
    expect(note('secrecy', '秘密')).toContain('不能用于涉密文件');
  });

  it('finds a printing date before the date of the text', () => {
    const dated = { dateLine: '2026年3月10日' };
    expect(note('printingDate', '2026年3月5日', dated)).toContain('早于成文日期');
    expect(note('printingDate', '2026年3月12日', dated)).toBeNull();
  });

  it('leaves alone what is no field of the form, and takes away a field that is emptied', () => {
    const meta: DocumentMeta = {
      genre: 'plan',
      urgency: '特急',
      rulesOff: ['quotes'],
      layout: standardOptions,
      reviewAnswers: [{ question: 'policy', answer: 'yes' }],
    };
    expect(writeMeta(meta, 'plan', { ...empty, ...readMeta(meta), urgency: '' })).toEqual({
      genre: 'plan',
      rulesOff: ['quotes'],
      layout: standardOptions,
      reviewAnswers: [{ question: 'policy', answer: 'yes' }],
    });
  });

  it('keeps what fits the stored form only', () => {
    const signers = '张明、李红，王强';
    const meta = writeMeta({ genre: 'opinion' }, 'plan', {
      ...empty,
      signers,
      urgency: ' 特急 ',
      copyNumber: '000012',
    });
    expect(meta).toEqual({ genre: 'plan', copyNumber: '000012', urgency: '特急', signers: ['张明', '李红', '王强'] });
    expect(metaSchema.safeParse(meta).success).toBe(true);
    expect(writeMeta(meta, 'plan', { ...empty, ...readMeta(meta) })).toEqual(meta);
    expect(problemWith('signers', '张'.repeat(21))).toContain('最多 20 字');
    expect(problemWith('signers', Array(13).fill('张明').join('、'))).toContain('最多 12 个');
  });
});
