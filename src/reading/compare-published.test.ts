import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import {
  comparePublished,
  type PublishedComparison,
  realChanges,
} from '../compare/compare-published.ts';
import { prepareFile } from '../export/hand-over.ts';
import { writeReportJson } from '../file/write-json.ts';
import { cellsOf, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { printedFigure } from '../paper/paper.ts';
import type { RawReport } from '../report/raw-report.ts';
import { newReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { parseHtml } from '../testing/html.ts';
import { CITY_2025, reportOf, understood } from '../testing/reports.ts';
import {
  type Figures,
  LAYOUTS,
  type Layout,
  PREFACE,
  WORDS,
  withTotals,
} from './layouts.fixture.ts';
import { readAny } from './read-any.ts';
import { seenPage } from './seen-page.ts';

/** What every layout prints. */
function printedReport(format: Format, figures: Figures): RawReport {
  const agency = { name: '甲县教育局', type: 'department' } as const;
  const raw = newReport(STATUTORY_FORMATS, agency, format.years.from);
  if (!raw) throw new Error('no format');
  const narrative = Object.fromEntries(
    Object.entries(WORDS).map(([id, lines]) => [id, lines.join('\n')]),
  );
  const entered = cellsOf(format).filter(isEntered);
  const cells = Object.fromEntries(entered.map(({ address }) => [address, figures[address] ?? '']));
  return { ...raw, preface: PREFACE, narrative, cells };
}

function figuresOf(format: Format): fc.Arbitrary<Figures> {
  const cells = cellsOf(format).filter(isEntered);
  return fc
    .tuple(
      ...cells.map(({ kind }) =>
        kind === 'amount' ? fc.constant('12.5') : fc.nat(400).map(String),
      ),
    )
    .map((texts) =>
      withTotals(format, Object.fromEntries(cells.map(({ address }, at) => [address, texts[at]!]))),
    );
}

async function compared(
  name: string,
  bytes: Uint8Array,
  raw: RawReport,
): Promise<PublishedComparison> {
  const reading = await readAny({ name, bytes }, { ...NODE_TOOLS, asShown: true });
  if (!reading.ok) throw new Error(reading.failure.problem);
  return comparePublished(understood(raw), seenPage(reading.value, STATUTORY_FORMATS));
}

/** The made-up pages are not signed: a difference that is there, and no false alarm. */
const UNSIGNED = ['missing 落款 甲县教育局'];

function told(comparison: PublishedComparison): readonly string[] {
  return realChanges(comparison).sentences.map(
    ({ kind, part, before, after }) => `${kind} ${part} ${before || after}`,
  );
}

/** A spreadsheet is no page: its words stand in cells, and no reader takes them for sections. */
const PAGES = LAYOUTS.filter(({ file }) => !/\.(?:xlsx|csv)$/.test(file));

const RUNS = { numRuns: 1, endOnFailure: true };
/** Each layout in one of the formats, in turn. */
const EITHER = PAGES.map((layout, at) => ({ layout, format: STATUTORY_FORMATS[at % 2]! }));

function page({ print }: Layout, format: Format, figures: Figures): Uint8Array {
  return print(format, figures);
}

describe('a page in any layout', { timeout: 60_000 }, () => {
  test.each(EITHER)(
    'gives no false alarm: $layout.name, $format.id',
    async ({ format, layout }) => {
      await fc.assert(
        fc.asyncProperty(figuresOf(format), async (figures) => {
          const raw = printedReport(format, figures);
          const comparison = await compared(layout.file, page(layout, format, figures), raw);
          const { figures: changed } = realChanges(comparison);
          expect(changed.filter(({ kind }) => kind !== 'unsure')).toEqual([]);
          if (!layout.isLossy) expect(changed).toEqual([]);
          expect(told(comparison)).toEqual(UNSIGNED);
        }),
        RUNS,
      );
    },
  );

  test.each(EITHER)(
    'tells a damaged figure: $layout.name, $format.id',
    async ({ format, layout }) => {
      const entered = cellsOf(format).filter(({ kind, addends }) => !addends && kind !== 'amount');
      await fc.assert(
        fc.asyncProperty(figuresOf(format), fc.nat(entered.length - 1), async (figures, at) => {
          const { address } = entered[at]!;
          const damaged = { ...figures, [address]: String(Number(figures[address]) + 1) };
          const bytes = page(layout, format, damaged);
          const comparison = await compared(layout.file, bytes, printedReport(format, figures));
          const changed = realChanges(comparison).figures.map((one) => one.address);
          expect(changed).toContain(address);
          if (!layout.isLossy && !layout.losesBlanks) expect(changed).toEqual([address]);
        }),
        RUNS,
      );
    },
  );

  test.each(EITHER)(
    'tells every other wording: $layout.name, $format.id',
    async ({ format, layout }) => {
      const figures = withTotals(
        format,
        Object.fromEntries(
          cellsOf(format)
            .filter(isEntered)
            .map(({ address }) => [address, '0']),
        ),
      );
      const bytes = page(layout, format, figures);
      const raw = printedReport(format, figures);
      const other = (id: string, text: string) => ({
        ...raw,
        narrative: { ...raw.narrative, [id]: text },
      });
      const changed = await compared(layout.file, bytes, other('other', '本年度收取信息处理费。'));
      expect(told(changed)).toContain('changed 六、其他需要报告的事项 本年度收取信息处理费。');
      const gone = `${raw.narrative.problems}\n三是目录更新不够及时。`;
      expect(told(await compared(layout.file, bytes, other('problems', gone)))).toEqual(
        expect.arrayContaining(['missing 五、存在的主要问题及改进情况 三是目录更新不够及时。']),
      );
      const added = await compared(
        layout.file,
        bytes,
        other('overview', '本机关认真贯彻落实条例。'),
      );
      expect(told(added).filter((one) => one.startsWith('added')).length).toBeGreaterThan(0);
    },
  );
});

const FINAL: RawReport = { ...SAMPLE_2021, status: 'final' };

function fragmentOf(raw: RawReport, kind: 'fragment' | 'html' = 'fragment'): string {
  const tools = { formats: STATUTORY_FORMATS, parseHtml, css: '', at: '' };
  const file = prepareFile(kind, understood(raw), [], tools);
  if (!file.ok) throw new Error(file.failure.problem);
  return String(file.value.content);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a page made of our own fragment', { timeout: 60_000 }, () => {
  const html = fragmentOf(FINAL);
  const report = understood(FINAL);

  test.each(['fragment', 'html'] as const)('is the report (%s)', async (kind) => {
    const comparison = await compared('a.html', bytesOf(fragmentOf(FINAL, kind)), FINAL);
    expect(realChanges(comparison)).toEqual({ figures: [], sentences: [] });
    expect(comparison.compared.figures).toBe(cellsOf(report.format).length);
  });

  const FIGURE = /<td(?: colspan="\d+")?>[\d.,]+(?:万元)?<\/td>/g;

  /** The fragment with the figure of one place printed otherwise. */
  function withFigure(nth: number, text: string): string {
    let at = -1;
    return html.replace(FIGURE, (whole) => {
      at += 1;
      return at === nth ? `<td>${text}</td>` : whole;
    });
  }

  test('with any one figure damaged: that figure is told, and nothing else', async () => {
    const cells = cellsOf(report.format).map(({ address }) => address);
    const printed = cells.filter((address) => printedFigure(report, address) !== '');
    expect(html.match(FIGURE)).toHaveLength(printed.length);
    for (let nth = 0; nth < printed.length; nth += 7) {
      const comparison = await compared('a.html', bytesOf(withFigure(nth, '98765')), FINAL);
      const { figures, sentences } = realChanges(comparison);
      expect([nth, figures.length, figures[0]?.page, sentences]).toEqual([nth, 1, '98765', []]);
    }
  });

  test('with any one sentence damaged or gone: the part is told, and no figure', async () => {
    const sentences = Object.entries(FINAL.narrative).flatMap(([id, text]) =>
      (text.match(/[^。；\n]+[。；]?/g) ?? []).map((sentence) => [id, sentence.trim()] as const),
    );
    expect(sentences.length).toBeGreaterThan(5);
    for (const [id, sentence] of sentences) {
      const heading = report.format.sections.find((section) => section.id === id)?.heading;
      for (const damaged of ['', `${sentence.slice(0, 2)}某${sentence.slice(3)}`]) {
        const text = html.replace(sentence, damaged);
        expect(text).not.toBe(html);
        const { figures, sentences: found } = realChanges(
          await compared('a.html', bytesOf(text), FINAL),
        );
        expect([sentence, figures]).toEqual([sentence, []]);
        expect([sentence, found.map(({ part }) => part)]).toEqual([sentence, [heading]]);
      }
    }
  });

  test('with a heading or the title changed', async () => {
    const noHeading = html.replace('六、其他需要报告的事项', '六、其他');
    const { sentences } = realChanges(await compared('a.html', bytesOf(noHeading), FINAL));
    expect(sentences.map(({ before }) => before)).toContain('六、其他需要报告的事项');
    const title = html.replace('2025年政府信息公开', '2024年政府信息公开');
    const changed = realChanges(await compared('a.html', bytesOf(title), FINAL));
    expect(changed.sentences.map(({ part, kind }) => [part, kind])).toEqual([['标题', 'changed']]);
  });

  test('with other widths, blanks and punctuation: form only', async () => {
    const text = html.replace(/，/g, ',').replace('<td>0</td>', '<td>０</td>');
    const comparison = await compared('a.html', bytesOf(text), FINAL);
    expect(realChanges(comparison)).toEqual({ figures: [], sentences: [] });
    expect(comparison.sentences.every(({ kind }) => kind === 'format')).toBe(true);
    expect(comparison.figures.map(({ kind, page: seen }) => [kind, seen])).toEqual([
      ['format', '０'],
    ]);
  });

  test('our printable page is compared as it shows, not by the data inside it', async () => {
    const shown = fragmentOf({ ...reportOf(CITY_2025), status: 'final' }, 'html');
    const edited = shown.replace('>5345<', '>5346<');
    const comparison = await compared('a.html', bytesOf(edited), reportOf(CITY_2025));
    expect(realChanges(comparison).figures.map(({ page: seen }) => seen)).toEqual(['5346']);
  });

  test('a report file is compared too', async () => {
    const json = writeReportJson(understand(FINAL, report.format), []);
    const comparison = await compared('a.json', bytesOf(json), FINAL);
    expect(realChanges(comparison)).toEqual({ figures: [], sentences: [] });
  });
});
