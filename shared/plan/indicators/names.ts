/** Verbs that stand before what they count or bring about (建成养老站点), longest first. */
const verbs = [
  '新改扩建 新改建 改扩建 新开通 新开工 新认定 创建成 建设成 培育出 培育形成 累计建成 累计培育 累计完成 力争实现 努力实现',
  '新增 新建 改建 扩建 建设 建成 建立 创建 创成 培育 培养 培训 打造 引进 引育 招引 招聘 招录 招募 选派 选聘 选树 遴选 评选 认定 命名',
  '完成 改造 整治 治理 修复 实施 推进 开展 开工 竣工 举办 组织 承办 制定 修订 出台 推出 发布 形成 扶持 支持 帮扶 惠及 吸引 集聚 聚集 拥有',
  '配备 配置 设立 设置 布局 新设 增设 开通 开辟 开行 新开 种植 栽植 新造 收储 筹集 发放 投放 投入 打通 疏浚 清理 淘汰 关停 关闭 退出 拆除',
  '更新 更换 安装 购置 采购 转移 转化 登记 孵化 签约 策划 谋划 争取 落实 安排 带动 促进 解决 化解 处置 办结 汇聚 接入 推广 补助 资助 奖励',
  '招商引进 招引 争创 申报 承担 主导 列入 入选 通过 洽谈 对接 签约 落地 谋划 储备 策划 丰富 推进 导入 征集 编制 编写 出版 实现 获得 取得 达到 力争 确保 争取 努力 每年 逐年 全年 累计 至少 大力 积极 进一步 继续 同时 同步',
  '新 再 各类 各级 各 均 已 要 将 可 并 和 为 把 对 使 让 到 其中 其 且 并且 以及 及 与 共 获 全力 着力 加快 推动 稳步 成为 保持 控制',
  '全市 全省 全区 全县 本市 我市 我省 我区 我县 年底前 年底 底前 年末 前 末 底 期间 左右 以上 的 了 每',
]
  .flatMap((line) => line.split(' '))
  .toSorted((a, b) => b.length - a.length)
  .join('|');

// 保障性住房, 新能源, 达标率, 每万人: there the word is part of the name.
const verbOfTwo = verbs
  .split('|')
  .filter((verb) => verb.length > 1 && !/[全各本我]|年|左右|以上/.test(verb))
  .join('|');
const doing = new RegExp(`(?:${verbOfTwo}|培育出)$`);
/** Words that only lead up to the name; 基本医疗保险 is a name, 建成区 as well. */
const leading = new RegExp(
  `^(?:(?:\\d|[一二两三四五])年(?:内|之内)?(?=${verbOfTwo})|(?:基本|初步|全面|高质量|高标准|高水平|高效)(?=${verbOfTwo})|(?!建成区(?!域))(?:${verbOfTwo})(?![性率度化型力员标级量额时])|(?!每[万千百亿]?(?:名|人|户|亩|平方|所|个))(?:${verbs})(?![性率度化型力员标级量额能材兴生农时]))+(?=[\\u4e00-\\u9fffA-Za-z“（＃\\d])`,
);
const deed = new RegExp(`、(?=(?:${verbOfTwo})(?![性率度化型力员标级量额能材兴生农时]))`);
const begins = new RegExp(`^(?:${verbOfTwo}|招商|数字化|信息化|智能化|覆盖|应用|全)`);
const onlyVerbs = new RegExp(`^(?:${verbs})+$`);
const trailing =
  /(?:(?<![人户地平年])均|(?:[较比]\s*)?(?:实现)?翻[一两二]?番|首次|分别|总数|累计|合计|总计|共|约|近|各|年均|每年|力争|确保|的|了|由|从|(?<!占)比|较|在|达|到|要|将|应|超过|不少于|不低于|突破|逾|超|平均每年|，|：|、|“|（)+$/;

/** Longer ones are sentences. */
const longest = 40;

/** What an indicator is called, without the verbs before it and the hedges behind it. */
export const cleanName = (words: string): string => {
  let name = words.trim();
  for (let before = ''; before !== name; ) {
    before = name;
    name = name
      .replace(/^[）”＊、，：\s]+/, '')
      .replace(/^([^“]*)”$/, '$1')
      .replace(trailing, '')
      .replace(leading, '');
  }
  // 实现一证通办、…的全县政务服务事项: what stands before the last 的 only says what they are like.
  const behind = name.slice(name.lastIndexOf('的') + 1);
  return name.length > longest && behind.length >= 4 && behind.length < name.length ? cleanName(behind) : name;
};

/** Whether words only lead up to what is counted: 各部门谋划建设|3个重点应用. */
export const endsWithVerb = (words: string): boolean => doing.test(words);

const whole = new RegExp(
  `^(?:(?<all>全[\\u4e00-\\u9fff]{2})|(?:实现|完成|(?<verb>(?:${verbOfTwo})(?:到)?|纳入|接入|通过|在))(?<what>[^，。；：！？＊\\d]{2,24}?))(?=[，。；：！？、]|$)`,
);
/** What becomes of all of them behind 100%: 实现网上办理, 接入平台, 全覆盖; null where nothing does. */
export const wholeDeed = (behind: string): Readonly<{ words: string; length: number }> | null => {
  const found = whole.exec(behind);
  if (!found) return null;
  const { all, verb = '', what = '' } = found.groups!;
  return { words: all ?? `${verb}${what}`, length: found[0].length };
};

/** Whether words say what is done with things: 培育和招商. */
export const beginsWithVerb = (words: string): boolean => begins.test(words);

/** Words up to where a list goes on with what else is done: 园区、|打造品牌. */
export const withoutDeeds = (words: string): string => words.split(deed)[0]!;

/** What is counted, without what is done with it at its end. */
export const cleanNoun = (noun: string): string =>
  noun
    .replace(/^(?:以上|左右|(?:规模|总额|面积)的|的|“)+/, '')
    .replace(/(?<=.{2})(?:建设)?[并且].*$/, '')
    .replace(/(?<=.{3})(?:建设|改造|培育|建设任务|任务|工作)?[”]?$/, '');

const vague =
  /^(?:重点|主要|优先|全面|其中|分别|总数|总量|比例|比重|总额|数量|增速|规模|人均|平均|近|约|后|个|家|项|前列|完成率|面积|能力|水平|以来|时间|排名|列|居|位居|同比|其余|另有|余|多|等|高质量|高标准|高水平|[一-龥])?$/;

/** What has a value without a unit: an index, a score. */
export const isScore = (name: string): boolean =>
  /(?:指[数數]|满意度|滿意度|率|分数|得分|评分|系数|强度|占比|比)$/.test(name);

/** Terms of a subsidy, a tax, a fee or an article: how much of something somebody gets is no aim. */
const terms =
  /按照|给予|予以|奖励|补助|补贴|扣除|收费|费率|原则上|最高|^年满|^第.{1,4}条|方面$|每月|^可对|实收资本|以下的/;

/** Whether words can name an indicator: some Chinese or a Latin word, and not only a measure. */
export const isName = (name: string): boolean =>
  name.length <= longest &&
  /[\u4e00-\u9fff]{2}|[A-Za-z]{2,}/.test(name) &&
  !vague.test(name) &&
  !terms.test(name) &&
  !onlyVerbs.test(name) &&
  !/^位居|^[（/／]|^[自按].*[起照]|第$|＊|(?:、.*){4}/.test(name);

/** 甲、乙和丙 as three names; brackets stay whole. */
export const splitNames = (words: string): string[] => {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, sign] of [...words].entries()) {
    if (/[（“]/.test(sign)) depth += 1;
    else if (/[）”]/.test(sign)) depth = Math.max(0, depth - 1);
    else if (sign === '、' && depth === 0) {
      names.push(words.slice(start, at));
      start = at + 1;
    }
  }
  return [...names, words.slice(start)];
};
