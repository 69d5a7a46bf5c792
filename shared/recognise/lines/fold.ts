/**
 * Traditional characters that occur in the words recognition looks for, each followed by its simplified form.
 * Only for matching: the document keeps the characters of its source.
 */
const simplified =
  '專专欄栏責责單单門门牽牵頭头導导總总體体標标務务畫划劃划規规實实施施見见綱纲計计動动關关於于發发號号領领組组織织執执' +
  '財财縣县區区黨党會会員员學学機机構构聯联醫医國国廳厅報报員员團团銀银監监園园鎮镇鄉乡檢检檔档則则條条節节編编' +
  '習习進进貫贯徹彻堅坚據据結结際际為为強强達达農农業业產产質质優优資资網网際际環环護护護护風风險险應应急急書书記记' +
  '請请現现給给認认真真經经議议過过審审轉转辦办聲声開开徵征詢询試试暫暂臨临時时細细題题類类發发佈布布布電电話话傳传' +
  '點点項项價价證证階阶段段創创廣广貴贵陽阳慶庆遼辽寧宁龍龙蘇苏長长灣湾門门內内東东馬马鄭郑濟济煙烟臺台雲云' +
  '完完備备專专業业協协調调負负責责級级屬属衛卫訊讯資资訊讯輔辅與与並并從从該该讓让這这進进遠远還还選选邊边連连運运達达' +
  '穩稳檢检驗验測测試试訂订設设許许論论說说講讲謝谢譯译讀读變变讓让貿贸費费賽赛贊赞購购賣卖質质軟软載载輕轻較较輸输' +
  '適适鄰邻釋释鐵铁錄录鏈链錢钱鋼钢閉闭問问間间際际隊队陸陆陽阳隨随險险難难雙双雜杂離离靈灵靜静響响頂顶順顺須须預预頒颁' +
  '願愿顯显飛飞飲饮館馆駐驻驅驱體体鬥斗魚鱼麗丽齊齐齡龄築筑節节範范篇篇簡简糧粮緊紧線线維维綜综緣缘縮缩績绩續续罰罚' +
  '義义習习聖圣職职腦脑膽胆興兴舉举舊旧藝艺蓋盖處处號号術术補补裝装製制複复覺觉觀观訓训託托貢贡貧贫貨货貫贯';

const punctuation: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
  '．': '.',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '【': '〔',
  '】': '〕',
  '〖': '〔',
  '〗': '〕',
  '﹝': '〔',
  '﹞': '〕',
  '―': '—',
  '─': '—',
  '━': '—',
  '–': '—',
  '－': '-',
  '‐': '-',
  '−': '-',
  '﹣': '-',
  '･': '·',
  '•': '·',
  '＜': '〈',
  '＞': '〉',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '\u200b': ' ',
  '\ufeff': ' ',
};

const table = new Map<string, string>(Object.entries(punctuation));
for (let at = 0; at < simplified.length; at += 2) {
  const [from, to] = [simplified.charAt(at), simplified.charAt(at + 1)];
  if (from !== to) table.set(from, to);
}
for (let digit = 0; digit < 10; digit += 1) table.set(String.fromCharCode(0xff10 + digit), String(digit));

const foldable = new RegExp(`[${[...table.keys()].map((key) => key.replace(/[\]\\^-]/g, '\\$&')).join('')}]`, 'g');

/**
 * A copy of a text for matching, of the same length: punctuation full width, digits half width, brackets of a
 * document number 〔〕, dashes —, traditional characters of the words we look for simplified.
 * Offsets found in the copy hold for the text itself.
 */
export const fold = (text: string): string => text.replace(foldable, (character) => table.get(character) ?? character);

/** What two spellings of one title have in common: folded, without spaces, quotes, brackets and stops. */
export const titleKey = (text: string): string => fold(text).replace(/[\s《》〈〉“”‘’"'（）〔〕，。、：；·—~～-]/g, '');
