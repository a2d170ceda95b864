import { bench, describe } from 'vitest';
import type { RawReport } from '../report/raw-report.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { publishedReports } from '../testing/published-reports.ts';
import { understood } from '../testing/reports.ts';
import { checkCells } from './check.ts';
import { checkText } from './check-all.ts';

/** A full report with last year's: published ones where they are at hand, else the sample twice. */
function fullReport(): { readonly raw: RawReport; readonly last: RawReport } {
  const reports = publishedReports();
  const find = (id: string) => reports.find((one) => one.id === id)?.raw;
  return {
    raw: find('pingtan-2020') ?? SAMPLE_2021,
    last: find('pingtan-2019') ?? { ...SAMPLE_2021, year: SAMPLE_2021.year - 1 },
  };
}

const { raw, last } = fullReport();
const report = understood(raw);
const lastYear = understood(last);

describe('one full report with last year beside it', () => {
  bench('the rules on figures (5 ms)', () => {
    checkCells(report, 'finished', { lastYear });
  });

  bench('the rules on words (30 ms)', () => {
    checkText(report, 'finished', { lastYear });
  });
});
