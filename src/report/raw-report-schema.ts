/**
 * The shape a `RawReport` must have when it comes from outside: storage or a file. Parsing here is
 * the only road from unknown data to a report.
 */
import * as z from 'zod/mini';
import { AGENCY_TYPE_IDS } from '../formats/agency.ts';
import { type RawReport, STATUSES } from './raw-report.ts';

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/** Text by key, without the keys that would reach into an object's making. */
const texts = z
  .record(z.string(), z.string())
  .check(z.refine((record) => !FORBIDDEN_KEYS.some((key) => Object.keys(record).includes(key))));

/** The reporting body, as a schema. */
export const agencySchema = z.object({
  name: z.string(),
  type: z.enum(AGENCY_TYPE_IDS as [(typeof AGENCY_TYPE_IDS)[number]]),
});

/** The state of a report, as a schema. */
export const statusSchema = z.enum(STATUSES);

/** What is written about a report and travels with it, as schemas by member. */
export const annotationSchemas = {
  notes: z.array(z.object({ cell: z.string(), text: z.string() })),
  explanations: z.array(
    z.object({
      rule: z.string(),
      cells: z.array(z.string()),
      numbers: z.array(z.string()),
      text: z.string(),
      by: z.string(),
    }),
  ),
  remarks: z.array(
    z.object({
      place: z.string(),
      text: z.string(),
      by: z.string(),
      at: z.string(),
      settled: z.boolean(),
      quote: z.optional(z.string()),
      answers: z.optional(z.array(z.object({ text: z.string(), by: z.string(), at: z.string() }))),
    }),
  ),
  steps: z.optional(
    z.array(
      z.object({
        status: statusSchema,
        by: z.string(),
        at: z.string(),
        reason: z.string(),
        left: z.int().check(z.minimum(0)),
        page: z.optional(z.object({ date: z.string(), address: z.string(), digest: z.string() })),
      }),
    ),
  ),
  signature: z.object({ name: z.string(), date: z.string() }),
};

/** A year that may be reported on, as a schema. */
export const yearSchema = z.int().check(z.minimum(1900), z.maximum(2999));

/** The whole report as typed, as a schema. */
export const rawReportSchema: z.ZodMiniType<RawReport> = z.object({
  format: z.string(),
  year: yearSchema,
  agency: agencySchema,
  status: statusSchema,
  title: z.string(),
  preface: z.string(),
  narrative: texts,
  cells: texts,
  stated: texts,
  ...annotationSchemas,
});
