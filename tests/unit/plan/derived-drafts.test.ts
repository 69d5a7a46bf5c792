import { describe, expect, it } from 'vitest';
import { createId } from '../../../shared/document/block-id';
import { blockText } from '../../../shared/document/plain-text';
import { countGaps, draftDocument } from '../../../shared/plan/derived/draft-document';
import {
  chapterAt,
  draftOf,
  edit,
  partOf,
  plan,
  reword,
  safeguards,
  textsOf,
  withBlocks,
  withMeta,
} from './plan-drafts';
import { readLines } from './plan-texts';

describe('起草说明', () => {
  it('is formed from title, opening, quoted documents, chapters, indicators, units and safeguards', () => {
    const { title, parts } = draftOf(plan);
    expect(title).toBe('关于《云川市养老服务提升实施方案》的起草说明');
    expect(parts.map(({ name }) => name)).toEqual([
      '开头',
      '起草背景',
      '起草依据',
      '起草过程',
      '主要内容',
      '主要目标',
      '主要任务',
      '保障措施',
      '主要特点',
    ]);
    const text = (name: string) => partOf(plan, name).text;
    expect(text('开头')).toBe('现将《云川市养老服务提升实施方案》（以下简称《实施方案》）起草情况说明如下。');
    expect(text('起草背景')).toMatch(/^制定《实施方案》，是为了让老年人就近享有养老服务，补齐社区服务短板。【待填：/);
    expect(text('起草依据')).toBe(
      '《实施方案》主要依据《东南省养老服务条例》《东南省养老服务提升行动方案》（东政发〔2026〕3号）制定。',
    );
    expect(text('主要内容')).toBe('《实施方案》共分三个部分，包括指标2项、任务2项。');
    expect(text('主要目标')).toBe('主要目标。提出到2028年的指标2项：助餐点覆盖率达到80%；建成社区养老站点120个。');
    expect(text('主要任务')).toBe('主要任务。从两个方面作出部署：一是办好老年食堂；二是推进适老化改造。');
    expect(text('主要特点')).toContain('任务分工。2项任务中，写明牵头单位的2项，写明完成时限的1项。');
  });

  it('leaves what only the person knows to be filled in', () => {
    const text = partOf(plan, '起草过程').text;
    expect(text.split('\n').map((line) => line.slice(0, line.indexOf('。')))).toEqual([
      '调研起草',
      '征求意见',
      '部门会签',
      '合法性审查',
      '集体讨论',
    ]);
    for (const line of text.split('\n')) expect(line).toMatch(/【待填：[^】]+】。$/);
    expect(text).toContain('责任单位3个：市民政局、市市场监管局、市住房城乡建设局。');
    expect(countGaps(draftOf(plan))).toBe(7);
  });

  it('names what a plan goes by once, not what it is to make, not itself; 上级文件 too', () => {
    const other = reword(
      reword(plan, '每个街道办好一处', '编制《云川市养老设施布局规划》，每个街道办好一处'),
      '建立联席会议制度',
      '落实《东南省养老服务条例》，对照《云川市养老服务提升实施方案》，建立联席会议制度',
    );
    const superiors = [{ id: createId(), title: '东南省银发经济行动计划', items: [], decisions: [] }];
    expect(partOf(withMeta(other, { ...plan.meta, superiors }), '起草依据').text).toBe(
      '《实施方案》主要依据《东南省养老服务条例》《东南省养老服务提升行动方案》（东政发〔2026〕3号）、《东南省银发经济行动计划》制定。',
    );
  });

  it('writes a title within a title in 〈〉', () => {
    const nested = withBlocks(plan, (blocks) =>
      blocks.map((block) =>
        block.type === 'title' ? { ...block, children: [{ text: '关于落实《养老服务条例》的实施方案' }] } : block,
      ),
    );
    expect(draftOf(nested, 'interpretation').title).toBe('《关于落实〈养老服务条例〉的实施方案》政策解读');
  });

  it('says nothing of what the text does not say', () => {
    const { document: bare } = readLines(['云川市养老工作安排', '一、工作内容', '做好养老工作。']);
    expect(partOf(bare, '起草背景').text).toMatch(/^【待填：[^】]+】。$/);
    expect(partOf(bare, '起草依据').text).toMatch(/^【待填：[^】]+】。$/);
    expect(partOf(bare, '主要特点').text).toMatch(/^【待填：[^】]+】。$/);
    expect(
      draftOf({
        ...bare,
        parts: [{ ...bare.parts[0]!, children: [{ type: 'paragraph', id: createId(), children: [{ text: '' }] }] }],
      }).isEmpty,
    ).toBe(true);
  });

  it('keeps what is still to be written in the plan as such', () => {
    const open = withBlocks(plan, (blocks) =>
      blocks.map((block) =>
        block.type === 'title'
          ? {
              ...block,
              children: [
                { text: '城市', placeholder: { key: 'city', kind: 'city' as const } },
                { text: '养老服务实施方案' },
              ],
            }
          : block,
      ),
    );
    expect(draftOf(open).title).toBe('关于《【待填：城市】养老服务实施方案》的起草说明');
    const [title] = draftDocument(draftOf(open)).parts[0]!.children;
    expect(title).toMatchObject({
      children: [
        { text: '关于《' },
        { text: '城市', placeholder: { kind: 'text' } },
        { text: '养老服务实施方案》的起草说明' },
      ],
    });
  });
});

describe('政策解读', () => {
  it('answers what people ask, from the same text', () => {
    const { title, parts } = draftOf(plan, 'interpretation');
    expect(title).toBe('《云川市养老服务提升实施方案》政策解读');
    expect([...new Set(parts.flatMap(({ heading }) => heading ?? []))]).toEqual([
      '为什么出台《实施方案》？',
      '制定依据是什么？',
      '主要目标是什么？',
      '主要任务有哪些？',
      '由哪些单位负责？',
      '有哪些保障措施？',
      '从什么时候起施行？',
      '向谁咨询？',
    ]);
    expect(partOf(plan, '主要任务', 'interpretation').text).toBe(
      '主要任务。共两个方面。\n一是办好老年食堂。每个街道办好一处老年食堂，困难老人用餐给予优惠。\n二是推进适老化改造。改造困难老人家庭卫生间和楼道扶手。',
    );
    expect(partOf(plan, '从什么时候起施行？', 'interpretation').text).toBe('本方案自2026年5月1日起施行，有效期三年。');
    expect(partOf(plan, '由哪些单位负责？', 'interpretation').text).toMatch(/^涉及责任单位3个：市民政局牵头1项/);
  });

  it('names issuer and number once the document has one', () => {
    const numbered = withMeta(plan, { ...plan.meta, documentNumber: '云政发〔2026〕5号' });
    expect(partOf(numbered, '开头', 'interpretation').text).toBe(
      '云川市人民政府印发了《云川市养老服务提升实施方案》（云政发〔2026〕5号，以下简称《实施方案》），现解读如下。',
    );
  });
});

describe('parts nobody has edited', () => {
  it('follow a chapter that is added: its part and the counts, nothing else', () => {
    const added = withBlocks(plan, (blocks) => [
      ...blocks.slice(0, chapterAt(blocks, '保障措施')),
      { type: 'clause', id: 'added-chapter', level: 1, children: [{ text: '进度安排' }] },
      { type: 'paragraph', id: 'added-text', children: [{ text: '全市分批推进站点建设。' }] },
      ...blocks.slice(chapterAt(blocks, '保障措施')),
    ]);
    const [before, after] = [textsOf(plan), textsOf(added)];
    expect(after['content:added-chapter']).toBe('进度安排。全市分批推进站点建设。');
    expect(Object.keys(after).filter((key) => after[key] !== before[key])).toEqual([
      'content',
      'content:added-chapter',
    ]);
    expect(partOf(added, '进度安排').state).toBe('following');
  });

  it('follow a chapter that is renamed or moved', () => {
    const renamed = reword(plan, '保障措施', '组织保障');
    expect(partOf(renamed, '组织保障').text).toMatch(/^组织保障。从两个方面/);
    const moved = withBlocks(plan, (blocks) => {
      const own = safeguards(blocks);
      const rest = blocks.filter((block) => !own.includes(block));
      const at = chapterAt(rest, '主要任务');
      return [...rest.slice(0, at), ...own, ...rest.slice(at)];
    });
    expect(
      draftOf(moved)
        .parts.map(({ name }) => name)
        .slice(5, 8),
    ).toEqual(['主要目标', '保障措施', '主要任务']);
    expect(textsOf(moved)).toEqual(textsOf(plan));
  });
});

describe('as a document', () => {
  it('has a chapter for each heading, a run-in clause for each chapter of the plan, places to fill in', () => {
    const document = draftDocument(draftOf(plan));
    const blocks = document.parts[0]!.children;
    expect(
      blocks.flatMap((block) => (block.type === 'clause' ? [[block.level, blockText(block).slice(0, 4)]] : [])),
    ).toEqual([
      [1, '起草背景'],
      [1, '起草依据'],
      [1, '起草过程'],
      [1, '主要内容'],
      [2, '主要目标'],
      [2, '主要任务'],
      [2, '保障措施'],
      [1, '主要特点'],
    ]);
    const gaps = blocks.flatMap((block) =>
      block.type === 'table' ? [] : block.children.flatMap(({ placeholder, text }) => (placeholder ? [text] : [])),
    );
    expect(gaps).toHaveLength(7);
    expect(JSON.stringify(blocks)).not.toContain('【');
  });

  it('has no （一） without a （二）', () => {
    const blocks = draftDocument(draftOf(plan, 'interpretation')).parts[0]!.children;
    expect(blocks.filter((block) => block.type === 'clause' && block.level > 1)).toEqual([]);
    expect(blocks.map(blockText)).toContain('主要任务。共两个方面。');
  });

  it('leaves a part without words out, its heading too', () => {
    const texts = draftDocument(draftOf(edit(plan, '起草过程', ' \n '))).parts[0]!.children.map(blockText);
    expect(texts).not.toContain('起草过程');
  });
});
