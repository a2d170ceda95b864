/** The 校对单 as one printable HTML file, and the proof that it says what the report says. */
import Big from 'big.js';
import { htmlPage } from '../file/html-text.ts';
import { type ParseHtml, visibleFigures } from '../file/visible-parts.ts';
import { cellsOf } from '../formats/cells.ts';
import { printedFigure } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import { type Proof, proofMarkup } from './proof-sheet.ts';

const PROOF_CSS = `
body { margin: 0; background: #fff; color: #000; }
.proof { box-sizing: border-box; max-width: 210mm; margin: 0 auto; font: 10.5pt/1.5 SimSun, "Noto Serif CJK SC", serif; }
.proof h1 { margin: 0 0 12pt; font-size: 18pt; text-align: center; }
.proof h2 { margin: 12pt 0 4pt; font-size: 12pt; break-after: avoid; page-break-after: avoid; }
.proof p { margin: 0; }
.proof-list { width: calc(100% - 1pt); border-collapse: collapse; }
.proof-list th, .proof-list td { padding: 2pt 4pt; border: 0.75pt solid #000; font-weight: 400; text-align: left; overflow-wrap: anywhere; word-break: break-word; }
.proof-list thead { display: table-header-group; }
.proof-list thead th { background: #eee; }
.proof-list tr { break-inside: avoid; page-break-inside: avoid; }
.proof-list thead th { white-space: nowrap; }
.proof-list th[scope="row"] { width: 5em; white-space: nowrap; }
.proof-signs { margin-top: 24pt; break-inside: avoid; page-break-inside: avoid; }
.proof-sign { padding: 8pt 0; }
.proof-sign span { display: inline-block; width: 38%; margin-right: 4%; border-bottom: 0.75pt solid #000; }
@media screen { .proof { padding: 20mm 22mm; } }
`;

/** The text of the file. */
export function writeProof(proof: Proof, paperCss: string): string {
  return htmlPage({
    title: `校对单 ${proof.paper.title}`,
    css: `${paperCss}${PROOF_CSS}`,
    body: proofMarkup(proof),
  });
}

function isSum(parts: string, total: string): boolean {
  try {
    const numbers = parts.split(' ＋ ').map((part) => new Big(part));
    return numbers.reduce((sum, one) => sum.plus(one), new Big(0)).eq(total);
  } catch {
    // A part that is no number leaves the total open; then none may be printed.
    return total === '（缺数）';
  }
}

/** The first figure or sum on the sheet that is not the report's, in words. */
export function proofDifference(
  text: string,
  report: Report,
  parseHtml: ParseHtml,
): string | undefined {
  const page = parseHtml(text);
  const figures = visibleFigures(page, report.format);
  if (!figures) return '表格';
  const cells = cellsOf(report.format);
  const wrong = cells.find(
    ({ address }) => figures.get(address) !== printedFigure(report, address),
  );
  if (wrong) return wrong.name;
  const rows = Array.from(page.querySelectorAll('table[aria-label="合计核算"] tbody tr'), (line) =>
    Array.from(line.querySelectorAll('td'), ({ textContent }) => textContent ?? ''),
  );
  const totals = cells.filter(({ addends }) => addends);
  if (rows.length !== totals.length) return '合计核算';
  return rows.find(([, parts = '', total = '']) => !isSum(parts, total))?.[0];
}
