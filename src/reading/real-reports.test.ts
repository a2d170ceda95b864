/**
 * Real published reports read from what was published, compared with figures transcribed by hand.
 * They live outside this repository; where they are absent these tests are skipped and say so.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { PUBLISHED_FOLDER } from '../testing/published-folder.ts';
import { readAny, type SourceFile } from './read-any.ts';
import type { Reading } from './reading.ts';

const REPORTS = PUBLISHED_FOLDER;
const SOURCE = /^(?:source\.(?:txt|html)|original\.pdf)$/;

type Figures = Record<string, Record<string, Record<string, number | string | null>>>;

interface Tally {
  readonly right: number;
  readonly uncertain: readonly string[];
  readonly wrong: readonly string[];
}

function sourceFile(folder: string, name: string): SourceFile {
  return { name, bytes: new Uint8Array(readFileSync(join(folder, name))) };
}

async function readingOf(folder: string, name: string): Promise<Reading> {
  const result = await readAny(sourceFile(folder, name), NODE_TOOLS);
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

function isSame(one: number | string | null, other: number | string | null): boolean {
  return one === null || other === null ? one === other : Number(one) === Number(other);
}

function compare(reading: Reading, truth: Figures): Tally {
  const right: string[] = [];
  const uncertain: string[] = [];
  const wrong: string[] = [];
  for (const [table, rows] of Object.entries(truth)) {
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, figure] of Object.entries(columns)) {
        const address = `${table}/${row}/${column}` as const;
        const read = reading.printed[table]?.[row]?.[column] ?? null;
        const isKnown = reading.cells[address] && reading.cells[address].certainty !== 'uncertain';
        if (isKnown) (isSame(read, figure) ? right : wrong).push(`${address} ${figure} ${read}`);
        else uncertain.push(address);
      }
    }
  }
  return { right: right.length, uncertain, wrong };
}

/** What cannot be cut out of a source that runs cells together, by folder. */
const AMBIGUOUS: Readonly<Record<string, number>> = {
  'pingtan-2019': 19,
  'pingtan-2020': 20,
  'pingtan-2021': 3,
  'pingtan-2022': 3,
  'pingtan-2023': 3,
  'pingtan-2024': 3,
  'pingtan-2025': 3,
  'shanghai-science-2024': 1,
};

const folders = existsSync(REPORTS)
  ? readdirSync(REPORTS).filter((name) => existsSync(join(REPORTS, name, 'truth.json')))
  : [];

describe.skipIf(folders.length === 0)('real reports, skipped where they are not at hand', () => {
  const table: string[] = [];
  for (const name of folders) {
    const folder = join(REPORTS, name);
    for (const file of readdirSync(folder).filter((one) => SOURCE.test(one))) {
      it(`reads ${name}/${file} without a wrong figure`, { timeout: 30_000 }, async () => {
        const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
        const reading = await readingOf(folder, file);
        const { right, uncertain, wrong } = compare(reading, truth.tables);
        table.push(
          `${name}/${file}: ${right} right, ${uncertain.length} uncertain, ${wrong.length} wrong`,
        );
        expect(wrong).toEqual([]);
        expect(uncertain.length).toBeLessThanOrEqual(AMBIGUOUS[name] ?? 0);
        expect(reading.report.format).toBe(truth.format);
        expect(reading.report.year).toBe(truth.year);
      });
    }
  }

  it('prints how many figures of each were read', () => {
    process.stdout.write(`${table.join('\n')}\n`);
    expect(table.length).toBeGreaterThan(0);
  });
});

const partial = join(REPORTS, 'partial');

describe.skipIf(!existsSync(partial))(
  'pieces of reports, skipped where they are not at hand',
  () => {
    it.each([
      ['p07_huludao_gxq_2024', 'proactive/licensing/decisions', '20'],
      ['p13_guangzhou_sasac_2020_trad', 'proactive/normativeDocuments/totalDisclosed', '130'],
      ['p15_xuwen_justice_2023', 'proactive/normativeDocuments/effective', '101'],
      ['p17_bureau_2019_jian4', 'proactive/licensing/change', '减4'],
      ['p17_bureau_2019_jian4', 'proactive/procurement/amount', '52.15'],
      ['p23_wendeng_petition_2022_p8', 'disputes/review/total', '0'],
      ['p27_huangpu_dapuqiao_2025_test_extract', 'disputes/review/pending', '3'],
      ['p37_pingtan_district_2020_word_html', 'requests/received/naturalPerson', '20'],
    ] as const)('reads what %s holds: %s is %s', async (name, address, text) => {
      const folder = join(partial, name);
      const file = readdirSync(folder).find((one) => one.startsWith('source.')) ?? '';
      const reading = await readingOf(folder, file);
      expect(reading.cells[address]?.text).toBe(text);
      expect(reading.missing.length).toBeGreaterThan(0);
    });
  },
);
