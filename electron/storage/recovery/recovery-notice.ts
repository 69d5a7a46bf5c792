import { formatTime } from '../format-time';
import type { Rescued } from './rescue';

/** So many titles are named; of more, the number. */
const mostTitles = 5;
const nameTitles = (titles: readonly string[]): string =>
  titles
    .slice(0, mostTitles)
    .map((title) => `《${title}》`)
    .join('') + (titles.length > mostTitles ? `等 ${titles.length} 份` : '');

/**
 * What the person is told once a library was replaced: by what, what is older, what was found back.
 * @param moved folder with the damaged one; null when there was none
 * @param backupTime of the backup that took its place; null when there was none
 */
export const recoveryNotice = (moved: string | null, backupTime: number | null, { found, lost }: Rescued): string =>
  [
    moved === null ? '没有找到文库文件，' : '文库文件已损坏，',
    backupTime === null
      ? '也没有可用的备份，已新建空的文库。'
      : `已恢复 ${formatTime(backupTime)} 的备份${found.length > 0 ? '。' : '，此后的改动不在其中。'}`,
    found.length > 0 ? `从损坏的文件中找回了 ${found.length} 份文稿此后的内容。` : '',
    lost.length > 0 ? `${nameTitles(lost)}没有找回，停留在备份时的内容；备份中没有的，已无法显示。` : '',
    moved === null ? '' : `损坏的文件保存在“${moved}”，请勿删除，可请维护人员从中找回文稿。`,
  ].join('');
