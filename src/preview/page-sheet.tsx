/** One page of the paper as a sheet of A4: what stands on it, its number, 草稿 where it is one. */
import { memo } from 'react';
import { itemMarkup, type Look } from '../paper/markup.ts';
import type { PaperPage } from '../paper/pages.ts';
import styles from './page-sheet.module.css';
import { PaperView } from './paper-view.tsx';

interface PageSheetProps {
  readonly page: PaperPage;
  readonly number: number;
  readonly look: Look;
  readonly isDraft: boolean;
}

const BODIES: Readonly<Record<PaperPage['kind'], string>> = {
  upright: '',
  picture: '',
  turned: ` paper-turned ${styles.turned}`,
};

function numberSide(number: number, { setting }: Look): string {
  if (setting.pageNumber.place === 'centre') return styles.centre ?? '';
  return (number % 2 === 1 ? styles.right : styles.left) ?? '';
}

export const PageSheet = memo(function PageSheet({ page, number, look, isDraft }: PageSheetProps) {
  return (
    <div className={styles.sheet}>
      {isDraft && number === 1 ? <p className={`paper-draft-mark ${styles.draft}`}>草稿</p> : null}
      {isDraft && number > 1 ? <div className={`paper-draft-mark ${styles.marked}`} /> : null}
      <div className={`${styles.body}${BODIES[page.kind]}`} data-page-body>
        {page.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is made anew as a whole
          <PaperView key={at} markup={itemMarkup(item, look)} />
        ))}
      </div>
      <p className={`${styles.number} ${numberSide(number, look)}`}>— {number} —</p>
    </div>
  );
});
