/** What is wrong where many findings of one rule say different things, in the words of who reads a draft. */
const titles: Readonly<Record<string, string>> = {
  'completeness/placeholder-left': '模板中还有没填的内容',
  'completeness/empty-heading': '标题没有文字，或标题下没有内容',
  'completeness/elements-missing': '主送机关、署名、成文日期没有写全',
  'completeness/unfinished-text': '还留有“待补”“××”一类的空',
  'completeness/attachment-empty': '附件只有标题，没有内容',
  'consistency/source-number': '编号不连续',
  'consistency/quoted-numbers': '同一份文件引用的文号前后不一致',
  'consistency/number-without-hao': '引用的文号末尾缺“号”',
  'consistency/sibling-stops': '同一层次的标题末尾标点不一致',
  'consistency/reference-broken': '引用的条款找不到了',
  'form/date-impossible': '写出的日期不存在',
  'form/document-number': '发文字号写法不规范',
  'form/half-width': '中文里用了半角标点',
  'form/repeated-punctuation': '标点重复',
  'form/straight-quotes': '中文里用了直引号',
  'form/title-stop': '标题末尾有标点',
  'form/unpaired-marks': '引号、书名号、括号不成对',
  'form/year-range': '起止年份之间的连接号不规范',
  'wording/others': '“其他”写作了“其它”',
  'wording/until': '“截至”写作了“截止”',
};

/** Heads a group of findings; a rule without words of its own is headed by what it asks for. */
export const groupTitle = (rule: string, asked: string): string => titles[rule] ?? (asked && `要求：${asked}`);
