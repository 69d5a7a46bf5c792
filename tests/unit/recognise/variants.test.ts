import { describe, expect, it } from 'vitest';
import { answerOutline } from '../../../shared/cli/answer-outline';
import type { OutlineAnswer } from '../../../shared/cli/answers';
import { blockText } from '../../../shared/document/plain-text';
import { recogniseText } from '../../../shared/recognise/recognise';

const outline = (...lines: string[]): OutlineAnswer =>
  answerOutline('早市.txt', recogniseText(['云川市早市提升方案', ...lines].join('\n')));
const numbers = (answer: OutlineAnswer): string[] => answer.headings.map(({ level, number }) => `${level} ${number}`);

describe('variants of numbers', () => {
  it('enclosed numerals stand for the levels they imitate', () => {
    const answer = outline(
      '一、主要任务',
      '㈠硬化地面。分批施工。',
      '⒈先查后修。逐户登记。',
      '⑴供水管网。更换旧管。',
      '⑵排水管网。雨污分流。',
    );
    expect(numbers(answer)).toEqual(['1 一、', '2 ㈠', '3 ⒈', '4 ⑴', '4 ⑵']);
  });

  it('① takes the fourth level, but stays text below （1）', () => {
    expect(numbers(outline('一、任务', '1.管网。更新旧管。', '①查漏。逐户检查。', '②修补。分段施工。'))).toEqual([
      '1 一、',
      '3 1.',
      '4 ①',
      '4 ②',
    ]);
    expect(numbers(outline('一、任务', '（1）管网。更新旧管。', '①查漏。逐户检查。', '②修补。分段施工。'))).toEqual([
      '1 一、',
      '4 （1）',
    ]);
  });

  it('（一） right below chapters keeps its level; 一、 below chapters and sections gives way to them', () => {
    const chapters = outline(
      '第一章 总则',
      '（一）范围。全市早市。',
      '（二）原则。便民为先。',
      '第二章 附则',
      '（一）解释。由商务局负责。',
      '（二）施行。即日起。',
    );
    expect(numbers(chapters).slice(0, 3)).toEqual(['1 第一章', '2 （一）', '2 （二）']);
    const sections = outline(
      '第一章 总则',
      '第一节 范围',
      '一、地域。全市早市。',
      '二、时间。早六点到九点。',
      '第二节 原则',
      '一、便民。就近设点。',
      '二、有序。划线经营。',
      '第二章 附则',
    );
    expect(numbers(sections).slice(0, 4)).toEqual(['1 第一章', '2 第一节', '3 一、', '3 二、']);
  });

  it('items that start again under each article are judged by themselves', () => {
    const items = [
      '（一）不按划线摆摊，占用人行道；',
      '（二）不清理垃圾，影响环境的；',
      '（三）不亮证经营，拒不改正的。',
    ];
    const answer = outline(
      '第一章 总则',
      '第一条 有下列情形的，劝离：',
      ...items,
      '第二条 摊位按以下方式取得。',
      '（一）公开征集',
      '在网上发布公告。',
      '（二）统一安排',
      '由街道安排。',
      '第二章 附则',
    );
    expect(answer.headings.map(({ text }) => text)).toEqual(['总则', '公开征集', '统一安排', '附则']);
  });
});

describe('recipients', () => {
  it.each(['各区人民政府，市直各部门，各大企业，各高等院校：', '各有关单位、早市各分园：', '有关早市：'])(
    '%s',
    (line) => {
      expect(outline(line, '为方便群众买菜，制定本方案。', '一、任务').recipients).toBe(line.slice(0, -1));
    },
  );

  it('a sentence that only begins like them is none', () => {
    expect(outline('各区要做好以下工作：', '一、硬化地面', '二、划定摊位').recipients).toBeNull();
  });
});

describe('entities left over from a web page', () => {
  const recognition = recogniseText(
    '云川市早市提升方案\n一、做优&ldquo;早市&rdquo;品牌\n&nbsp;&nbsp;面积&gt;30平方米的摊位&quot;一摊一证&#34;。',
  );

  it('are decoded in the document', () => {
    expect(recognition.document.parts[0]?.children.map(blockText)).toEqual([
      '云川市早市提升方案',
      '做优“早市”品牌',
      '面积>30平方米的摊位"一摊一证"。',
    ]);
  });

  it('are answered as the source writes them', () => {
    expect(answerOutline('早市.txt', recognition).headings[0]?.text).toBe('做优&ldquo;早市&rdquo;品牌');
  });

  it('an unknown name stays', () => {
    expect(recogniseText('云川市早市提升方案\n一、早市&sp;夜市').document.parts[0]?.children.map(blockText)[1]).toBe(
      '早市&sp;夜市',
    );
  });
});

it('an attachment that is listed only is no part of the answer, but named', () => {
  const answer = outline(
    '一、任务',
    '硬化地面，划定摊位。',
    '附件：1.摊位图',
    '2.收费表',
    '云川市商务局',
    '2026年5月1日',
  );
  expect(answer.parts).toHaveLength(1);
  expect(answer.attachments).toEqual(['摊位图', '收费表']);
});

describe('attachments and signatures', () => {
  it('pages without titles take those of their numbers', () => {
    const list = ['附件：1.摊位图', '2.收费表', '3.值班表', '云川市商务局', '2026年5月1日'];
    const answer = outline(
      '一、任务',
      '硬化地面，划定摊位。',
      ...list,
      '附件2',
      '每个摊位每天二元。',
      '附件3',
      '每天两人。',
    );
    expect(answer.parts.map(({ line, title }) => [line, title])).toEqual([
      [1, '云川市早市提升方案'],
      [9, '收费表'],
      [11, '值班表'],
    ]);
    expect(answer.attachments).toEqual(['摊位图', '收费表', '值班表']);
  });

  it('a list of organs above the only issuer is none of signatures', () => {
    const listed = ['云川大学', '云川市第一医院', '云川市供销合作总公司', '云川市菜市场协会'];
    const text = [
      '云川市商务局关于公布文明早市名单的通知',
      '各区商务局：',
      '现将名单公布如下：',
      ...listed,
      '云川市商务局',
      '2026年5月1日',
    ];
    expect(answerOutline('早市.txt', recogniseText(text.join('\n'))).signatures).toEqual(['云川市商务局']);
  });

  it('a title begins with all its issuers, on lines of their own', () => {
    const text = ['云川市商务局、云川市财政局', '关于提升早市的意见', '各区人民政府：', '一、总体要求'];
    expect(answerOutline('早市.txt', recogniseText(text.join('\n'))).title).toBe(text.slice(0, 2).join(''));
  });
});

it('a brief lead heads its text even among numbered sentences', () => {
  const items = [
    '（一）各区要在五月底以前完成辖区内全部早市摊位的登记造册工作；',
    '（二）完善管理制度。每处早市配两名管理员。',
    '（三）摊主应当亮证经营，不得占用人行道和消防通道。',
  ];
  expect(outline('一、任务', ...items, '二、保障').headings.map(({ text }) => text)).toEqual([
    '任务',
    '完善管理制度',
    '保障',
  ]);
});

describe('forms met in drafts', () => {
  it('several signatures on one line are several', () => {
    const text = [
      '关于提升早市的通知',
      '各区人民政府：',
      '请认真落实。',
      '云川市商务局  云川市财政局',
      '云川市城管局　云川市公安局',
      '2026年5月1日',
    ];
    expect(answerOutline('早市.txt', recogniseText(text.join('\n'))).signatures).toEqual([
      '云川市商务局',
      '云川市财政局',
      '云川市城管局',
      '云川市公安局',
    ]);
  });

  it('的通知 on a line of its own ends the title', () => {
    const text = [
      '云川市人民政府',
      '关于印发云川市早市提升方案',
      '的通知',
      '各区人民政府：',
      '现印发给你们。',
      '云川市早市提升方案',
      '一、任务',
    ];
    const answer = answerOutline('早市.txt', recogniseText(text.join('\n')));
    expect(answer.parts.map(({ title }) => title)).toEqual([text.slice(0, 3).join(''), '云川市早市提升方案']);
  });

  it('a unit note with a deadline among its units, and one without brackets in a paragraph of its own', () => {
    const { responsibilities } = outline(
      '一、任务',
      '1.硬化地面。分批施工。（市商务局牵头，市财政局配合，2026年12月底前完成）',
      '2.划定摊位。统一编号。',
      '由市城管局牵头，市商务局配合。',
    );
    expect(responsibilities.map(({ lead, support, deadline }) => [lead, support, deadline])).toEqual([
      [['市商务局'], ['市财政局'], '2026年12月底前'],
      [['市城管局'], ['市商务局'], null],
    ]);
  });

  it('the last few characters of a sentence broken by hand belong to it', () => {
    const broken = outline('一、任务', '1.加大支持。对改造合格的早市给予一次性奖励，最高可达', '五万元。');
    expect(broken.headings).toHaveLength(2);
    expect(broken.doubts).toEqual([]);
  });
});
