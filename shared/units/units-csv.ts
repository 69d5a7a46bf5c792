import {
  pinyinOfUnit,
  type Unit,
  type UnitDictionary,
  unitDictionarySchema,
  unitKindNames,
  unitKinds,
} from './unit-dictionary';

const head = ['全称', '简称', '旧称', '类别', '拼音'] as const;
const between = '、';

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A cell that a table program would take for a formula is led by a sign it drops again. */
const harmless = (cell: string): string => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);

/** The dictionary as a table of comma-separated values (RFC 4180), with a byte order mark for Excel and WPS. */
export const writeUnitsCsv = (units: UnitDictionary): string => {
  const rows = units.map((unit) => [
    unit.name,
    unit.short,
    (unit.old ?? []).join(between),
    unitKindNames[unit.kind],
    unit.pinyin,
  ]);
  return `\u{feff}${[head, ...rows].map((row) => row.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n')}\r\n`;
};

/** Cells of comma-separated values; quotation marks may hold commas and line ends. */
const readCsv = (text: string): { cells: string[]; line: number }[] => {
  const rows: { cells: string[]; line: number }[] = [];
  let cells: string[] = [];
  let cell = '';
  let inQuotes = false;
  let line = 1;
  let start = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ cells, line: start });
    cells = [];
    cell = '';
  };
  const plain = text.replace(/^\u{feff}/u, '');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at]!;
    if (sign === '\n') line += 1;
    if (inQuotes) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else inQuotes = false;
    } else if (sign === '"' && cell === '') inQuotes = true;
    else if (sign === ',' || sign === '\t') {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      start = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
};

type ReadUnits = Readonly<{ units: UnitDictionary; problems: readonly string[] }>;

/** Longest list that is read; the rest of a larger file is nothing a dictionary has. */
const mostProblems = 5;

/**
 * Reads a table with the columns 全称、简称、旧称、类别、拼音 in any order; 旧称、类别 and 拼音 may be left out.
 * Problems name the line; with one, nothing of the table should be taken over.
 */
export const readUnitsCsv = (text: string): ReadUnits => {
  const [first, ...rows] = readCsv(text);
  const columns = new Map(first?.cells.map((cell, at) => [cell.trim(), at] as const));
  const missing = ['全称', '简称'].filter((name) => !columns.has(name));
  if (missing.length > 0) return { units: [], problems: [`第一行没有“${missing.join('”“')}”栏。`] };
  const problems: string[] = [];
  const lines = new Map<string, number>();
  const units = rows.flatMap(({ cells, line }): Unit[] => {
    const get = (name: (typeof head)[number]) =>
      (cells[columns.get(name) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    const [name, short, kindName] = [get('全称'), get('简称'), get('类别')];
    const kind = kindName === '' ? 'government' : unitKinds.find((one) => unitKindNames[one] === kindName);
    if (!kind)
      problems.push(`第${line}行：没有“${kindName}”这一类别，可写${Object.values(unitKindNames).join('、')}。`);
    const earlier = lines.get(short);
    if (earlier) problems.push(`第${line}行：简称“${short}”与第${earlier}行重复。`);
    lines.set(short, line);
    const old = get('旧称')
      .split(/[、，,;；\s]+/)
      .filter((one) => one !== '');
    const unit: Unit = {
      name,
      short,
      ...(old.length > 0 && { old }),
      kind: kind ?? 'general',
      pinyin: get('拼音').toLowerCase() || pinyinOfUnit(short),
    };
    const parsed = unitDictionarySchema.safeParse([unit]);
    if (parsed.success) return [unit];
    const [issue] = parsed.error.issues;
    const field = { name: '全称', short: '简称', old: '旧称', pinyin: '拼音' }[String(issue?.path[1])] ?? '内容';
    problems.push(`第${line}行：${field}不合要求（名称为2至40个字，拼音为小写字母、每字一个音节）。`);
    return [];
  });
  if (units.length === 0 && problems.length === 0) problems.push('表中没有单位。');
  const more = problems.length - mostProblems;
  return { units, problems: more > 0 ? [...problems.slice(0, mostProblems), `另有 ${more} 处。`] : problems };
};
