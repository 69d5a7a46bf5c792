import { renamedOrganCount } from '../rules/names/organ-renamed';
import { aliasCount } from '../rules/names/unit-aliases';
import { supersededCount } from '../rules/quotations/superseded';
import { formulas, lexiconDate } from '../rules/tools/formulas';
import { slipCount } from '../rules/wording/slips';

/** The lists that come with the app, as they are told to people. */
export const shippedPacks: readonly Readonly<{ name: string; words: string }>[] = [
  { name: '固定表述词库', words: `固定表述 ${formulas.length} 条；${lexiconDate} 的表述` },
  { name: '常见错别字', words: `用语 ${slipCount} 条` },
  { name: '单位规范化简称', words: `单位 ${aliasCount} 个` },
  { name: '机构改革更名', words: `单位 ${renamedOrganCount} 个` },
  { name: '已废止、被替代的文件', words: `文件 ${supersededCount} 件` },
];
