/**
 * Everything outside the house that the app uses, as arguments: storage, clock, files, the HTML
 * parser. `main.tsx` gives the real ones.
 */
import type { Draft } from '../drafts/draft.ts';
import type { DraftRepository, StoredDraft } from '../drafts/draft-repository.ts';
import type { RestorePoints } from '../drafts/restore-points.ts';
import type { Schedule, ScheduleAfterPaint } from '../drafts/schedule.ts';
import type { AcquireWriterLock } from '../drafts/writer-lock.ts';
import type { HandOverFile } from '../export/hand-over.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import type { PaperChoice } from '../paper/paper-choice.ts';
import type { ParseClipboardHtml } from '../paste/clipboard-table.ts';
import type { ReadingTools } from '../reading/read-any.ts';
import type { ReadableStore, ValueStore } from '../ui/store.ts';

/** Formatted text and, for plain places, its words. */
export interface CopiedText {
  readonly html: string;
  readonly text: string;
}

export interface Services {
  readonly formats: FormatRegistry;
  readonly repository: DraftRepository;
  readonly restorePoints: RestorePoints;
  /** The drafts, by id, of which there is no second copy just now. */
  readonly missingCopies: ReadableStore<ReadonlySet<string>>;
  readonly acquireLock: AcquireWriterLock;
  /** Hears the key another window has written, or null where the storage was emptied. */
  readonly onStored: (heard: (key: string | null) => void) => () => void;
  /** Takes in what the second copies have of a later revision, such as another window could not store. */
  readonly recover: () => Promise<unknown>;
  /** Drafts that came back from their second copy when the program started, or a while after. */
  readonly recovered: ReadableStore<readonly Draft[]>;
  /** ISO time. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly later: Schedule;
  readonly soon: ScheduleAfterPaint;
  /** Runs when the page is hidden or left; the answer stops listening. */
  readonly onLeave: (run: () => void) => () => void;
  /** Asks before the page is left while this answers true; gives what stops the asking. */
  readonly warnWhile: (isAtRisk: () => boolean) => () => void;
  /** Brings in a newer program where one lies ready; offered at the desk, never while somebody types. */
  readonly update: ReadableStore<(() => void) | undefined>;
  readonly parseHtml: ParseClipboardHtml;
  readonly saveFile: (file: HandOverFile) => void;
  /** Parsers and the PDF library for reports of foreign making; loaded when first asked for. */
  readonly loadReadingTools: () => Promise<ReadingTools>;
  /** False where the browser does not let us. */
  readonly copy: (copied: CopiedText) => Promise<boolean>;
  /** The PNG of an SVG; undefined where the browser makes none. */
  readonly rasterise: (svg: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly print: () => void;
  /** 大字版: shown at once and remembered on this machine. */
  readonly largeType: ValueStore<boolean>;
  /** How the paper is set: shown, printed and written alike, remembered on this machine. */
  readonly paperChoice: ValueStore<PaperChoice>;
  /** The style sheet of the paper, put into printable files. */
  readonly paperCss: string;
}

function readable(stored: readonly StoredDraft[]): readonly Draft[] {
  return stored.flatMap((one) => (one.state === 'readable' ? [one.draft] : []));
}

/** The drafts that can be read. */
export function readableDrafts({ repository }: Pick<Services, 'repository'>): readonly Draft[] {
  return readable(repository.list());
}

/** Those in the bin that can be read. */
export function readableBin({ repository }: Pick<Services, 'repository'>): readonly Draft[] {
  return readable(repository.bin());
}
