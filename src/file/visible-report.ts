/** Whether a printable page shows what the report says: the first figure or line that differs. */
import { cellsOf } from '../formats/cells.ts';
import { type Paper, printedFigure } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import { type HtmlDocument, visibleFigures, visibleWords } from './visible-parts.ts';

function wrongWords(shown: readonly string[], paper: Paper): string | undefined {
  const words = paper.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  const expected = [paper.title, ...paper.preface, ...words];
  if (shown.length !== expected.length) return '正文';
  return expected.find((text, at) => text !== shown[at]);
}

/** The first thing a page shows that is not the report's, in words; undefined where all is. */
export function visibleDifference(
  page: HtmlDocument,
  report: Report,
  paper: Paper,
): string | undefined {
  const figures = visibleFigures(page, report.format);
  if (!figures) return '表格';
  const wrong = cellsOf(report.format).find(
    ({ address }) => figures.get(address) !== printedFigure(report, address),
  );
  return wrong?.name ?? wrongWords(visibleWords(page), paper);
}
