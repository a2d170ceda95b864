import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { check } from '../checks/check.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { damage } from '../testing/json.ts';
import { CITY_2025, DADUKOU_2019, reportOf, reports, understood } from '../testing/reports.ts';
import { reportFileSchema, toReportFile } from './report-file.ts';

const PUBLISHED = new URL('../../public/report-file.schema.json', import.meta.url);

/** The schema other programs are given: the shapes of both formats, made from the one we read by. */
const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '政府信息公开工作年度报告上报文件',
  oneOf: STATUTORY_FORMATS.map((format) => {
    const { $schema: _, ...shape } = z.toJSONSchema(reportFileSchema(format)) as Record<
      string,
      unknown
    >;
    return { title: format.name, ...shape };
  }),
};

if (process.env.UPDATE_SCHEMA) writeFileSync(PUBLISHED, `${JSON.stringify(schema, null, 2)}\n`);

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

function fileOf(raw: Parameters<typeof understood>[0]): Record<string, unknown> {
  const report = understood(raw);
  return JSON.parse(JSON.stringify(toReportFile(report, check(report, 'drafting'))));
}

test('the published schema is the one the program reads by (UPDATE_SCHEMA=1 writes it)', () => {
  expect(existsSync(PUBLISHED)).toBe(true);
  expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

describe('an independent validator', () => {
  test.each([
    ['a city in the format in force', CITY_2025],
    ['a department in the trial format', DADUKOU_2019],
  ])('takes the file of %s', (_, fixture) => {
    validate(fileOf(reportOf(fixture)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each([2019, 2025])(
    'takes the file of any report on %i, however wrong what was typed',
    (year) => {
      fc.assert(
        fc.property(reports(year), (raw) => {
          validate(fileOf(raw));
          expect(validate.errors ?? []).toEqual([]);
        }),
        { numRuns: 20 },
      );
    },
  );

  test.each([
    ['a count with decimals', 'tables.requests.received.enterprise', 1.5],
    ['a count as text', 'tables.requests.received.enterprise', '1'],
    ['an amount as a float', 'tables.proactive.fees.amount', 1.5],
    ['a missing row', 'tables.requests.carriedOut', undefined],
    ['a row of another format', 'tables.requests.otherOutcome', {}],
    ['a member nobody knows', 'extra', true],
    ['another kind', 'kind', 'budget'],
    ['a broken fingerprint', 'digest', 'sha256-0'],
  ])('refuses %s', (_, path, member) => {
    const file = fileOf(reportOf(CITY_2025));
    damage(file, path, member);
    expect(validate(file)).toBe(false);
  });
});
