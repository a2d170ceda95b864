/** Words with what went out and what came in, told by line and not by colour alone. */
import type { DiffSegment } from '../compare/word-changes.ts';
import styles from './word-marks.module.css';

const TAGS = { same: 'span', deleted: 'del', inserted: 'ins' } as const;

export function WordMarks({ pieces }: { readonly pieces: readonly DiffSegment[] }) {
  return (
    <span className={styles.words}>
      {pieces.map(({ kind, text }, at) => {
        const Tag = TAGS[kind];
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name and never move
        return <Tag key={at}>{text}</Tag>;
      })}
    </span>
  );
}
