const titles = /《[^《》]*》|〔[^〔〕]*〕(?:\d+号)?/g;
/** The year that a change is measured from: 较2020年下降40%. */
const comparedYear = /(?<=(?<![占之])[较比])(?:(?:19|20)\d{2}|上|去)年(?:底|末|同期)?(?=[\u4e00-\u9fff]*?[\d翻])/g;
/** Things that a sum before them only describes. */
const things = '(?:企业|项目|园区|集群|平台|基地|产品|楼宇|产业|小镇)';
const sum = '\\d+(?:\\.\\d+)?(?=(?:万亿|[万亿千百]+)?(?:元|吨|亩)(?:及?以上|以下)?';
/**
 * Numbers that describe what is counted (4A级景区, 产值50亿元以上的企业, 超10亿元企业), not how much there is of it; a
 * speed or a power (120Gbps) is no such thing.
 */
const describing = new RegExp(
  [
    '\\d+(?:\\.\\d+)?(?=(?!(?:[KMGTkmgt]bps|[PTGM]B|[GMk][Ww]h?)(?![A-Za-z]))[A-Za-z])',
    `(?<=(?:产值|收入|营收|规模|投资|估值|纳税|销售额|交易额)(?:超过|超|达到|达|突破|在)?)\\d+(?:\\.\\d+)?(?=(?:(?:万亿|[万亿])?元?)(?:及?以上|以下)?的?[\\u4e00-\\u9fff]{0,20}?${things})`,
    `(?<=超过?|突破|[达在])${sum}的?[\\u4e00-\\u9fff]{0,4}?${things})`,
    // 20户以上自然村, 2737平方公里范围内, 节能65%设计标准: which ones, not how many.
    '\\d+(?=户(?:及?以上)的?(?:自然村|[村庄屯]))',
    '\\d+(?:\\.\\d+)?(?=平方(?:公里|千米|米)(?:的)?(?:范围|区域)内)',
    '\\d+(?=%(?:的)?(?:节能)?(?:设计)?标准)',
    `(?<=\\d(?:个|家|户|名)[^，。；\\d]{1,16})${sum}的[\\u4e00-\\u9fff]{2})`,
  ].join('|'),
  'g',
);

/** Who gets how much for what (奖励, 补助) promises nothing that is reached. */
const subsidies =
  /(?:给予|予以)[^。；]{0,40}(?:奖励|补助|补贴|资助|奖补|支持|减免)|(?:奖励|补助|补贴|资助|奖补)[^。；，由到达至]{0,8}\d/;

/** What says nothing of indicators is blotted out; the same length, so that offsets stay. */
export const maskNoise = (text: string): string =>
  text
    .replaceAll('％', '%')
    .replace(titles, (words) => '＊'.repeat(words.length))
    .replace(/[^。；]+/g, (words) => (subsidies.test(words) ? words.replace(/\d/g, '＃') : words))
    .replace(/“[^“”]{1,20}”/g, (words) => words.replace(/\d/g, '＃'))
    .replace(comparedYear, (words) => ' '.repeat(words.length))
    .replace(describing, (words) => '＃'.repeat(words.length));
