/**
 * Whole sources of published reports pasted into each table. They stand beside the repository; where
 * they do not, there is nothing to test. What the published page leaves unreadable may stay away, but
 * no figure may go into a wrong cell.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { cellsOf, isEntered, tableSections } from '../formats/cells.ts';
import { formatById, STATUTORY_FORMATS } from '../formats/registry.ts';
import { readFigure } from '../report/figure.ts';
import { newReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { pastedTexts, planPaste } from './paste-plan.ts';

const FOLDER = new URL('../../../shared/reports/', import.meta.url);
const ARE_HERE = existsSync(FOLDER);

interface Truth {
  readonly name: string;
  readonly format: string;
  readonly source: string;
  readonly isHtml: boolean;
  readonly tables: Record<string, Record<string, Record<string, string | number | null>>>;
}

function truths(): readonly Truth[] {
  if (!ARE_HERE) return [];
  return readdirSync(FOLDER).flatMap((name) => {
    const file = (one: string) => new URL(`${name}/${one}`, FOLDER);
    if (!existsSync(file('truth.json'))) return [];
    const { format, tables } = JSON.parse(readFileSync(file('truth.json'), 'utf8'));
    return ['source.html', 'source.txt'].flatMap((one) =>
      existsSync(file(one))
        ? [
            {
              name: `${name}/${one}`,
              format: String(format),
              tables,
              source: readFileSync(file(one), 'utf8'),
              isHtml: one.endsWith('html'),
            },
          ]
        : [],
    );
  });
}

function pasted({ format: id, source, isHtml }: Truth, table: string, yes: boolean) {
  const format = formatById(STATUTORY_FORMATS, id)!;
  const section = tableSections(format).find((one) => one.table.id === table)!;
  const year = format.years.to ?? 2025;
  const raw = newReport(STATUTORY_FORMATS, { name: '某局', type: 'department' }, year)!;
  const first = cellsOf(format).find((cell) => cell.section === section)!;
  const plan = planPaste(
    { html: isHtml ? source : '', text: isHtml ? '' : source },
    { report: understand(raw, format), table: section.table, focus: first.address },
    (html) => parseHTML(html).document,
  );
  return { plan, texts: pastedTexts(plan, new Set(yes ? plan.questions.map((q) => q.id) : [])) };
}

const CASES = truths().flatMap((truth) =>
  Object.keys(truth.tables).map((table) => [truth.name, table, truth] as const),
);

describe.skipIf(!ARE_HERE)('published reports', () => {
  test.each(CASES)('%s, %s: no figure in a wrong cell', (_name, table, truth) => {
    const { texts } = pasted(truth, table, false);
    const format = formatById(STATUTORY_FORMATS, truth.format)!;
    const wrong = Object.entries(texts).filter(([address, text]) => {
      const [, row = '', column = ''] = address.split('/');
      const cell = cellsOf(format).find((one) => one.address === address)!;
      const figure = readFigure(text, cell);
      const wanted = truth.tables[table]?.[row]?.[column];
      return figure.state === 'known' && (wanted == null || !figure.value.eq(wanted));
    });
    expect(wrong).toEqual([]);
  });

  test('tables that a browser can read as tables are pasted whole', () => {
    const html = CASES.filter(([, , { isHtml }]) => isHtml);
    const whole = html.filter(([, table, truth]) => {
      const { texts } = pasted(truth, table, true);
      const format = formatById(STATUTORY_FORMATS, truth.format)!;
      return cellsOf(format)
        .filter((cell) => cell.table.id === table && isEntered(cell))
        .every((cell) => {
          const wanted = truth.tables[table]?.[cell.row.id]?.[cell.column.id];
          if (wanted == null) return true;
          const figure = readFigure(texts[cell.address] ?? '', cell);
          return figure.state === 'known' && figure.value.eq(wanted);
        });
    });
    expect(whole.map(([name, table]) => `${name} ${table}`)).toEqual(
      html.map(([name, table]) => `${name} ${table}`),
    );
  });
});
