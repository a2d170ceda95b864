/**
 * Clipboards with damage by the thousand, pasted into a table: the plan writes nothing but figures into
 * entered cells, nothing that was not pasted, and hides no total that differs. `npm run fuzz` is the long run.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, cellAt, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format, Table } from '../formats/format.ts';
import { FORMAT_2019 } from '../formats/format-2019.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { readFigure } from '../report/figure.ts';
import { type Report, valueAt } from '../report/report.ts';
import { inTime, runs, SEED } from '../testing/fuzzing.ts';
import { parseHtml } from '../testing/html.ts';
import { damagedPage, damagedText, strokes } from '../testing/mutations.ts';
import { CITY_2025, DADUKOU_2019, emptyReport, reportOf, understood } from '../testing/reports.ts';
import type { ClipboardContent, ParseClipboardHtml } from './clipboard-table.ts';
import { copyTable } from './copy-range.ts';
import { differingTotals, type PastePlan, pastedTexts, planPaste } from './paste-plan.ts';

interface Case {
  readonly format: Format;
  readonly table: Table;
  readonly content: ClipboardContent;
}

/** As Excel puts cells on the clipboard, with its own marks about them. */
function asExcel(html: string): string {
  const cells = html.replace(/<td/g, '<td class=xl65 align=right x:num');
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body><!--StartFragment-->${cells}<!--EndFragment--></body></html>`;
}

/** As Word does: every cell a paragraph of spans. */
function asWord(html: string): string {
  return html.replace(
    /(<td[^>]*>)([^<]*)/g,
    '$1<p class=MsoNormal><span lang=EN-US>$2</span><o:p></o:p></p>',
  );
}

function casesOf(format: Format, report: Report): readonly Case[] {
  return format.sections.flatMap((section) => {
    if (section.kind !== 'table') return [];
    const { table } = section;
    const textOf = (address: string) => {
      const value = valueAt(report, address);
      return value.state === 'known' ? value.text : '';
    };
    const { html, text } = copyTable(table, textOf);
    const rows = text.split('\r\n');
    const numbers = rows.map((row) => row.replace(/[^\d\t]/g, '')).join('\n');
    return [
      { html, text },
      { html: asExcel(html), text },
      { html: asWord(html), text: text.replace(/\t/g, ' ') },
      { html: '', text },
      { html: '', text: rows.map((row) => `| ${row.replace(/\t/g, ' | ')} |`).join('\n') },
      { html: '', text: text.replace(/\t+/g, ' ') },
      { html: '', text: text.replace(/\t+/g, '\n') },
      { html: '', text: numbers },
    ].map((content) => ({ format, table, content }));
  });
}

const CASES = [
  ...casesOf(FORMAT_2021, understood(reportOf(CITY_2025))),
  ...casesOf(FORMAT_2019, understood(reportOf(DADUKOU_2019))),
];

/** What of a text can be a figure: its digits, signs and points, in half-width forms. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\d.-]/g, '');
}

/** The texts that were written though they mean something that was not pasted. */
function invented(plan: PastePlan, texts: Readonly<Record<string, string>>, format: Format) {
  return Object.entries(texts).filter(([address, text]) => {
    const pasted = plan.cells.find((cell) => cell.address === address)?.raw ?? '';
    const cell = cellAt(format, address);
    if (!cell || !isEntered(cell)) return true;
    if (text === pasted) return false;
    const figure = readFigure(text, cell);
    return figure.state !== 'known' || !isFrom(figure.text, pasted);
  });
}

/** 1259 comes from 「1,259」, 1 from 「1.0」 and 「01」, -3 from 「减少3」, 0 from a dash. */
function isFrom(figure: string, pasted: string): boolean {
  const digits = bare(pasted);
  if (digits.replace(/\D/g, '') === '') return figure === '0';
  return Math.abs(Number(digits)) === Math.abs(Number(figure));
}

/** Pasted totals that differ from the sums as they will stand, and are not told. */
function untold(plan: PastePlan, report: Report, texts: Readonly<Record<string, string>>) {
  const told = new Set(differingTotals(plan, report, new Set()).map(({ name }) => name));
  const after = understood({ ...report.raw, cells: { ...report.raw.cells, ...texts } });
  return plan.cells.filter(({ address, name, raw }) => {
    const cell = cellAt(report.format, address) as Cell;
    const pasted = readFigure(raw, cell);
    const sum = valueAt(after, address);
    if (isEntered(cell) || pasted.state !== 'known' || sum.state !== 'known') return false;
    return !pasted.value.eq(sum.value) && !told.has(name);
  });
}

test(`a damaged clipboard writes no figure that was not in it (seed ${SEED})`, () => {
  let written = 0;
  fc.assert(
    fc.property(
      fc.nat(CASES.length - 1),
      fc.noBias(fc.nat(200)),
      fc.boolean(),
      strokes,
      (which, at, isFilled, all) => {
        const { format, table, content } = CASES[which] as Case;
        const year = format === FORMAT_2021 ? 2025 : 2019;
        const filled = reportOf(format === FORMAT_2021 ? CITY_2025 : DADUKOU_2019);
        const report = understood(isFilled ? filled : emptyReport(year));
        const cells = cellsOf(format).filter((cell) => cell.table === table);
        const focus = (cells[at % cells.length] as Cell).address;
        const damaged = {
          html: content.html && damagedPage(content.html, all),
          text: damagedText(content.text, all),
        };
        const parse = parseHtml as unknown as ParseClipboardHtml;
        const plan = inTime(() => planPaste(damaged, { report, table, focus }, parse));
        const yes = new Set(plan.questions.map(({ id }) => id));
        for (const answers of [new Set<string>(), yes]) {
          const texts = pastedTexts(plan, answers);
          expect(invented(plan, texts, format)).toEqual([]);
          written += Object.keys(texts).length;
        }
        expect(untold(plan, report, pastedTexts(plan, new Set()))).toEqual([]);
      },
    ),
    runs(2500, 100),
  );
  expect(written).toBeGreaterThan(100);
});
