/**
 * The one place that knows where published reports lie: beside the project, or where `PUBLISHED_REPORTS`
 * says. They are no part of the project, and tests that read them skip, saying so, where they are absent.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of published reports, as a path. */
export const PUBLISHED_FOLDER =
  process.env.PUBLISHED_REPORTS ?? join(import.meta.dirname, '../../../shared/reports');

export const ARE_PUBLISHED_HERE: boolean = existsSync(PUBLISHED_FOLDER);
