import type { DocumentFunction } from '../../../functions/types';

/** The functions as rule ids spell them. */
export const functionIds: Readonly<Record<DocumentFunction, string>> = {
  guidingIdeology: 'guiding-ideology',
  goals: 'goals',
  tasks: 'tasks',
  safeguards: 'safeguards',
};

const opening = `云川市人民政府关于推进标准化工作的实施意见
各县人民政府，云川高新区，市直各单位：
现就推进标准化工作提出如下实施意见。`;

type Section = Readonly<{ full: string; thin: string }>;

const sections: Readonly<Record<DocumentFunction, Section>> = {
  guidingIdeology: {
    full: '指导思想。以标准化法和全省标准化发展部署为遵循，坚持需求导向、企业主体、开放共享，围绕电机和茶叶两个产业建立先进适用的标准体系，为云川制造提升竞争力提供支撑。',
    thin: '指导思想。坚持需求导向，推进标准化。',
  },
  goals: {
    full: '主要目标。到2028年，制定电机地方标准12项，参与制定国家标准5项，标准实施率由2025年的81%提高到90%。',
    thin: '主要目标。标准体系更加完善，标准水平明显提升。',
  },
  tasks: {
    full: `重点任务
（一）建立电机标准体系。市市场监管局会同市工业和信息化局梳理电机产业链标准需求，编制标准体系表，2026年底前发布首批团体标准，引导骨干企业对标国际先进水平改进产品设计。（责任单位：市电机产业办、市市场监管局）
（二）推广茶叶种植标准。在东山、南河两县建设标准化茶园6万亩，编写种植和加工操作手册，每年培训茶农5000人次，把标准要求落实到采摘、制作和储运各个环节。（责任单位：市茶叶产业中心）
（三）开放标准信息服务。建设全市标准信息平台，向企业免费提供国内外标准查询和比对服务，2027年平台用户达到8000家，形成需求征集、标准研制、实施反馈的闭环。（责任单位：市数据局、市市场监管局）`,
    thin: `重点任务
（一）建立标准体系。
（二）推广先进标准。`,
  },
  safeguards: {
    full: `保障措施
（一）明确组织分工。市标准化工作领导小组统筹推进各项任务，办公室设在市市场监管局，每季度召开一次联络员会议，协调解决跨部门、跨区域的问题，重大事项报市政府研究决定。
（二）强化资金支持。市财政每年安排标准化专项资金800万元，对主导制定国家标准的企业给予奖补，资金使用情况由市财政局会同市审计局开展绩效评价，结果向社会公布。
（三）做好宣传培训。利用世界标准日等时点开展进企业、进学校、进社区活动，每年培训标准化专员300名，及时总结推广基层的好做法。`,
    thin: `保障措施
（一）加强领导。各部门要重视标准化工作。`,
  },
};

const numerals = ['一', '二', '三', '四'] as const;

/** A whole document from sections, the first two under 总体要求. */
const compose = (text: (name: DocumentFunction) => string | null, turned = false): string => {
  const general = [text('guidingIdeology'), text('goals')].filter((section) => section !== null);
  const chapters = [
    ...(general.length > 0
      ? [['总体要求', ...general.map((section, at) => `（${numerals[at]}）${section}`)].join('\n')]
      : []),
    text('tasks'),
    text('safeguards'),
  ].filter((chapter) => chapter !== null);
  if (turned) chapters.reverse();
  return [
    opening,
    ...chapters.map((chapter, at) => `${numerals[at]}、${chapter}`),
    '云川市人民政府',
    '2026年3月16日',
  ].join('\n');
};

/** Example documents of the checks on the four functions. */
export const functionExamples = {
  complete: compose((name) => sections[name].full),
  turned: compose((name) => sections[name].full, true),
  without: (missing: DocumentFunction): string => compose((name) => (name === missing ? null : sections[name].full)),
  thin: (thin: DocumentFunction): string =>
    compose((name) => (name === thin ? sections[name].thin : sections[name].full)),
};
