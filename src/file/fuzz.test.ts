/**
 * Report files with damage by the thousand: each is refused with a sentence, or is a report that obeys
 * the schema, says what the file says, and can be written and read again. `npm run fuzz` is the long run.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { rawReportSchema } from '../report/raw-report-schema.ts';
import { inTime, runs, SEED } from '../testing/fuzzing.ts';
import { damagedText, damagedValue, jsonText, type Stroke, strokes } from '../testing/mutations.ts';
import { REPORT_FILES } from '../testing/report-files.ts';
import { understood } from '../testing/reports.ts';
import { unsaid } from '../testing/unsaid.ts';
import { digestOf } from './digest.ts';
import { readReportJson } from './read-json.ts';
import { writeReportJson } from './write-json.ts';

/** How a file is damaged: as text, as a value, or as a value that is sealed anew by who damaged it. */
const WAYS = ['text', 'value', 'sealed'] as const;

function damagedFile(which: number, way: (typeof WAYS)[number], all: readonly Stroke[]): string {
  const file = REPORT_FILES[which];
  if (way === 'text') return damagedText(JSON.stringify(file, null, 2), all);
  const value = damagedValue(file, all);
  const isObject = typeof value === 'object' && value !== null;
  if (way === 'sealed' && isObject) Object.assign(value, { digest: digestOf(value) });
  return jsonText(value, all[0] as Stroke);
}

test(`a damaged report file is refused, or is a whole report (seed ${SEED})`, () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.nat(REPORT_FILES.length - 1),
      fc.constantFrom(...WAYS),
      strokes,
      (which, way, all) => {
        const text = damagedFile(which, way, all);
        const read = inTime(() => readReportJson(text, STATUTORY_FORMATS));
        if (!read.ok) {
          expect(read.failure.problem).not.toBe('');
          return;
        }
        accepted += 1;
        expect(rawReportSchema.safeParse(read.value)).toEqual({ success: true, data: read.value });
        expect(unsaid(JSON.parse(text), read.value)).toEqual([]);
        const again = writeReportJson(understood(read.value), []);
        // As text, in which 0 and -0 are one.
        const back = JSON.stringify(readReportJson(again, STATUTORY_FORMATS));
        expect(JSON.parse(back)).toEqual(JSON.parse(JSON.stringify(read)));
      },
    ),
    runs(10_000, 300),
  );
  // A run that refused everything would prove nothing of what is accepted.
  expect(accepted).toBeGreaterThan(10);
});
