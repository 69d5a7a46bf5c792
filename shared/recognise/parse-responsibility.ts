import { fold } from './lines/fold';

/** Units and deadline of a unit note (责任单位), names as the source writes them. */
type ParsedResponsibility = { lead: string[]; support: string[]; deadline: string | null };

const leadLabel =
  '(?:主要)?(?:牵头|主办|责任|负责|承办|实施|落实|主责|主管|组织|推进)(?:单位|部门|处室|主体|科室|机构|市直部门|领导)(?:和单位)?';
const supportLabel = '(?:主要)?(?:配合|协办|协同|参与|参加|支持|协助|会办|联合)(?:单位|部门|处室|科室|机构)';
const deadlineLabel = '(?:完成|整改|实施|办结|落实)?(?:时限|时间|期限|时间节点|完成时间)';
/** 适用范围：… and other labels that name no unit end the list before them. */
const otherLabel = '(?<=[，；。])[\\u4e00-\\u9fff]{2,6}：';
const labelled = `(${leadLabel})(?:[：]|为)|(${supportLabel})(?:[：]|为)|(${deadlineLabel})[：]|${otherLabel}`;
const anyLabel = new RegExp(labelled);
const strictLead = /牵头|主办|主责/;

const unitEnd =
  /(?:局|委|办|厅|部|署|院|政府|管委会|公司|集团|中心|银行|支行|分行|海关|工会|联合会|协会|学会|商会|妇联|科协|残联|工商联|文联|侨联|社科联|供销社|党校|学校|学院|大学|高校|办公室|单位|部门|总队|支队|大队|队|处|科|总站|站|所|社|会|专班|小组|指挥部|企业|机构|委员会|区|市|县|县市|团省委|团市委|部队|武警|省直|市直|街道|乡镇|管局|盟|州|集聚区|园区|新区|开发区|高新区)$/;
const unitStart =
  /^(?:由|各|市|省|区|县|自治区|有关|相关|国家|国网|中国|人民银行|人行|团|财政|教育|科技|商务|公安|民政|发改|发展改革|工业和信息化|国务院|中央)/;

const outer = /^[（〔]([\s\S]*)[）〕][。；]?$/;

/** Splits at separators that stand outside brackets. */
const splitOutside = (text: string, folded: string, separators: RegExp): { text: string; folded: string }[] => {
  const parts: { text: string; folded: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= folded.length; at += 1) {
    const character = folded.charAt(at);
    if (/[（〔〈]/.test(character)) depth += 1;
    else if (/[）〕〉]/.test(character)) depth = Math.max(0, depth - 1);
    if (at === folded.length || (depth === 0 && separators.test(character))) {
      parts.push({ text: text.slice(start, at), folded: folded.slice(start, at) });
      start = at + 1;
    }
  }
  return parts;
};

const trimUnit = (text: string): string => {
  const folded = fold(text);
  const start = /^(?:\s|由|及|和|以及|会同)*/.exec(folded)![0].length;
  const end = folded.search(
    /(?:等(?:相关|有关|市直|市级|省级)?(?:部门|单位)?)?(?:按照?(?:各自)?职责(?:分工|任务)?)?(?:分别)?(?:共同)?(?:牵头)?(?:负责|落实|配合|实施|参与|推进|牵头)?[。；\s]*$/,
  );
  return text.slice(start, end < start ? undefined : end).trim();
};

/** 列第一位者为牵头单位，下同: a remark behind the units that the first of them leads. */
const orderRemark = /[，。；](?:(?:列|排)(?:在)?(?:第一位|首位|前)[^，。；]*牵头[^，。；]*)?(?:[，。；]?下同)?$/;

const units = (text: string): string[] =>
  splitOutside(text, fold(text), /[、，；。\s]/)
    .map((part) => trimUnit(part.text))
    .filter((name) => name.length > 1 && !/^(?:按|下同|列首位|列第一位|以下|持续|长期|不再)/.test(fold(name)));

const dateText = /(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底|末)?(?:之?前|完成)?|长期坚持|长期|持续推进|持续)/;

const deadlineOnly =
  /^(?:持续推进|长期坚持|长期|持续)$|^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底|末)?(?:之?前)?(?:完成|落实|办结)$/;

const looksLikeUnit = (folded: string): boolean => {
  const name = trimUnit(folded).replace(/（[^（）]*）|〔[^〔〕]*〕/g, '');
  return name.length >= 2 && name.length <= 32 && unitEnd.test(name) && !/[的了是在]|以上|以下/.test(name);
};

/** Whether the inside of brackets (folded) is a list of units or says who leads, supports or is responsible. */
export const isUnitNote = (inner: string): boolean => {
  const folded = inner.replace(orderRemark, '');
  if (folded.length < 3 || folded.length > 600 || /简称|^含|^不含|^详见|^见附件/.test(folded.slice(0, 40)))
    return false;
  if (new RegExp(`^(?:由)?(?:${leadLabel}|${supportLabel}|${deadlineLabel})[：]`).test(folded)) return true;
  // 2026年底前完成 beside the units is their deadline.
  const names = splitOutside(folded, folded, /[、，；]/)
    .map((part) => part.folded)
    .filter((name, _, all) => all.length === 1 || !deadlineOnly.test(name));
  const known = names.filter(looksLikeUnit).length;
  if (/(?:牵头|负责|配合|按职责分工落实|组织实施|参与)[。；]?$/.test(folded))
    return known > 0 && known >= names.length * 0.5;
  if (names.length === 1) return unitStart.test(folded) && looksLikeUnit(folded) && folded.length >= 3;
  return known >= names.length * 0.75 && names.some((name) => unitStart.test(name));
};

const parseLabelled = (text: string, folded: string): ParsedResponsibility => {
  const found: { kind: 'lead' | 'support' | 'deadline' | 'other'; strict: boolean; from: number; to: number }[] = [];
  for (const match of folded.matchAll(new RegExp(labelled, 'g'))) {
    const kind = match[1] ? 'lead' : match[2] ? 'support' : match[3] ? 'deadline' : 'other';
    const strict = match[1] !== undefined && strictLead.test(match[1]);
    const previous = found.at(-1);
    if (previous) previous.to = match.index;
    found.push({ kind, strict, from: match.index + match[0].length, to: folded.length });
  }
  // 牵头单位：…，责任单位：… – beside a leading unit the responsible ones support it.
  const hasStrict = found.some((part) => part.strict);
  const parsed: ParsedResponsibility = { lead: [], support: [], deadline: null };
  for (const { kind, strict, from, to } of found) {
    if (kind === 'other') continue;
    const value = text
      .slice(from, to)
      .replace(/^[\s（(]+|[\s，,；;。）)（(]+$/g, (edge) =>
        /[)）]/.test(edge) ? edge.replace(/[\s，,；;。]/g, '') : '',
      );
    if (kind === 'deadline') parsed.deadline = value;
    else if (kind === 'lead' && (strict || !hasStrict)) parsed.lead.push(...units(value));
    else parsed.support.push(...units(value));
  }
  return parsed;
};

const parseProse = (text: string, folded: string): ParsedResponsibility => {
  const lead = /牵头(?:负责|落实|组织|实施|推进|会同)?/.exec(folded);
  if (!lead) return { lead: units(text), support: [], deadline: null };
  return {
    lead: units(text.slice(0, lead.index)),
    support: units(text.slice(lead.index + lead[0].length)),
    deadline: null,
  };
};

/**
 * Reads a unit note in any of its usual forms: （责任单位：市×局、市×委）, （牵头单位：…；配合单位：…）,
 * （市×局牵头，市×委配合）, （市×局、市×委等按职责分工负责）, a bare list of units, with or without brackets.
 * Beside 牵头单位 the 责任单位 count as support.
 * @returns null when the text is not a unit note.
 */
export const parseResponsibility = (text: string): ParsedResponsibility | null => {
  const folded = fold(text.trim());
  const inner = outer.exec(folded);
  const start = inner ? 1 : 0;
  const body = text.trim().slice(start, inner ? start + inner[1]!.length : undefined);
  // Two notes behind each other, （牵头单位：…）（配合单位：…）, read as one.
  const plain = body.replace(/[）)]\s*[（(](?=[^（()）]*[：:])/g, '；');
  const foldedPlain = fold(plain);
  if (!isUnitNote(foldedPlain) && !isUnitNote(foldedPlain.replace(/[。；]$/, ''))) return null;
  const remark = orderRemark.exec(foldedPlain);
  const said = plain.slice(0, remark?.index);
  const saidFolded = foldedPlain.slice(0, remark?.index);
  const parsed = anyLabel.test(saidFolded) ? parseLabelled(said, saidFolded) : parseProse(said, saidFolded);
  if (remark?.[0].includes('牵头')) parsed.support.unshift(...parsed.lead.splice(1));
  const deadline = parsed.deadline ?? dateText.exec(foldedPlain)?.[0] ?? null;
  const isName = (name: string): boolean => !dateText.test(name) || unitEnd.test(name);
  return { lead: parsed.lead.filter(isName), support: parsed.support.filter(isName), deadline };
};
