/** File names a clerk recognises and every system takes. */
import type { RawReport } from '../report/raw-report.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows forbids control characters in names
const ILLEGAL = /[\\/:*?"<>|\u0000-\u001f]/g;
const LONGEST_NAME = 80;
const REPORT = '政府信息公开工作年度报告';

/** `大渡口区经济和信息化委员会_2019年_政府信息公开工作年度报告.json` */
export function fileNameOf({ agency, year }: RawReport, extension: string, what = REPORT): string {
  const name = agency.name.trim().replace(ILLEGAL, ' ').slice(0, LONGEST_NAME).trim();
  return `${name || '未填机关名称'}_${year}年_${what}.${extension}`;
}
