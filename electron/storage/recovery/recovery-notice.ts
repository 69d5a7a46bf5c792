import { formatTime } from '../format-time';
import type { Rescued } from './rescue';
import { unknownTitle } from './rescue-documents';

/** So many titles are named; of more, the number. */
const mostTitles = 5;
const nameTitles = (titles: readonly string[]): string => {
  const known = titles.filter((title) => title !== unknownTitle);
  const unknown = titles.length - known.length;
  const named = known.slice(0, mostTitles).map((title) => `《${title}》`);
  return [
    named.join('') + (known.length > mostTitles ? `等 ${known.length} 份` : ''),
    unknown > 0 ? `${unknown} 份读不出标题的文稿` : '',
  ]
    .filter(Boolean)
    .join('和');
};

/**
 * What the person is told once a library was replaced: by what, what is older, what was found back.
 * @param moved folder with the damaged one; null when there was none
 * @param backupTime of the backup that took its place; null when there was none
 */
export const recoveryNotice = (moved: string | null, backupTime: number | null, rescued: Rescued): string => {
  const { found, partial, lost } = rescued.documents;
  const isOlder = found.length + partial.length === 0;
  return [
    moved === null ? '没有找到文库文件，' : '文库文件已损坏，',
    backupTime === null
      ? '也没有可用的备份，已新建空的文库。'
      : `已恢复 ${formatTime(backupTime)} 的备份${isOlder ? '，此后的改动不在其中。' : '。'}`,
    found.length > 0 ? `从损坏的文件中找回了 ${found.length} 份文稿${backupTime === null ? '' : '此后的内容'}。` : '',
    partial.length > 0 ? `${nameTitles(partial)}只读出一部分，其余${otherwise(backupTime)}，请核对。` : '',
    lost.length > 0
      ? `${nameTitles(lost)}没有找回${backupTime === null ? '。' : '，停留在备份时的内容；备份中没有的，已无法显示。'}`
      : '',
    foundBeside(rescued),
    unreadable(rescued),
    moved === null ? '' : `损坏的文件保存在“${moved}”，请勿删除，可请维护人员从中找回文稿。`,
  ].join('');
};

const otherwise = (backupTime: number | null): string => (backupTime === null ? '缺失' : '用备份时的内容补上或缺失');

const foundBeside = ({ versions, bureau }: Rescued): string => {
  const found = [
    versions.added > 0 ? ` ${versions.added} 个版本${versions.named > 0 ? `（${versions.named} 个有名称）` : ''}` : '',
    bureau.added > 0 ? `本单位的模板、名录和规则 ${bureau.added} 项` : '',
  ].filter(Boolean);
  return found.length > 0 ? `还找回了${found.join('、')}。` : '';
};

const unreadable = ({ versions, pictures, bureau }: Rescued): string => {
  const lost = [
    versions.unreadable > 0 ? `${versions.unreadable} 个版本` : '',
    pictures.unreadable > 0 ? `${pictures.unreadable} 张图片` : '',
    bureau.unreadable > 0 ? `本单位的模板、名录或规则 ${bureau.unreadable} 项` : '',
  ].filter(Boolean);
  return lost.length > 0 ? `${lost.join('、')}读不出来。` : '';
};
