import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { superiorSchema } from '../../../shared/document/superior';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { standardOptions } from '../../../shared/export/export-options';
import { writeXlsx } from '../../../shared/export/xlsx/write-xlsx';
import { compareWithSuperiors } from '../../../shared/plan/against/compare-superior';
import { readSuperior } from '../../../shared/plan/against/read-superior';
import { askedOf, statusOf } from '../../../shared/plan/against/superior-documents';
import { makePlanFile } from '../../../shared/plan/make-plan-file';
import { deadlineMonth } from '../../../shared/plan/tasks/deadline-month';
import { leaveOneOut, measurePairs } from '../../plan/measure-pairs';
import { hasShared, whySkipped } from '../../recognition/labels';
import { cityLines, provinceLines, readLines } from './plan-texts';

const { ours, document } = readLines(cityLines);
const superior = await readSuperior(readLines(provinceLines).document);
const told = (superiors = [superior], answers = ours): string[] =>
  compareWithSuperiors(superiors, answers).map(
    (row) => `${askedOf(row)}｜${row.answers.map(({ text }) => text).join('、')}｜${statusOf(row)}`,
  );

describe('a superior document beside this one', () => {
  it('is read as what it asks for, and can be stored', () => {
    expect(superiorSchema.safeParse(superior).success).toBe(true);
    expect(superior.items.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'indicator 助餐点覆盖率',
      'indicator 护理型床位占比',
      'indicator 家属投诉率',
      'indicator 社区养老站点',
      'indicator 护理员持证率',
      'task 发展社区助餐',
      'task 壮大护理队伍',
      'task 发展银发旅居',
    ]);
  });

  it('in traditional characters is read in simplified ones', async () => {
    const { items, title } = await readSuperior(
      readLines([
        '東南省養老服務提升實施方案',
        '一、主要任務',
        '（一）發展社區助餐。辦好老年食堂，推廣社區配送，對困難老人給予優惠。',
        '（二）壯大護理隊伍。開展護理員職業技能培訓，健全持證上崗制度。',
        '二、保障措施',
        '（一）加強組織領導。建立聯席會議制度。',
      ]).document,
    );
    expect(title).toBe('东南省养老服务提升实施方案');
    expect(items.map(({ text }) => text)).toEqual(['发展社区助餐', '壮大护理队伍']);
  });

  it('each value is equal, below or above what is asked, or missing; an amount of the whole region is left to the person', () => {
    expect(told().slice(0, 5)).toEqual([
      '助餐点覆盖率85%（2028年）｜助餐点覆盖率80%（2028年）｜未达上级',
      '护理型床位占比60%（2028年）｜护理型床位占比60%（2028年）｜与上级一致',
      '家属投诉率≤2%（2028年）｜家属投诉率≤1%（2028年）｜优于上级',
      '社区养老站点5000个（2028年）｜社区养老站点120个（2028年）｜总量，核对分解数',
      '护理员持证率90%（2028年）｜｜未见对应',
    ]);
  });

  it('each task has those that answer it, later ones are said, and nothing where nothing does', () => {
    const [food, nurses, travel] = told().slice(5);
    expect(food).toMatch(/^发展社区助餐（2026年底前）｜办好老年食堂｜(?:已|部分)贯彻，晚于上级时限$/);
    expect(nurses).toMatch(/^壮大护理队伍（2027年6月底前）｜培训护理员｜(?:已|部分)贯彻$/);
    expect(travel).toBe('发展银发旅居｜｜未见对应');
  });

  it('says why it takes one for the other', () => {
    const rows = compareWithSuperiors([superior], ours);
    expect(rows[5]!.shared.join()).toContain('中央厨房加社区配送');
  });

  it('what a person has decided holds, and falls away with its answer', () => {
    const at = superior.items.findIndex(({ text }) => text === '发展银发旅居');
    const other = ours.tasks.find(({ text }) => text === '推进适老化改造')!;
    const decide = (decision: object) => [{ ...superior, decisions: [{ item: at, ours: null, ...decision }] }];
    expect(told(decide({ ours: other.blockId, partly: true }))[at]).toBe(
      '发展银发旅居｜推进适老化改造｜部分贯彻，人工确认',
    );
    const food = superior.items.findIndex(({ text }) => text === '发展社区助餐');
    expect(told([{ ...superior, decisions: [{ item: food, ours: null }] }])[food]).toBe(
      '发展社区助餐（2026年底前）｜｜未见对应，人工确认',
    );
    expect(told(decide({ ours: 'gone-block' }))[at]).toBe('发展银发旅居｜｜未见对应');
  });

  it('is written as a Word file with a chapter for each, and as a workbook', async () => {
    const answered = { ...document, meta: { ...document.meta, superiors: [superior] } };
    const docx = makePlanFile(answered, 'superior-docx');
    const sheet = makePlanFile(answered, 'superior-xlsx');
    if (!('parts' in docx) || 'parts' in sheet) throw new Error('one of each');
    const word = strFromU8(unzipSync((await buildDocx(docx, standardOptions)).bytes)['word/document.xml']!);
    expect(word).toContain('东南省养老服务提升行动方案');
    expect(word).toContain('未达上级');
    const cells = strFromU8(unzipSync(writeXlsx(sheet))['xl/worksheets/sheet1.xml']!);
    expect(cells).toContain('晚于上级时限');
    expect(sheet.rows).toHaveLength(9);
  });
});

describe('the last month of a deadline', () => {
  it.each([
    ['2026年底前', 2026 * 12 + 12],
    ['2026年6月底前', 2026 * 12 + 6],
    ['2026年第三季度前', 2026 * 12 + 9],
    ['2026年上半年前', 2026 * 12 + 6],
    ['年底前', null],
    ['', null],
  ])('%s', (words, month) => expect(deadlineMonth(words)).toBe(month));
});

describe.skipIf(!hasShared)(hasShared ? 'plans of a province and of its cities' : whySkipped, () => {
  let measured: ReturnType<typeof measurePairs>;
  beforeAll(() => {
    measured = measurePairs();
  });
  const share = (counts: readonly Readonly<{ right: number; found: number; labelled: number }>[]) => {
    const sum = (count: 'right' | 'found' | 'labelled') => counts.reduce((total, one) => total + one[count], 0);
    return { precision: sum('right') / sum('found'), recall: sum('right') / sum('labelled') };
  };

  it('are put beside each other as a careful reader does', async () => {
    const { precision, recall } = share(await measured);
    expect(precision).toBeGreaterThanOrEqual(0.88);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });

  it('nearly as well where the threshold comes from other pairs than the one that is compared', async () => {
    const { precision, recall } = share(leaveOneOut(await measured));
    expect(precision).toBeGreaterThanOrEqual(0.85);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });

  it('wrong ones stay few in every pair', async () => {
    for (const pair of await measured) expect([pair.name, share([pair]).precision >= 0.7]).toEqual([pair.name, true]);
  });
});
