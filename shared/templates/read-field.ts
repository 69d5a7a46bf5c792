import type { PlaceholderKind } from '../document/text';

/** What was typed for one field: one entry an input (title and number, first and last year), else a single one. */
export type TypedField = readonly string[];

export type ReadField = Readonly<{
  /** As it is written into the text; empty while nothing, or nothing usable, was typed. */
  value: string;
  /** Why what was typed cannot be taken; null when it can. */
  problem: string | null;
}>;

type Asked = Readonly<{ kind: PlaceholderKind; measure?: string | undefined }>;

const empty: ReadField = { value: '', problem: null };
const good = (value: string): ReadField => ({ value, problem: null });
const bad = (problem: string): ReadField => ({ value: '', problem });

/** Full-width digits and signs as half-width ones. */
const narrow = (text: string): string =>
  text.replace(/[０-９．，－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim();

const yearOf = (text: string): string | null => /^((?:19|20|21)\d{2})年?$/.exec(narrow(text))?.[1] ?? null;

/** 2026-3-16, 2026.3.16, 2026/3/16, 20260316, 2026年3月16日 → 2026年3月16日; null for what is no day. */
const dayOf = (text: string): string | null => {
  const match =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})日?$/.exec(narrow(text)) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(narrow(text));
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? `${year}年${month}月${day}日` : null;
};

const titleOf = (text: string): string => `《${text.trim().replace(/^《|》$/g, '')}》`;

/** 云岭政发[2025]12 → 云岭政发〔2025〕12号 */
const numberOf = (text: string): string => {
  const plain = text
    .trim()
    .replace(/^[（(]|[）)]$/g, '')
    .replace(/[[［【(（〔](\d{4})[\]］】)）〕]/, '〔$1〕');
  return /\d$/.test(plain) ? `${plain}号` : plain;
};

/** Reads what was typed for a field, by its kind; the sentence of a problem says what to write. */
export const readField = ({ kind, measure }: Asked, typed: TypedField): ReadField => {
  const [first = '', second = ''] = typed.map((text) => text.trim());
  if (first === '' && second === '') return empty;
  switch (kind) {
    case 'year': {
      const year = yearOf(first);
      return year ? good(`${year}年`) : bad('请写四位年份，如 2030。');
    }
    case 'period': {
      const [from, to] = [yearOf(first), yearOf(second)];
      if (!from || !to) return bad('请写起止两个四位年份，如 2026 和 2030。');
      return Number(from) < Number(to) ? good(`${from}—${to}年`) : bad('截止年份应晚于起始年份。');
    }
    case 'date': {
      const day = dayOf(first);
      return day ? good(day) : bad('请写年、月、日，如 2026-3-16。');
    }
    case 'number': {
      const bare = measure && first.endsWith(measure) ? first.slice(0, -measure.length) : first;
      if (!/^\d+(?:,\d{3})*(?:\.\d+)?[%％]?$/.test(narrow(bare))) return bad('请写数字。');
      return good(`${narrow(bare)}${measure ?? ''}`);
    }
    case 'superior': {
      if (first === '') return bad('请先写文件名称，再写文号。');
      return good(second === '' ? titleOf(first) : `${titleOf(first)}（${numberOf(second)}）`);
    }
    default:
      return good(first);
  }
};
