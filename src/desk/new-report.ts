/** What 新建年报 asks for, as a schema: the form shows its sentences, nothing else decides. */
import * as z from 'zod/mini';
import { AGENCY_TYPE_IDS } from '../formats/agency.ts';
import { type FormatRegistry, formatForYear } from '../formats/registry.ts';

/** The schema of a new report; its year must have a format among `formats`. */
export function newReportSchema(formats: FormatRegistry) {
  return z.object({
    name: z.string().check(z.trim(), z.minLength(1, '填写机关名称。')),
    type: z.enum(AGENCY_TYPE_IDS),
    year: z.coerce
      .number<number | string>()
      .check(
        z.refine((year) => formatForYear(formats, year) !== undefined, '这一年没有统计格式。'),
      ),
  });
}
