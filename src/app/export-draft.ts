/** Hands a draft over as a file: written, read back and compared first, then marked as handed over. */
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { FileKind } from '../exchange/hand-over.ts';
import type { Failure } from '../report/result.ts';
import type { Services } from './services.ts';

/** Gives the failure where the file could not be made true; nothing is handed over then. */
export async function exportDraft(
  open: OpenDraft,
  kind: FileKind,
  { formats, parseHtml, paperCss, saveFile, restorePoints }: Services,
): Promise<Failure | undefined> {
  const { prepareFile } = await import('../exchange/hand-over.ts');
  const { report, findings } = open.getState();
  const file = prepareFile(kind, report, findings, { formats, parseHtml, css: paperCss });
  if (!file.ok) return file.failure;
  saveFile(file.value);
  open.markHandedOver();
  void restorePoints.add(open.getState().draft, 'handedOver');
  return undefined;
}
