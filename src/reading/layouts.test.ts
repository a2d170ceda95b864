import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { cellsOf, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { type Figures, LAYOUTS, type Layout, meaningOf, withTotals } from './layouts.fixture.ts';
import { readAny } from './read-any.ts';
import type { Reading } from './reading.ts';

const COUNTS = fc.oneof(
  { weight: 6, arbitrary: fc.constant('0') },
  { weight: 3, arbitrary: fc.nat(99).map(String) },
  { weight: 1, arbitrary: fc.nat(4000).map(String) },
);

function entered(format: Format, withBlanks: boolean): fc.Arbitrary<Figures> {
  const cells = cellsOf(format).filter(isEntered);
  const count = withBlanks
    ? fc.oneof({ weight: 5, arbitrary: COUNTS }, { weight: 1, arbitrary: fc.constant('') })
    : COUNTS;
  const figures = cells.map(({ kind }) => {
    if (kind === 'amount') return fc.nat(99_999_999).map((value) => (value / 100).toFixed(2));
    return kind === 'signedCount' ? fc.integer({ min: -20, max: 30 }).map(String) : count;
  });
  return fc
    .tuple(...figures)
    .map((texts) => Object.fromEntries(cells.map(({ address }, at) => [address, texts[at] ?? ''])));
}

async function readLayout(layout: Layout, format: Format, figures: Figures): Promise<Reading> {
  const bytes = layout.print(format, figures);
  const result = await readAny({ name: layout.file, bytes }, NODE_TOOLS);
  if (!result.ok) throw new Error(`${layout.name}: ${result.failure.problem}`);
  return result.value;
}

interface Tally {
  readonly wrong: readonly string[];
  readonly uncertain: readonly string[];
}

function compare(reading: Reading, format: Format, figures: Figures): Tally {
  const wrong: string[] = [];
  const uncertain: string[] = [];
  for (const { address } of cellsOf(format)) {
    const cell = reading.cells[address];
    const printed = figures[address] ?? '';
    if (!cell || cell.certainty === 'uncertain') {
      if (printed !== '') uncertain.push(address);
    } else if (meaningOf(cell.text, format, address) !== meaningOf(printed, format, address)) {
      wrong.push(`${address} printed "${printed}" read "${cell.text}" from ${cell.source}`);
    }
  }
  return { wrong, uncertain };
}

const CASES = STATUTORY_FORMATS.flatMap((format) => LAYOUTS.map((layout) => ({ format, layout })));
const RUNS = { numRuns: 12 };

describe('a report printed in any layout', () => {
  it.each(CASES)(
    'reads back from $layout.name in format $format.id',
    async ({ format, layout }) => {
      await fc.assert(
        fc.asyncProperty(entered(format, false), async (some) => {
          const figures = withTotals(format, some);
          const { wrong, uncertain } = compare(
            await readLayout(layout, format, figures),
            format,
            figures,
          );
          expect(wrong).toEqual([]);
          if (!layout.isLossy) expect(uncertain).toEqual([]);
        }),
        RUNS,
      );
    },
  );

  it.each(CASES)(
    'never reads a blank as a figure from $layout.name in format $format.id',
    async ({ format, layout }) => {
      await fc.assert(
        fc.asyncProperty(entered(format, true), async (some) => {
          const figures = withTotals(format, some);
          const { wrong, uncertain } = compare(
            await readLayout(layout, format, figures),
            format,
            figures,
          );
          expect(wrong).toEqual([]);
          if (!layout.isLossy && !layout.losesBlanks) expect(uncertain).toEqual([]);
        }),
        RUNS,
      );
    },
  );
});
