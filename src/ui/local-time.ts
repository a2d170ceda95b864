/** Moments as this machine's clock shows them. */

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** 2026年1月20日 09:30 of an ISO time; the text itself where it is none. */
export function localTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const day = `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
