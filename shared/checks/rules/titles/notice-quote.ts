import { blockText } from '../../../document/plain-text';
import { titleKey } from '../../../recognise/lines/fold';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/notice-quote',
  severity: 'should',
  source: sources.revision,
  title: '通知正文所印发的文件名称与所附文件标题一致',
  examples: {
    right:
      '云川市人民政府办公室关于印发云川市标准化工作实施方案的通知\n各县（市、区）人民政府：\n现将《云川市标准化工作实施方案》印发给你们，请遵照实施。\n云川市人民政府办公室\n2026年3月5日\n云川市标准化工作实施方案\n一、工作目标\n到2028年，制定地方标准12项。',
    wrong:
      '云川市人民政府办公室关于印发云川市标准化工作实施方案的通知\n各县（市、区）人民政府：\n现将《云川市标准化行动方案》印发给你们，请遵照实施。\n云川市人民政府办公室\n2026年3月5日\n云川市标准化工作实施方案\n一、工作目标\n到2028年，制定地方标准12项。',
  },
} as const;

export const noticeQuote: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }) => {
    const notice = parts.find(({ kind }) => kind === 'notice');
    const main = parts.find(({ kind }) => kind === 'main')?.children.find(({ type }) => type === 'title');
    if (!notice || !main) return [];
    const actual = titleKey(blockText(main));
    return notice.children.flatMap((block) => {
      if (block.type !== 'paragraph') return [];
      const text = blockText(block);
      const match =
        /《([^《》]{4,60})》(?:（[^（）]{0,20}）)?(?:已经[^。《》]{0,30})?[^。《》]{0,12}?(?:印发给你们|现予印发|现印发|予以印发|印发你们)/.exec(
          text,
        );
      // One notice may issue several texts.
      if ((text.match(/《/g)?.length ?? 0) > 1) return [];
      const named = titleKey(match?.[1] ?? '');
      if (!match || named === '' || named.endsWith(actual) || actual.endsWith(named) || actual.includes(named))
        return [];
      const range = { start: match.index, end: match.index + match[1]!.length + 2 };
      return [
        findBlock(rule, block, `这里写作《${match[1]}》，所附文件的标题是“${blockText(main)}”，应当一致。`, range),
      ];
    });
  },
};
