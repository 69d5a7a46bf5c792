import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../../shared/templates/describe-problem';
import { fromEditable, toEditable } from '../../../shared/templates/readable';
import type { Template } from '../../../shared/templates/template';
import { findTemplate } from '../../../shared/templates/templates';

const shipped = findTemplate('superior-implementation')!;
type Loose = { -readonly [Key in keyof Template]: Template[Key] } & Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: a broken file has any shape
type Broken = any;

const problem = (change: (data: Broken) => void): string => {
  const data = structuredClone(shipped) as Loose;
  change(data);
  const read = readTemplate(data);
  return 'problem' in read ? read.problem : '';
};

describe('a template file', () => {
  it('is read when it is what was written', () => {
    expect(readTemplate(JSON.parse(JSON.stringify(shipped)))).toEqual({ template: shipped });
  });

  it.each<[string, (data: Broken) => void, string]>([
    [
      'a field nobody declared',
      (data) => data.placeholders.splice(0, 1),
      '模板文件有误，没有读入。发文机关：用到了没有列出的填写项“city”。',
    ],
    [
      'a section used twice',
      (data) => data.parts[0].sections.push(data.parts[0].sections[1]),
      '模板文件有误，没有读入。第1部分（正文）第12节“工作领域的基础和环境”：与另一节代号相同：background。',
    ],
    [
      'a text that is none',
      (data) => {
        data.parts[0].sections[3].blocks[0].text = 7;
      },
      '第1部分（正文）第4节“指导思想”第1段',
    ],
    [
      'a row with too few cells',
      (data) => data.parts[1].sections[0].blocks[1].rows[0].pop(),
      '第2部分（附件）第1节第2段各行：表格每行的格数要与栏目数相同。',
    ],
    [
      'two main texts',
      (data) => data.parts.push({ ...data.parts[0], sections: [{ ...data.parts[0].sections[0], id: 'other' }] }),
      '结构：正文要有且只有一个。',
    ],
    [
      'something to be run',
      (data) => {
        data.onOpen = 'alert(1)';
      },
      '有认不得的内容“onOpen”。',
    ],
    [
      'a text of a million characters',
      (data) => {
        data.parts[0].sections[0].guidance.what = '长'.repeat(1_000_000);
      },
      '第1节写作提示what：内容太长、太多或数值太大。',
    ],
  ])('is refused with a sentence that names the place: %s', (_, change, sentence) => {
    expect(problem(change)).toContain(sentence);
  });

  it.each([[null], [[]], ['模板'], [{}], [{ __proto__: { id: 'x' } }]])('is refused when it is %j', (data) => {
    const read = readTemplate(data);
    expect('problem' in read && read.problem).toMatch(/^(?:这不是模板文件|模板文件有误)/);
  });
});

describe('the text of a template while it is edited', () => {
  it('names fields by their labels, and is the same again', () => {
    for (const text of shipped.parts.flatMap((part) => part.sections.flatMap((one) => one.heading?.text ?? []))) {
      expect(fromEditable(shipped, toEditable(shipped, text))).toBe(text);
    }
    const text = '到{targetYear}，{field}取得明显成效，[总体状态|取得进展]。';
    expect(toEditable(shipped, text)).toBe('到{目标年份}，{工作领域}取得明显成效，[总体状态|取得进展]。');
    expect(fromEditable(shipped, toEditable(shipped, text))).toBe(text);
    expect(fromEditable(shipped, '{没有的}')).toBe('{没有的}');
  });
});
