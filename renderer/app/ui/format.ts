const numbers = new Intl.NumberFormat('zh-CN');

/** 3842 → 3,842 */
export const formatCount = (count: number): string => numbers.format(count);

/** 14:32 */
export const formatClock = (at: number): string => {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
};

/** 12 KB · 3.4 MB */
export const formatBytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
const dayLength = 24 * 60 * 60 * 1000;

/** 今天 14:32 · 昨天 17:05 · 11月18日 · 2025年11月18日, seen from `now`. */
export const formatDay = (at: number, now: number): string => {
  const date = new Date(at);
  const days = Math.round((dayOf(now) - dayOf(at)) / dayLength);
  if (days === 0) return `今天 ${formatClock(at)}`;
  if (days === 1) return `昨天 ${formatClock(at)}`;
  const day = `${date.getMonth() + 1}月${date.getDate()}日`;
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${date.getFullYear()}年${day}`;
};
