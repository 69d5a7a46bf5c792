import type { Version } from '../../../shared/document/version';
import { formatClock } from '../../app/ui/format';

const reasons: Readonly<Record<Version['reason'], string>> = {
  opened: '打开时',
  work: '写作中',
  imported: '读入时的原样',
  exported: '导出时',
  restored: '恢复或采用其他版本之前',
  named: '存下的版本',
};

/** What a version is called in the timeline: its name, else why it was kept. */
export const versionName = ({ name, reason }: Version): string => name ?? reasons[reason];

/** What it is called where only it is spoken of: 送审稿（3月18日10:20）. */
export const versionTitle = (version: Version): string => {
  const date = new Date(version.keptAt);
  return `${versionName(version)}（${date.getMonth() + 1}月${date.getDate()}日${formatClock(version.keptAt)}）`;
};
