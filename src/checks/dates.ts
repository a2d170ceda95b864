/** Calendar days as the form writes them, compared as ISO text so that no clock or zone takes part. */

const WRITTEN = /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?$/;

function isoDay(year: number, month: number, day: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** 2026-01-20, 2026年1月20日 or 2026/1/20 as ISO; undefined for anything else or no such day. */
export function readDay(text: string): string | undefined {
  const match = WRITTEN.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth) return undefined;
  return isoDay(year, month, day);
}

/** The day of a year as ISO. */
export function dayOf(year: number, { month, day }: { month: number; day: number }): string {
  return isoDay(year, month, day);
}

/** 2026-01-20 as 2026年1月20日. */
export function writtenDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
