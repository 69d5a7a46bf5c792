/** What a single line is, judged by itself. Every function takes a folded, trimmed text. */

const genreEnding =
  '(?:通知|意见|规划|纲要|计划|方案|措施|政策|办法|规定|细则|条例|要点|安排|批复|公告|通告|通报|公报|决定|决议|声明|报告|函|请示|名单|清单|指标|项目|一览表|分工表|目录|规范|指引|指南|标准|章程|预案|规则|倡议书|宣言|讲话|纪要|说明|解读|制度|答复|倡议|名录|导则)';
const titleTail =
  '(?:（[^（）]*(?:\\d{4}|试行|征求|暂行|修订|修改|草案|讨论|送审|年|版|稿)[^（）]*）|〔[^〔〕]*〕)*(?:的(?:通知|通告|公告|函))?';
const titleEnding = new RegExp(`${genreEnding}[》”]?${titleTail}$`);
const sentence = /[。；！？|]|，.*，.*，/;

const spaced = /^(?:[\u4e00-\u9fff] +){2,}[\u4e00-\u9fff]$/;
/** Words that are spread over a line with spaces (实 施 意 见) without them; others as they are. */
const drawnTogether = (folded: string): string => (spaced.test(folded) ? folded.replace(/ /g, '') : folded);

/** A line that can be the last line of a title: ends with the word for a kind of document. */
export const endsLikeTitle = (folded: string): boolean =>
  folded.length >= 4 && folded.length <= 110 && !sentence.test(folded) && titleEnding.test(drawnTogether(folded));

/** A line that can be an earlier line of a title broken over several lines. */
export const canBeTitleLine = (folded: string): boolean =>
  folded.length >= 2 &&
  folded.length <= 50 &&
  !/[。；：！？|，]/.test(folded) &&
  !/\d{3,4}-\d{3,}|^[·\d]/.test(folded) &&
  /^[\u4e00-\u9fff“”‘’《》〈〉（）〔〕、\dA-Za-z +—-]+$/.test(folded);

const numberBody =
  '[\\u4e00-\\u9fff]{1,14}(?: ?[〔（〈](?:\\d{4}|[一二][一二三四五六七八九〇○零]{3})[〕）〉]| ?\\d{4}) ?(?:第 ?)?\\d{1,5} ?号';
const documentNumber = new RegExp(`^[（〔]?(${numberBody})[）〕]?$`);

/** 发文字号 alone on a line, with or without brackets around it; gives the offsets of the number proper. */
export const readDocumentNumber = (folded: string): Readonly<{ start: number; end: number }> | null => {
  const match = documentNumber.exec(folded);
  if (!match || /^第/.test(match[1]!)) return null;
  const start = folded.indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
};

/** A document number somewhere in a metadata line. */
export const findDocumentNumber = (folded: string): Readonly<{ start: number; end: number }> | null => {
  const match = /[\u4e00-\u9fff]{2,8}〔\d{4}〕\d{1,5}号/.exec(folded);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
};

const date =
  /^（?(?:\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2}(?: ?[日号]|$)|[一二][一二三四五六七八九〇○零OoＯ0]{3} ?年 ?[一二三四五六七八九十〇元]{1,3} ?月 ?[一二三四五六七八九十廿卅〇○]{1,3} ?日)）?$/;

/** 成文日期 alone on a line, in digits or Chinese numerals; in digits also where 日 was cut off. */
export const isDateLine = (folded: string): boolean => folded.length <= 20 && date.test(folded);

const organEnd =
  /(?:政府|办公厅|办公室|委员会|管委会|领导小组|局|厅|委|部|院|办|司|署|行|处|会|中心|集团|公司|联盟|党组|总队|支队|海关|党委|协会|联合会|银行|分行|支行|学校|大学|学院|指挥部|国务院|专班|联席会议)(?:（(?:代|章|盖章|印章|公章|代章)）)?$/;

/** An organ's name alone, as it stands in a signature. */
export const isOrganName = (folded: string): boolean => {
  const name = drawnTogether(folded);
  return name.length >= 3 && name.length <= 36 && !/[。；：！？，、|《》]|^\d/.test(name) && organEnd.test(name);
};

const notRecipients =
  /(?:如下|目标|附件|任务|要求|包括|以下|意见|方案|事项|计划|项目|内容|联系人|电话|地址|分别为|分别是|小组|司|组长|单位名称)(?:）)?：$/;
const organTail =
  /(?:政府|委|办|局|厅|单位|部门|企业|机构|公司|处|院|学校|会|部|开发区|区|市|县|人员|高校|集团|中心|同志|所|队|站|室|科|镇|乡|街道|办公厅|党委|党组|直属机构|分行|行)(?:[ ）”]|等)*：$/;
/** Every recipient is called by 各, 有关 or 相关: whatever the last one is called. */
const eachOfThem = /(?:^|[，、])(?:各|有关|相关)[\u4e00-\u9fff（）、]{1,16}：$/;

/** 主送机关: a line that names recipients and ends with a colon. */
export const isSalutation = (folded: string): boolean =>
  folded.length >= 4 &&
  folded.length <= 400 &&
  folded.endsWith('：') &&
  !/[。；！|]/.test(folded) &&
  !notRecipients.test(folded) &&
  (/^(?:各|市|省|区|县|有关|相关|全市|全省|委|局|厅|驻|国务院|中共|机关)/.test(folded) ||
    /^[\u4e00-\u9fff]{1,8}(?:省|市|自治区|县|区|州|盟)[、，]/.test(folded) ||
    /^(?:[\u4e00-\u9fff]{2,4}、){2,}.*人民政府：$/.test(folded) ||
    /^[\u4e00-\u9fff]{2,30}主管(?:部门|单位)：$/.test(folded) ||
    /^[\u4e00-\u9fff]{2,20}(?:人民政府|委员会|局|厅|办公室|管委会|公司|委|部|院|办)(?:：|，|、)/.test(folded)) &&
  (organTail.test(folded) || (eachOfThem.test(folded) && !/[要应须得将]|做好|工作：/.test(folded)));

const webWords =
  /(?:二维码|扫一扫|扫码|关注我们|微信|微博|咨询热线|在线咨询|客服|服务热线|版权所有|ICP备|公网安备|网站地图|网站标识|技术支持|精确检索|开始检索|返回顶部|上一篇|下一篇|上一条|下一条|相关链接|相关阅读|相关解读|责任编辑|浏览次数|阅读次数|点击数|访问量|分享到|打印本页|关闭窗口|字体：|字号：|【字体|客户评分|政策价格|政策编号|政策状态|加盟电话|https?：|www\.)/;
const webLine =
  /^(?:顶部|首页|打印|关闭|返回|收藏|分享|更多|登录|注册|搜索|下载|视力保护色：?|当前位置.*|您现在的位置.*|(?:文件|档案|正文|信息)(?:全文|正文|发布|内容)|索引号.*|主题分类.*|发布机构.*|发布(?:日期|部门|文号|单位).*|\d{4}年\d{1,2}月\d{1,2}日 ?\d{1,2}：\d{2}(?:：\d{2})?|检索(?:时间|关键词)：.*|原文链接：.*|成文日期：.*|发文字号：.*|文号：.*|发文机关：.*|公开方式.*|公文时效.*|有效性.*|关键词.*|主题词.*|信息来源.*|来源：.*|稿源：.*|作者：.*|时间：\d{4}.*|发布时间.*|浏览.*|摘要：.*|类型：.*)$/;
const footer = /^(?:主办|承办|主管)(?:单位|方)?：.*(?:地址|邮编|电话|备案|维护|承办)/;

/** A line that the web page added: navigation, hot lines, hints to scan a code, page footers. */
export const isWebLine = (folded: string): boolean =>
  folded.length <= 160 &&
  (webLine.test(folded.replace(/^\*\*(.{2,8})\*\*(?=：)/, '$1').replace(/^· */, '')) ||
    /^· *(?:\d{4}年\d{1,2}月\d{1,2}日|分享到?)$/.test(folded) ||
    footer.test(folded) ||
    (folded.length <= 80 && webWords.test(folded)));

/** The number of a page that was copied along with the text: — 1 —, 第1页 共4页. */
export const isPageNumber = (folded: string): boolean =>
  /^[—-]{1,2} ?\d{1,3} ?[—-]{1,2}$|^第 ?\d{1,3} ?页(?:[ ，/]{0,3}共 ?\d{1,3} ?页)?$/.test(folded);

/** A row of a flattened metadata table: pipes and nothing of a sentence. */
export const isPipeLine = (folded: string): boolean => /^[|｜]|[|｜]$/.test(folded) || /[|｜].*[|｜]/.test(folded);

const attachmentNumber = '(?: ?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}))?';
const attachmentLabel = new RegExp(`^附件${attachmentNumber} ?[：.、]?$`);

/** 附件 or 附件N alone: the first line of an attachment. */
export const isAttachmentLabel = (folded: string): boolean => attachmentLabel.test(folded);

/** 附件： with the first title behind it, or 附件1 with its title on the same line; length of what precedes the title. */
export const readAttachmentItem = (folded: string): Readonly<{ label: string; length: number }> | null => {
  const match = new RegExp(
    `^(附件${attachmentNumber})(?: ?[：] ?| +|\\. ?|、|(?=[《\\u4e00-\\u9fff]))(?:1 ?[.、．] ?)?`,
  ).exec(folded);
  if (!match || match[0].length === folded.length || /[。；]/.test(folded) || folded.length > 100) return null;
  if (/^附件(?:中|所|的|要|为|是|内|由|和|及|与|材料|一并)/.test(folded)) return null;
  return { label: match[1]!, length: match[0].length };
};

/** 附注 such as （此件公开发布）. */
export const isNoteLine = (folded: string): boolean =>
  /^（(?:此件|本件|联系人|公开|主动公开|依申请|本文有删减|不公开|信息公开)[^（）]{0,60}）$/.test(folded);

/** 前言, 附则 and their like, which head a text without a number. */
export const isPrefaceHeading = (folded: string): boolean =>
  /^(?:前 ?言|序 ?言|引 ?言|附 ?则|结 ?语|结束语)$/.test(folded);
