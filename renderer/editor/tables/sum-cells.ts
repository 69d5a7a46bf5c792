/** A number as a table writes it: digits, perhaps with thousands separators, a decimal point, %. */
type Amount = Readonly<{ units: bigint; decimals: number; grouped: boolean; percent: boolean }>;

const amountPattern = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(%?)$/;

const readAmount = (text: string): Amount | null => {
  const match = amountPattern.exec(
    text
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/^[−－]/, '-'),
  );
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', percent = ''] = match;
  const units = BigInt(whole.replaceAll(',', '') + fraction);
  return {
    units: sign === '-' ? -units : units,
    decimals: fraction.length,
    grouped: whole.includes(','),
    percent: percent !== '',
  };
};

/** What stands for “no figure” in a table. */
const blank = /^[\s—–\-－─/／]*$/;

export type SumResult =
  | Readonly<{ kind: 'sum'; text: string }>
  | Readonly<{ kind: 'notNumber'; text: string }>
  | Readonly<{ kind: 'nothing' }>;

/** Adds up the texts of cells, exactly (no binary fractions), written as they write their numbers. */
export const sumCells = (texts: readonly string[]): SumResult => {
  const amounts: Amount[] = [];
  for (const text of texts) {
    if (blank.test(text)) continue;
    const amount = readAmount(text);
    if (!amount || amount.percent !== (amounts[0] ?? amount).percent) return { kind: 'notNumber', text: text.trim() };
    amounts.push(amount);
  }
  if (amounts.length === 0) return { kind: 'nothing' };
  const decimals = Math.max(...amounts.map((amount) => amount.decimals));
  const total = amounts.reduce((sum, { units, decimals: own }) => sum + units * 10n ** BigInt(decimals - own), 0n);
  const digits = String(total < 0n ? -total : total).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = amounts.some((amount) => amount.grouped) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const fraction = decimals > 0 ? `.${digits.slice(digits.length - decimals)}` : '';
  return { kind: 'sum', text: `${total < 0n ? '-' : ''}${grouped}${fraction}${amounts[0]!.percent ? '%' : ''}` };
};
