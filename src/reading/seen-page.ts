/** A reading as a page to be compared with the report it was published from. */
import { readDay, writtenDay } from '../checks/dates.ts';
import type { SeenFigure, SeenPage } from '../compare/compare-published.ts';
import { cellsOf } from '../formats/cells.ts';
import { type FormatRegistry, formatById } from '../formats/registry.ts';
import { titleOf } from '../report/raw-report.ts';
import { understand, valueAt } from '../report/report.ts';
import { textOf } from './readers/document.ts';
import type { Reading } from './reading.ts';

function readFigures({ cells }: Reading): Record<string, SeenFigure> {
  return Object.fromEntries(
    Object.entries(cells).map(([address, { text, certainty, source }]) => {
      const isCertain = certainty !== 'uncertain';
      return [address, { text: isCertain ? text : text || source, isCertain }];
    }),
  );
}

/** A file of ours carries no totals as cells: they are what it computes, or states otherwise. */
function ownFigures({ report: raw, stated }: Reading, formats: FormatRegistry) {
  const format = formatById(formats, raw.format);
  const report = format && understand(raw, format);
  return Object.fromEntries(
    (format ? cellsOf(format) : []).map(({ address }): [string, SeenFigure] => {
      const value = report && valueAt(report, address);
      const known = value?.state === 'known' ? value.text : (raw.cells[address] ?? '');
      return [address, { text: stated[address] ?? known, isCertain: true }];
    }),
  );
}

/** What a page or file shows of a report. */
export function seenPage(reading: Reading, formats: FormatRegistry): SeenPage {
  const { report, document } = reading;
  const isOwn = document.blocks.length === 0;
  const { name, date } = report.signature;
  const day = readDay(date);
  const words = [titleOf(report), report.preface, ...Object.values(report.narrative)].join('\n');
  const format = formatById(formats, report.format);
  const headings = (format?.sections ?? []).map(({ heading }) => heading);
  const notes = report.notes.map(({ text }) => text);
  return {
    title: isOwn ? titleOf(report) : report.title,
    preface: report.preface,
    narrative: report.narrative,
    signature: {
      name: isOwn ? name || report.agency.name : name,
      date: day ? writtenDay(day) : date,
    },
    figures: isOwn ? ownFigures(reading, formats) : readFigures(reading),
    text: isOwn ? [words, ...headings, ...notes].join('\n') : textOf(document),
  };
}
