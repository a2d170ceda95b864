/** Last year's words below this year's, with the sentences marked that were taken over. */

import type { NarrativeSection } from '../formats/format.ts';
import { comparedSentences } from '../report/last-year.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './narrative-editor.module.css';

interface LastYearTextProps {
  readonly open: OpenDraft;
  readonly section: NarrativeSection;
}

export function LastYearText({ open, section }: LastYearTextProps) {
  const now = useStore(open, ({ draft }) => draft.raw.narrative[section.id] ?? '');
  const last = useStore(open, ({ draft }) => draft.lastYear?.narrative[section.id] ?? '');
  const year = useStore(open, ({ draft }) => draft.lastYear?.year);
  if (!last) return null;
  const sentences = comparedSentences(last, now);
  const repeated = sentences.filter(({ isRepeated }) => isRepeated).length;
  return (
    <details className={styles.lastYear}>
      <summary>
        {year}年的文字，{sentences.length} 句中有 {repeated} 句与本年相同
      </summary>
      <p>
        {sentences.map(({ text, isRepeated }, at) =>
          isRepeated ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of last year never change
            <mark key={at}>{text}</mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of last year never change
            <span key={at}>{text}</span>
          ),
        )}
      </p>
    </details>
  );
}
