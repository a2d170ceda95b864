/**
 * The formats this program knows. Everything that must find a format by id or year is handed a
 * registry, so that a test – or a future notice – can add one without touching anything else.
 */
import type { Format } from './format.ts';
import { FORMAT_2019 } from './format-2019.ts';
import { FORMAT_2021 } from './format-2021.ts';

/** The formats a program knows. */
export type FormatRegistry = readonly Format[];

/** All statutory formats, the oldest first. */
export const STATUTORY_FORMATS: FormatRegistry = [FORMAT_2019, FORMAT_2021];

/** The format with this id, or undefined where none is registered. */
export function formatById(formats: FormatRegistry, id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}

/**
 * The format in which a report on this year is written, or undefined before the first one. A newer
 * format takes over from an open-ended older one in its own first year.
 */
export function formatForYear(formats: FormatRegistry, year: number): Format | undefined {
  return formats
    .filter(({ years }) => year >= years.from && year <= (years.to ?? year))
    .reduce<Format | undefined>(
      (newest, format) => (newest && newest.years.from > format.years.from ? newest : format),
      undefined,
    );
}

/** The report years that have a format, up to `latest`, latest first: what a list of years offers. */
export function reportYears(formats: FormatRegistry, latest: number): readonly number[] {
  const first = Math.min(...formats.map(({ years }) => years.from));
  const years = Array.from({ length: Math.max(0, latest + 1 - first) }, (_, at) => latest - at);
  return years.filter((year) => formatForYear(formats, year));
}
