/** A published page, however it comes, against the report that is open; its readers load when asked for. */

import type { PublishedComparison } from '../compare/compare-published.ts';
import { readSource, type Source } from '../ports/read-source.ts';
import type { Services } from '../ports/services.ts';
import type { Result } from '../report/result.ts';
import type { OpenDraft } from '../session/open-draft.ts';

/** The page is read as it shows, also where it carries data of ours: somebody may have edited it. */
export async function comparePage(
  open: OpenDraft,
  { name, bytes }: Source,
  services: Services,
): Promise<Result<PublishedComparison>> {
  const loadReadingTools = async () => ({ ...(await services.loadReadingTools()), asShown: true });
  const read = await readSource(name, bytes, { ...services, loadReadingTools });
  if (!read.ok) return read;
  const [{ comparePublished }, { seenPage }] = await Promise.all([
    import('../compare/compare-published.ts'),
    import('../reading/seen-page.ts'),
  ]);
  const page = seenPage(read.value, services.formats);
  return { ok: true, value: comparePublished(open.getState().report, page) };
}
