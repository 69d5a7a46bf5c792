import type { DocumentMeta, GovDocument } from '../../../document/document';
import { documentDay, readDay } from '../../../plan/times/document-day';
import type { DocumentCheck, RuleSource, Severity } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

type Field = Readonly<{
  id: string;
  severity: Severity;
  source: RuleSource;
  title: string;
  right: string;
  wrong: string;
  judge: (meta: DocumentMeta, document: GovDocument) => string | null;
}>;

const plan =
  '云川市推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n2026年3月5日';

const fields: readonly Field[] = [
  {
    id: 'form/urgency',
    severity: 'must',
    source: sources.urgency,
    title: '紧急程度写“特急”“加急”',
    right: `文件信息：紧急程度=特急\n${plan}`,
    wrong: `文件信息：紧急程度=急件\n${plan}`,
    judge: ({ urgency }) =>
      !urgency || /^(?:特急|加急|特提|平急)$/.test(urgency) ? null : `紧急程度“${urgency}”应写作“特急”或“加急”。`,
  },
  {
    id: 'form/secrecy',
    severity: 'must',
    source: sources.secrecy,
    title: '密级和保密期限写作“机密★1年”',
    right: `文件信息：密级=机密★1年\n${plan}`,
    wrong: `文件信息：密级=内部资料\n${plan}`,
    judge: ({ secrecy }) =>
      !secrecy || /^(?:绝密|机密|秘密)(?:★.{1,12})?$/.test(secrecy)
        ? null
        : `密级“${secrecy}”应写作“绝密”“机密”“秘密”，保密期限前加“★”。`,
  },
  {
    id: 'form/copy-number',
    severity: 'should',
    source: sources.copyNumber,
    title: '份号用6位阿拉伯数字',
    right: `文件信息：份号=000012\n${plan}`,
    wrong: `文件信息：份号=12\n${plan}`,
    judge: ({ copyNumber }) =>
      !copyNumber || /^\d{6}$/.test(copyNumber.trim()) ? null : `份号“${copyNumber}”一般用6位数字，如000012。`,
  },
  {
    id: 'form/copy-to-stop',
    severity: 'should',
    source: sources.copyTo,
    title: '抄送机关之间用逗号，末尾用句号',
    right: `文件信息：抄送=市委各部门，市人大常委会办公室。\n${plan}`,
    wrong: `文件信息：抄送=市委各部门，市人大常委会办公室\n${plan}`,
    judge: ({ copyTo }) => (!copyTo || copyTo.trim().endsWith('。') ? null : '抄送机关末尾应用句号。'),
  },
  {
    id: 'consistency/printing-date',
    severity: 'must',
    source: sources.printing,
    title: '印发日期不早于成文日期',
    right: `文件信息：印发日期=2026年3月6日\n${plan}`,
    wrong: `文件信息：印发日期=2026年3月2日\n${plan}`,
    judge: ({ printingDate }, document) => {
      const [printed, made] = [readDay(printingDate ?? ''), documentDay(document)];
      return printed !== null && made !== null && printed < made
        ? `印发日期“${printingDate}”早于成文日期，请核对。`
        : null;
    },
  },
  {
    id: 'consistency/number-year',
    severity: 'should',
    source: sources.documentNumber,
    title: '发文字号的年份与成文日期一致',
    right: `文件信息：发文字号=云政发〔2026〕5号\n${plan}`,
    wrong: `文件信息：发文字号=云政发〔2025〕5号\n${plan}`,
    judge: ({ documentNumber }, document) => {
      const year = /[〔[(（【](\d{4})[〕\])）】]/.exec(documentNumber ?? '')?.[1];
      const made = documentDay(document)?.slice(0, 4);
      return year && made && year !== made ? `发文字号的年份是${year}年，成文日期是${made}年，请核对。` : null;
    },
  },
];

const fieldCheck = ({ id, severity, source, title, right, wrong, judge }: Field): DocumentCheck => {
  const rule = { id, severity, source, title, examples: { right, wrong } };
  return {
    ...rule,
    reads: 'document',
    run: (document) => {
      const message = judge(document.meta, document);
      return message === null ? [] : [findDocument(rule, message)];
    },
  };
};

/** What the form fields around the text look like. */
export const metaForm: readonly DocumentCheck[] = fields.map(fieldCheck);
