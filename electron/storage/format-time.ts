/** A point in time as the person reads it: 2026年3月5日12:00, in the time of this machine. */
export const formatTime = (time: number): string => {
  const date = new Date(time);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日${date.getHours()}:${minutes}`;
};
