import type { Block, Level } from '../../shared/document/block';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';

/** The size the figures are promised for. */
const blockCount = 2000;
const characterCount = 200_000;
/** A chapter: its heading, then sections of five blocks. */
export const chapterLength = 50;

const actors = ['市市场监督管理局', '市发展改革委', '市财政局', '市商务局', '市数据局', '各区人民政府'];
const subjects = ['标准体系', '质量基础设施', '公共服务平台', '农贸市场', '社区食堂', '检验检测机构', '品牌培育基地'];
const deeds = ['完善布局', '更新设备', '培训人员', '统一规则', '公开结果', '压实责任', '畅通渠道'];

/** The same sentences in every run: no two blocks are alike, none is empty of sense. */
const sentence = (seed: number): string => {
  const [actor, subject, deed] = [actors, subjects, deeds].map(
    (words, at) => words[(seed * (at + 1) + (seed >> (at + 2))) % words.length],
  );
  return `云川市围绕${subject}${deed}，由${actor}在第${(seed % 28) + 1}批任务中安排${(seed % 90) + 10}个项目。`;
};

const textOfLength = (seed: number, length: number): string => {
  let text = '';
  for (let at = seed; text.length < length; at += 1) text += sentence(at);
  return `${text.slice(0, length - 1)}。`;
};

const leadOf = (seed: number): string => `${deeds[seed % deeds.length]}${subjects[seed % subjects.length]}。`;

/**
 * 2,000 blocks with 200,000 characters as a plan has them: chapters, run-in sections that run on through the
 * whole text, items, paragraphs, unit notes. The last paragraph takes what is left over of the characters.
 * @param chapters how many of the headings are of level 1
 */
export const benchDocument = (chapters = blockCount / chapterLength): GovDocument => {
  const block = (index: number, type: 'title' | 'paragraph' | 'responsibility', text: string): Block => ({
    type,
    id: `block-${index}`,
    children: [{ text }],
  });
  const clause = (index: number, level: Level, text: string, runIn: boolean): Block => ({
    type: 'clause',
    id: `block-${index}`,
    level,
    ...(runIn && { runIn: true }),
    children: [{ text }],
  });
  const make = (index: number): Block => {
    const place = index % chapterLength;
    if (index === 0) return block(index, 'title', '云川市质量提升行动方案');
    if (place === 1 && index < chapters * chapterLength) return clause(index, 1, leadOf(index).slice(0, -1), false);
    switch (place % 5) {
      case 2:
        return clause(index, 2, leadOf(index) + textOfLength(index, 110), true);
      case 3:
        return clause(index, 3, leadOf(index) + textOfLength(index, 100), true);
      case 1:
        return block(index, 'responsibility', `（责任单位：${actors[index % 5]}、${actors[(index + 1) % 5]}）`);
      default:
        return block(index, 'paragraph', textOfLength(index, 126));
    }
  };
  const children = Array.from({ length: blockCount }, (_, index) => make(index));
  const written = children.reduce((sum, one) => sum + blockText(one).length, 0);
  const last = children.at(-1)!;
  children[blockCount - 1] = block(
    blockCount - 1,
    'paragraph',
    textOfLength(7, characterCount - written + blockText(last).length),
  );
  return {
    schemaVersion: 1,
    id: 'bench-document',
    meta: { genre: 'action-plan' },
    parts: [{ type: 'part', id: 'bench-main', kind: 'main', numbering: { 2: 'part' }, children }],
    setAside: [],
  };
};
