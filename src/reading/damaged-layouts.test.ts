import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { cellsOf, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { type Figures, LAYOUTS, meaningOf, withTotals } from './layouts.fixture.ts';
import { readAny } from './read-any.ts';

const NUMBERS = fc.oneof(
  { weight: 3, arbitrary: fc.constant('0') },
  { weight: 2, arbitrary: fc.nat(30).map(String) },
);

function reportFigures(format: Format): fc.Arbitrary<Figures> {
  const cells = cellsOf(format).filter(isEntered);
  return fc
    .array(NUMBERS, { minLength: cells.length, maxLength: cells.length })
    .map((texts) =>
      withTotals(
        format,
        Object.fromEntries(cells.map(({ address }, at) => [address, texts[at] ?? '0'])),
      ),
    );
}

/** Cells that were read, and read otherwise than printed. */
async function wrongFigures(
  format: Format,
  figures: Figures,
  file: string,
  bytes: Uint8Array,
): Promise<readonly string[]> {
  const result = await readAny({ name: file, bytes }, NODE_TOOLS);
  if (!result.ok) return [];
  return Object.entries(result.value.cells).flatMap(([address, { certainty, text, source }]) => {
    const printed = meaningOf(figures[address] ?? '', format, address);
    const isWrong =
      certainty !== 'uncertain' && text !== '' && meaningOf(text, format, address) !== printed;
    return isWrong ? [`${address} printed ${printed} read ${text} from ${source}`] : [];
  });
}

const TEXTS = LAYOUTS.filter(({ file }) => /\.(?:txt|md|csv)$/.test(file));
const CASES = STATUTORY_FORMATS.flatMap((format) => TEXTS.map((layout) => ({ format, layout })));
const RUNS = { numRuns: 8 };
/** Digits that run together can be cut only by the sums; where several of those are wrong, nobody can. */
function mostWrong(layout: string): number {
  return layout.includes('run together') ? 1 : 4;
}

const FIGURE_LINE = /^\d+$/;

describe('a damaged report', { timeout: 30_000 }, () => {
  it.each(CASES)(
    'takes no figure for another when totals are published wrong: $layout.name, format $format.id',
    async ({ format, layout }) => {
      const totals = cellsOf(format).filter(({ addends }) => addends !== undefined);
      await fc.assert(
        fc.asyncProperty(
          reportFigures(format),
          fc.subarray([...totals], { minLength: 1, maxLength: mostWrong(layout.name) }),
          fc.nat(60),
          async (some, chosen, value) => {
            const figures = { ...some };
            for (const { address } of chosen) figures[address] = String(value);
            const bytes = layout.print(format, figures);
            expect(await wrongFigures(format, figures, layout.file, bytes)).toEqual([]);
          },
        ),
        RUNS,
      );
    },
  );

  it.each(STATUTORY_FORMATS)(
    'does not shift figures when one is lost: one cell a line, format $id',
    async (format) => {
      const layout = LAYOUTS.find(({ name }) => name === 'one cell a line')!;
      await fc.assert(
        fc.asyncProperty(reportFigures(format), fc.nat(150), async (figures, lost) => {
          const lines = new TextDecoder().decode(layout.print(format, figures)).split('\n');
          const places = lines.flatMap((line, at) => (FIGURE_LINE.test(line) ? [at] : []));
          lines.splice(places[lost % places.length] ?? 0, 1);
          const bytes = new TextEncoder().encode(lines.join('\n'));
          expect(await wrongFigures(format, figures, layout.file, bytes)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );

  it.each(STATUTORY_FORMATS)(
    'does not shift figures printed above their labels: format $id',
    async (format) => {
      const layout = LAYOUTS.find(({ name }) => name === 'lines of a PDF')!;
      await fc.assert(
        fc.asyncProperty(reportFigures(format), async (figures) => {
          const text = new TextDecoder().decode(layout.print(format, figures));
          const above = text.replace(
            /^(\S*[^\d\s]\S*(?: \S*[^\d\s]\S*)*) ((?:\d+(?:\.\d+)? ?)+)$/gm,
            '$2\n$1',
          );
          expect(above).not.toBe(text);
          const bytes = new TextEncoder().encode(above);
          expect(await wrongFigures(format, figures, layout.file, bytes)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );

  it.each(STATUTORY_FORMATS)(
    'does not shift figures when a label is lost: format $id',
    async (format) => {
      const layout = LAYOUTS.find(({ name }) => name === 'lines of a PDF')!;
      await fc.assert(
        fc.asyncProperty(reportFigures(format), fc.nat(200), async (figures, lost) => {
          const lines = new TextDecoder().decode(layout.print(format, figures)).split('\n');
          lines.splice(lost % lines.length, 1);
          const bytes = new TextEncoder().encode(lines.join('\n'));
          expect(await wrongFigures(format, figures, layout.file, bytes)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );
});
