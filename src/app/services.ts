/**
 * Everything outside the house that the app uses, as arguments: storage, clock, files, the HTML
 * parser. `main.tsx` gives the real ones.
 */
import type { DraftRepository } from '../drafts/draft-repository.ts';
import type { Later } from '../drafts/open-draft.ts';
import type { ParsePage } from '../exchange/clipboard-table.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import type { Result } from '../report/result.ts';
import type { ValueStore } from '../ui/store.ts';

export interface Services {
  readonly formats: FormatRegistry;
  readonly repository: DraftRepository;
  /** ISO time. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly later: Later;
  /** Runs when the page is hidden or left; the answer stops listening. */
  readonly onLeave: (run: () => void) => () => void;
  readonly parseHtml: ParsePage;
  readonly saveFile: (file: { name: string; mime: string; text: string }) => void;
  readonly readFile: (file: File) => Promise<Result<string>>;
  readonly print: () => void;
  /** 大字版: shown at once and remembered on this machine. */
  readonly largeType: ValueStore<boolean>;
  /** The style sheet of the paper, put into printable files. */
  readonly paperCss: string;
}
