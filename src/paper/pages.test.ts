import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_2019 } from '../samples/sample-2019.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { understood } from '../testing/reports.ts';
import { type PageRun, type PaperItem, stretchesOf } from './flow.ts';
import { type Measured, type PaperPage, paginate } from './pages.ts';
import { paperOf } from './paper.ts';
import { bodyRows } from './table-part.ts';

const LINE = 20;
const CHARACTERS = 28;

/** What a browser with square characters would measure: 28 of them a line, rows of these heights. */
function measured(items: readonly PaperItem[], rowHeights: readonly number[]): readonly Measured[] {
  let top = 0;
  return items.map((item): Measured => {
    const from = top;
    if (item.kind === 'table') {
      const head = 3 * LINE;
      top += head;
      const rows = bodyRows(item.table).map((_, at) => {
        const row = { top, bottom: top + (rowHeights[at % rowHeights.length] ?? LINE) };
        top = row.bottom;
        return row;
      });
      return { top: from, bottom: top, head, rows, spans: [] };
    }
    const text = 'text' in item ? item.text : '';
    const count = Math.max(1, Math.ceil(text.length / CHARACTERS));
    top = from + count * LINE;
    if (item.kind !== 'paragraph' || count === 1) return { top: from, bottom: top };
    const lines = Array.from({ length: count }, (_, at) => ({
      start: at * CHARACTERS,
      top: from + at * LINE,
      bottom: from + (at + 1) * LINE,
    }));
    return { top: from, bottom: top, lines };
  });
}

function textsOf(pages: readonly PaperPage[]): string {
  return pages
    .flatMap(({ items }) => items.flatMap((one) => ('text' in one ? one.text : [])))
    .join('');
}

function figuresOf(items: readonly PaperItem[]): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'table'
      ? item.table.rows.flatMap(({ cells }) => cells.flatMap(({ address }) => address ?? []))
      : [],
  );
}

const STRETCHES = [SAMPLE_2021, SAMPLE_2019].flatMap((raw) =>
  stretchesOf(paperOf(understood(raw), { draftMark: false })),
);

describe.each(STRETCHES)('the pages of a report', (stretch: PageRun) => {
  test('hold every word and every figure once and in order, whatever their height', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 900 }),
        fc.array(fc.integer({ min: 15, max: 80 }), { minLength: 1, maxLength: 9 }),
        (height, rows) => {
          const pages = paginate(stretch, measured(stretch.items, rows), height);
          expect(textsOf(pages)).toBe(textsOf([{ kind: 'upright', items: stretch.items }]));
          expect(pages.flatMap(({ items }) => figuresOf(items))).toEqual(figuresOf(stretch.items));
          for (const { items } of pages) expect(items.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('never end with a heading, never begin with a signature or a note', () => {
    for (let height = 300; height < 900; height += 7) {
      for (const { items } of paginate(stretch, measured(stretch.items, [LINE]), height)) {
        expect(['heading', 'subheading']).not.toContain(items[items.length - 1]?.kind);
        expect(['signature', 'note']).not.toContain(items[0]?.kind);
      }
    }
  });

  test('repeat the head of a table and keep three lines at its end', () => {
    for (let height = 300; height < 900; height += 7) {
      for (const { items } of paginate(stretch, measured(stretch.items, [LINE]), height)) {
        for (const item of items) {
          if (item.kind !== 'table' || !item.table.rows[0]?.head) continue;
          const rows = bodyRows(item.table);
          expect(rows.length).toBeGreaterThanOrEqual(
            item.table.grid.table.print === 'strip' ? 1 : 2,
          );
        }
      }
    }
  });
});

test('a paragraph over two pages is cut between lines, two of them on either side', () => {
  const text = '字'.repeat(CHARACTERS * 5);
  const stretch: PageRun = { page: 'upright', items: [{ kind: 'paragraph', text }] };
  const [first, second] = paginate(stretch, measured(stretch.items, [LINE]), 4 * LINE);
  expect(first?.items).toEqual([
    { kind: 'paragraph', text: text.slice(0, 3 * CHARACTERS), goesOn: true },
  ]);
  expect(second?.items).toEqual([
    { kind: 'paragraph', text: text.slice(0, 2 * CHARACTERS), continues: true },
  ]);
});

test('turned tables take their heading and notes to pages of their own', () => {
  const raw = { ...SAMPLE_2021, notes: [{ cell: 'disputes/review/upheld', text: '注' }] };
  const paper = paperOf(understood(raw), { draftMark: false });
  const kinds = (turned: 'none' | 'strip' | 'wide') =>
    stretchesOf(paper, { turned, picture: true }).map(({ page }) => page);
  expect(kinds('none')).toEqual(['upright', 'picture']);
  expect(kinds('strip')).toEqual(['upright', 'turned', 'upright', 'picture']);
  expect(kinds('wide')).toEqual(['upright', 'turned', 'turned', 'upright', 'picture']);
  const [, turned] = stretchesOf(paper, { turned: 'strip' });
  expect(turned?.items.map(({ kind }) => kind)).toEqual(['heading', 'table', 'note']);
});
