import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { afterChange } from '../testing/changes.ts';
import {
  CITY_2025,
  cellTexts,
  emptyReport,
  formatOf,
  reportOf,
  reports,
  understood,
  withCells,
} from '../testing/reports.ts';
import { type Change, fillBlanks } from './change.ts';
import { editBetween } from './edit.ts';
import { NO_HISTORY, record, redo, undo } from './history.ts';
import { inFormatOfYear, type RawReport } from './raw-report.ts';
import { figureText, updateReport, valueAt } from './report.ts';

const YEARS = [2019, 2025];

describe('totals', () => {
  test('the sum of every computed cell is what a whole city printed', () => {
    const report = understood(reportOf(CITY_2025));
    for (const { address, table, row, column } of cellsOf(report.format)) {
      const printed = CITY_2025.tables[table.id]?.[row.id]?.[column.id];
      expect([address, figureText(report, address)]).toEqual([address, String(printed)]);
    }
  });

  test('a total over blanks says what it knows and how much is missing', () => {
    const report = understood(
      withCells(emptyReport(2025), {
        'requests/received/naturalPerson': '12',
        'requests/received/enterprise': '3件',
      }),
    );
    expect(valueAt(report, 'requests/received/total')).toMatchObject({
      state: 'partial',
      missing: 5,
      found: 1,
    });
    expect(figureText(report, 'requests/received/total')).toBeUndefined();
  });

  test.each(YEARS)(
    'in any report on %i a known computed cell is the sum of its addends',
    (year) => {
      fc.assert(
        fc.property(reports(year), (raw) => {
          const report = understood(raw);
          for (const { address, addends } of cellsOf(report.format)) {
            const total = valueAt(report, address);
            if (!addends || total.state !== 'known') continue;
            const sum = addends.reduce(
              (so, addend) => so.plus(figureText(report, addend)!),
              new Big(0),
            );
            expect(total.value.eq(sum)).toBe(true);
          }
        }),
        { numRuns: 30 },
      );
    },
  );
});

describe('a report understood again after an edit', () => {
  test.each(YEARS)('says what a fresh reading says (%i)', (year) => {
    const edits = fc.array(fc.tuple(fc.nat(), cellTexts), { maxLength: 6 });
    fc.assert(
      fc.property(reports(year), edits, (raw, texts) => {
        const before = understood(raw);
        const entered = cellsOf(before.format).filter(isEntered);
        const cells = texts.map(([at, text]) => [entered[at % entered.length]!.address, text]);
        const after = withCells(raw, Object.fromEntries(cells));
        const again = updateReport(before, editBetween(raw, after)).report;
        const fresh = understood(after);
        for (const { address } of cellsOf(before.format)) {
          expect([address, valueAt(again, address)]).toEqual([address, valueAt(fresh, address)]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('leaves the values of all other cells the very same', () => {
    const before = understood(reportOf(CITY_2025));
    const cell = 'requests/granted/enterprise';
    const after = updateReport(
      before,
      editBetween(before.raw, withCells(before.raw, { [cell]: '5' })),
    ).report;
    const moved = cellsOf(before.format)
      .map(({ address }) => address)
      .filter((address) => valueAt(after, address) !== valueAt(before, address));
    expect(moved.sort()).toEqual(
      [
        cell,
        'requests/granted/total',
        'requests/concluded/enterprise',
        'requests/concluded/total',
      ].sort(),
    );
  });
});

describe('changes', () => {
  const raw = emptyReport(2025);

  function changed(...changes: readonly Change[]): RawReport {
    return changes.reduce((one, change) => afterChange(one, change), raw);
  }

  test('a computed cell is never written', () => {
    expect(changed({ kind: 'cells', texts: { 'requests/received/total': '5' } })).toBe(raw);
  });

  test('a change that changes nothing gives back the same report', () => {
    expect(changed({ kind: 'cells', texts: {} }, { kind: 'year', year: 2025 })).toBe(raw);
    expect(changed({ kind: 'field', field: 'narrative.overview', text: '' })).toBe(raw);
  });

  test('what was typed is kept letter for letter, also when it is no figure', () => {
    const typed = changed({
      kind: 'cells',
      texts: { 'requests/received/naturalPerson': '１２件？' },
    });
    expect(typed.cells['requests/received/naturalPerson']).toBe('１２件？');
  });

  test('another year brings another format, and no figure is lost on the way', () => {
    const typed = changed(
      { kind: 'cells', texts: { 'proactive/rules/issued': '3' } },
      { kind: 'year', year: 2020 },
    );
    expect(typed.format).toBe('2019');
    expect(understood(typed).unplaced).toEqual([['proactive/rules/issued', '3']]);
    const back = afterChange(typed, { kind: 'year', year: 2025 });
    expect(figureText(understood(back), 'proactive/rules/issued')).toBe('3');
  });

  test('a 定稿 is not edited before it is opened again', () => {
    const final = changed({ kind: 'status', status: 'final' });
    const edited = afterChange(final, { kind: 'field', field: 'title', text: '新' });
    expect(edited).toBe(final);
  });

  test('filling blanks writes 0 into blanks only', () => {
    const typed = changed({
      kind: 'cells',
      texts: { 'requests/received/naturalPerson': '7', 'requests/received/enterprise': '？' },
    });
    const filled = afterChange(typed, fillBlanks(typed, formatOf(typed), 'requests'));
    expect(filled.cells['requests/received/naturalPerson']).toBe('7');
    expect(filled.cells['requests/received/enterprise']).toBe('？');
    const entered = cellsOf(formatOf(typed)).filter(
      (cell) => cell.table.id === 'requests' && isEntered(cell),
    );
    expect(entered.filter(({ address }) => filled.cells[address] === '0')).toHaveLength(
      entered.length - 2,
    );
    expect(filled.cells['disputes/review/upheld']).toBeUndefined();
  });
});

test('a report printed in the form of another year keeps its figures in its own', () => {
  const printed = withCells(
    { ...emptyReport(2020), year: 2022 },
    { 'requests/otherOutcome/enterprise': '4', 'requests/granted/enterprise': '2' },
  );
  const own = understood(inFormatOfYear(printed, STATUTORY_FORMATS));
  expect(own.format.id).toBe('2021');
  expect(figureText(own, 'requests/granted/enterprise')).toBe('2');
  expect(own.unplaced).toEqual([['requests/otherOutcome/enterprise', '4']]);
});

test('undoing everything gives the start, redoing everything the end', () => {
  const start = emptyReport(2025);
  const addresses = cellsOf(formatOf(start)).map(({ address }) => address);
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc
      .dictionary(fc.constantFrom(...addresses), cellTexts, { maxKeys: 9 })
      .map((texts): Change => ({ kind: 'cells', texts: { ...texts } })),
    fc
      .string({ maxLength: 5 })
      .map((text): Change => ({ kind: 'field', field: 'narrative.overview', text })),
    fc.constantFrom<Change>({ kind: 'year', year: 2019 }, { kind: 'year', year: 2025 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(change, fc.boolean())), (edits) => {
      let raw = start;
      let history = NO_HISTORY;
      for (const [edit, typing] of edits) {
        const after = afterChange(raw, edit);
        if (after === raw) continue;
        history = record(history, { label: '填写', place: edit.kind, before: raw, after }, typing);
        raw = after;
      }
      const end = raw;
      for (let moved = undo(history); moved; moved = undo(history)) ({ history, raw } = moved);
      expect(raw).toBe(start);
      for (let moved = redo(history); moved; moved = redo(history)) ({ history, raw } = moved);
      expect(raw).toBe(end);
    }),
  );
});
