/**
 * Report files with damage by the thousand: each is refused with a sentence, or is a report that obeys
 * the schema and can be written and read again. `FUZZ=1` makes the long run; `SEED` another one.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { rawReportSchema } from '../report/raw-report-schema.ts';
import { understand } from '../report/report.ts';
import { formatOf, zeroReport } from '../testing/reports.ts';
import { readReportJson } from './read-json.ts';
import { writeReportJson } from './write-json.ts';

const seed = Number(process.env.SEED ?? 20260120);
const numRuns = process.env.FUZZ ? 20_000 : 300;
const LONGEST = 1000;

const RAW = zeroReport(2025);
const TEXT = writeReportJson(understand(RAW, formatOf(RAW)), []);

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 12 }),
  put: fc.constantFrom(
    '',
    '"',
    '0',
    '9',
    '-1',
    '1.5',
    'null',
    '"12件"',
    '{}',
    '[',
    '1e999',
    '\u0000',
  ),
});

test(`a damaged report file is refused, or is a whole report (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (hits) => {
      const text = hits.reduce((broken, { at, length, put }) => {
        const start = Math.floor(at * broken.length);
        return broken.slice(0, start) + put + broken.slice(start + length);
      }, TEXT);
      const begun = performance.now();
      const read = readReportJson(text, STATUTORY_FORMATS);
      expect(performance.now() - begun).toBeLessThan(LONGEST);
      if (!read.ok) {
        expect(read.failure.problem).not.toBe('');
        return;
      }
      expect(rawReportSchema.safeParse(read.value).success).toBe(true);
      const again = writeReportJson(understand(read.value, formatOf(read.value)), []);
      expect(readReportJson(again, STATUTORY_FORMATS)).toEqual(read);
    }),
    { seed, numRuns },
  );
});
