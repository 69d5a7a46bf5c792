import { expect, it } from 'vitest';
import { headingText } from '../../../shared/document/heading-text';
import { listHeadings } from '../../../shared/document/list-headings';
import { recogniseText } from '../../../shared/recognise/recognise';

const headings = (...lines: string[]): string[] => {
  const { document } = recogniseText(['云川市夜市管理实施方案', '为规范夜市经营，制定本方案。', ...lines].join('\n'));
  const ids = listHeadings(document);
  return document.parts.flatMap((part) => part.children.filter((block) => ids.has(block.id)).map(headingText));
};

it('takes leads and headings that stand alone, with or without a stop', () => {
  expect(
    headings('一、任务', '（一）摸底。', '逐户登记。', '（二）整治。先劝后罚。', '（三）考核', '每季一次。'),
  ).toEqual(['任务', '摸底', '整治', '考核']);
});

it('leaves numbered sentences out', () => {
  expect(
    headings(
      '一、任务',
      '1.2026年底前完成亮化。',
      '2.把东街和西街的摊位统一改成可以折叠收起、便于夜间清洗路面的新式样；',
    ),
  ).toEqual(['任务']);
});

it('judges short items by their longer siblings', () => {
  const long = '允许摊主在每晚六点到次日凌晨一点之间，在划定的线内摆放不超过两平方米的桌椅，并自行清扫。';
  expect(headings('一、任务', `（一）${long}`, '（二）支持街道设立夜市服务站。', `（三）${long}`)).toEqual(['任务']);
});

it('takes a sentence with nothing but its unit note below for an item', () => {
  expect(
    headings('一、任务', '（一）设立服务站。（责任单位：市商务局）', '（二）公布收费表。（责任单位：市财政局）'),
  ).toEqual(['任务']);
});
